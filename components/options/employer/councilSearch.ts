import { findCouncilByName, findCouncils } from '../../../lib/register/councils';

/** Councils for the text typed so far, under their formal names. */
export function searchCouncils(typed: string): { value: string; note?: string }[] {
  return findCouncils(typed).map(({ name, formalName }) => ({
    value: formalName,
    ...(formalName.includes(name) ? {} : { note: name }),
  }));
}

/** "kent" left in the field becomes "Kent County Council"; a name we do not know stays as typed. */
export function formalCouncilName(typed: string): string {
  return findCouncilByName(typed)?.formalName ?? typed;
}

export function councilCodeOf(organisation: string): string {
  return findCouncilByName(organisation)?.code ?? '';
}
