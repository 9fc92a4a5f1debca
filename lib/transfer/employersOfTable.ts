import { findCouncilByName, findCouncils } from '../employer/councils';
import { governingBodyName, proposeEmployer } from '../employer/employment';
import type { TableRow } from '../files/cells';
import type { TableQuestions } from '../files/tableQuestions';
import { sameName } from '../letter/text';
import { type Employer, type Employment, newRecord, type Signer } from '../storage/schema';

const LEAVE_EMPTY = '';
const AS_TYPED = 'as typed';
const GOVERNING_BODY = 'governing body';
const OF_EACH_SCHOOL = { value: GOVERNING_BODY, label: 'The governing body of each school' };

/** A kind of employer, not one of them: "Governing body", "The school's governors", "LA", "Academy trust". */
const NO_NAME =
  /^(?:the )?(?:(?:school['’]?s?|own) )?(?:governing (?:body|board)|governors|board of governors|gb|fgb|(?:local )?(?:authority|council)|l\.?e?\.?a\.?|(?:(?:multi[- ])?academy )?trust|m\.?a\.?t\.?|s\.?a\.?t\.?|board of trustees|trustees|academy|(?:arch)?diocese|diocesan board(?: of education)?|foundation|proprietor|school|employer)(?: of the school)?\.?$/i;
/** Its schools have governing bodies that employ their staff. A diocesan academy trust is an employer itself. */
const DIOCESE = /\b(?:arch)?dioces(?:e|an)\b/i;
const BODY = /\b(?:governing (?:body|board)|governors|f?gb)\b/i;

/** Finds the employers that a table of signers names, and adds those that are not saved, with proposed details. */
export class EmployersOfTable {
  readonly added: Employer[] = [];
  readonly #byName: Map<string, Employer>;

  constructor(
    saved: readonly Employer[],
    private readonly questions: TableQuestions,
    private readonly newId: () => string,
  ) {
    this.#byName = new Map(saved.toReversed().map((employer) => [sameName(employer.organisation), employer]));
  }

  /** The id of the employer in the row. An empty cell leaves the signer's employer as it is. */
  idFor(row: TableRow, { employment, employerId, school }: Signer): string {
    const trust = row.cell('Trust') ?? '';
    const typed = (trust || row.cell('Employer') || '').replaceAll(/\s+/g, ' ');
    if (typed === '') return employerId;
    if (NO_NAME.test(typed)) {
      const answer = this.#askNameless(row, typed);
      if (answer === LEAVE_EMPTY || (answer === GOVERNING_BODY && school === '')) return employerId;
      const isBody = answer === GOVERNING_BODY;
      const kind = employment || (isBody ? 'aided-or-foundation' : 'other');
      return this.#add(isBody ? governingBodyName(school) : typed, kind).id;
    }
    const council = findCouncilByName(typed);
    const isNotEmployer = council
      ? employment !== '' && employment !== 'council-maintained'
      : employment === 'aided-or-foundation' && DIOCESE.test(typed);
    if (isNotEmployer) {
      const answer = this.#askOther(row, employment, typed, council ? 'council' : 'diocese');
      if (answer === LEAVE_EMPTY) return employerId;
      return this.#add(answer === GOVERNING_BODY ? governingBodyName(school) : typed, employment || 'other')
        .id;
    }
    const organisation = council?.formalName ?? typed;
    const known =
      this.#byName.get(sameName(organisation)) ?? (council ? undefined : this.#askSimilar(row, organisation));
    const fromName =
      trust === '' ? employmentFor(organisation, council !== undefined) : 'trust-with-other-schools';
    const kind = employment || fromName;
    const isSaved = known && !this.added.includes(known);
    if (kind === 'council-maintained' && !isSaved && !findCouncilByName(known?.organisation ?? organisation))
      this.#sayNoCouncil(row, organisation);
    return (known ?? this.#add(organisation, kind)).id;
  }

  /** Schools that each write "Governing body" have different employers, although the cells are the same. */
  #askNameless(row: TableRow, typed: string): string {
    const isBody = BODY.test(typed);
    return this.questions.ask(
      {
        id: isBody ? 'each governing body' : 'employer without a name',
        options: [
          ...(isBody ? [OF_EACH_SCHOOL] : []),
          { value: LEAVE_EMPTY, label: 'Leave the employer empty, to fill in later' },
          { value: AS_TYPED, label: 'One employer for all of them, named as in the table' },
        ],
        proposed: isBody ? GOVERNING_BODY : LEAVE_EMPTY,
        say: (rows, examples) =>
          `The table says ${examples} in ${rows}, which is a kind of employer and not its name.`,
      },
      row.number,
      typed,
    );
  }

  /** The column often names the council or diocese that a school belongs to, although it does not employ its staff. */
  #askOther(row: TableRow, employment: Employment | '', typed: string, what: 'council' | 'diocese'): string {
    const isGoverningBody = employment === 'aided-or-foundation';
    return this.questions.ask(
      {
        id: `${what} ${employment}`,
        options: [
          ...(isGoverningBody ? [OF_EACH_SCHOOL] : []),
          { value: LEAVE_EMPTY, label: 'Leave the employer empty, to fill in later' },
          { value: AS_TYPED, label: 'Use what the table says' },
        ],
        proposed: isGoverningBody ? GOVERNING_BODY : LEAVE_EMPTY,
        say: (rows, examples) =>
          `The table names a ${what} as the employer (${examples}) in ${rows}, but the kind of school there means that ${isGoverningBody ? 'the governing body' : 'someone else'} is.`,
      },
      row.number,
      typed,
    );
  }

  /** A district council, for example, has no schools. */
  #sayNoCouncil(row: TableRow, organisation: string): void {
    const say = (rows: string, examples: string) =>
      `${examples} (${rows}) is none of the 153 councils that have schools. It is added as the table says. Look up which council employs them, and correct it under Your employer.`;
    this.questions.ask({ id: 'no council', say }, row.number, organisation);
  }

  /** A name that is written a little differently from another is asked about, so that no employer is there twice. */
  #askSimilar(row: TableRow, organisation: string): Employer | undefined {
    const core = coreOf(organisation);
    const [council, ...others] = core === '' ? [] : findCouncils(organisation);
    const councilName =
      others.length === 0 && looksLikeCouncil(organisation) ? council?.formalName : undefined;
    const similar = [...this.#byName.values()].find(
      (employer) => coreOf(employer.organisation) === core || employer.organisation === councilName,
    );
    const proposed = similar?.organisation ?? councilName;
    if (proposed === undefined || core === '') return undefined;
    const answer = this.questions.ask(
      {
        id: `similar ${sameName(organisation)}`,
        options: [
          { value: proposed, label: proposed },
          { value: AS_TYPED, label: `Another employer: ${organisation}` },
        ],
        proposed,
        say: (rows) => `Which employer is “${organisation}” in ${rows}?`,
      },
      row.number,
    );
    if (answer === AS_TYPED) return undefined;
    return similar ?? this.#add(answer, 'council-maintained');
  }

  #add(organisation: string, employment: Employment): Employer {
    const known = this.#byName.get(sameName(organisation));
    if (known) return known;
    const { kind, role, copies, nextPersonUp } = proposeEmployer(employment);
    const employer: Employer = {
      ...newRecord('employer', this.newId()),
      organisation,
      kind,
      role,
      nextPersonUp,
      copies: copies.map((copy) => ({ id: this.newId(), name: copy, email: '' })),
    };
    this.#byName.set(sameName(organisation), employer);
    this.added.push(employer);
    return employer;
  }
}

/** What an employer's name says about its kind, where the table does not say it. */
function employmentFor(organisation: string, isCouncil: boolean): Employment {
  if (isCouncil || looksLikeCouncil(organisation)) return 'council-maintained';
  if (/\b(governing (body|board)|governors)\b/i.test(organisation)) return 'aided-or-foundation';
  return /\b(trust|MAT|academies)\b/i.test(organisation) ? 'trust-with-other-schools' : 'other';
}

function looksLikeCouncil(organisation: string): boolean {
  return /\b(council|borough|LA|LEA|CC|MBC|BC|authority)\b/i.test(organisation);
}

/** "The Oak Multi-Academy Trust Ltd" and "Oak MAT" are probably one employer. */
function coreOf(organisation: string): string {
  return organisation
    .toLowerCase()
    .replaceAll(/[^\p{L}\d]+/gu, ' ')
    .replaceAll(
      /\b(the|of|multi|academy|academies|trust|mat|ltd|limited|council|county|borough|city|metropolitan|la|lea|cc|mbc|bc)\b/g,
      '',
    )
    .replaceAll(/\s+/g, ' ')
    .trim();
}
