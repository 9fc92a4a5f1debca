import {
  answersWithEmployer,
  changeAnswers,
  employerWith,
  type FirstAnswers,
  savedEmployerWith,
  startAnswers,
  signerFields,
  tellsEmployer,
} from '../firstQuestions/answers';
import { sameName } from '../letter/text';
import type { Got } from '../storage/area';
import { repository } from '../storage/repository';
import { type Employer, newRecord, type Signer } from '../storage/schema';
import { assignInputs } from '../writing/inputs';
import { readFirstAnswers, writeFirstAnswers } from '../writing/tabState';
import { changeWords, type PopupStore } from './store';

/**
 * The first questions in the popup. Until the user takes the letter, the answers are kept in memory only, also while the
 * popup is closed. Meanwhile the letter is composed from records without an id.
 */
export async function askFirstQuestions(popup: PopupStore): Promise<void> {
  const { employer, index } = popup.getState();
  const all = index.employers.length > 0 ? await repository.readAll('employer') : null;
  popup.savedEmployers = all?.ok ? all.value : [];
  showAnswers(popup, (await readFirstAnswers()) ?? startAnswers(employer));
}

export async function answerFirst(popup: PopupStore, patch: Partial<FirstAnswers>): Promise<void> {
  const { first } = popup.getState();
  if (!first) return;
  const answers = changeAnswers(first, patch);
  const former = findSaved(popup, first.organisation);
  const named = findSaved(popup, answers.organisation);
  // The address of a saved employer must not go along with another name.
  if (former !== named) answers.email = patch.email ?? (named?.email || (former ? '' : answers.email));
  await takeAnswers(popup, answers);
}

/** Picks a saved employer by id; an empty id is for one that is typed. */
export async function pickEmployer(popup: PopupStore, id: string): Promise<void> {
  const { first } = popup.getState();
  if (first)
    await takeAnswers(
      popup,
      answersWithEmployer(first, popup.savedEmployers.find((one) => one.id === id) ?? null),
    );
}

async function takeAnswers(popup: PopupStore, answers: FirstAnswers): Promise<void> {
  showAnswers(popup, answers);
  await writeFirstAnswers(answers);
}

function showAnswers(popup: PopupStore, answers: FirstAnswers): void {
  const named = findSaved(popup, answers.organisation);
  changeWords(popup, ({ signer, employer }) => {
    // Answers never change a saved employer: if the typed name is not its name, they begin a new one.
    const isOther = popup.savedEmployers.some(
      ({ id, organisation }) => id === employer?.id && organisation !== '',
    );
    const typed = isOther ? null : employer;
    const known = named ?? typed;
    return {
      first: answers,
      signer: { ...(signer ?? newRecord('signer', '')), ...signerFields(answers) },
      employer:
        known || tellsEmployer(answers) ? withAnswers(known ?? newRecord('employer', ''), answers) : null,
    };
  });
}

function findSaved(popup: PopupStore, name: string): Employer | undefined {
  const wanted = sameName(name);
  return popup.savedEmployers.find(({ organisation }) => wanted !== '' && sameName(organisation) === wanted);
}

function withAnswers(employer: Employer, answers: FirstAnswers): Employer {
  const isSaved = employer.id !== '' && employer.organisation !== '';
  return isSaved ? savedEmployerWith(employer, answers) : employerWith(employer, answers);
}

/** Saves the answers when the user takes the letter. If the browser cannot save them, the letter has them all the same. */
export async function saveFirstAnswers(popup: PopupStore): Promise<void> {
  const { first, signer, employer } = popup.getState();
  if (!first || !signer || !isAnswered(first)) return;
  const savedEmployer = employer && (await saveEmployer(employer, first));
  if (savedEmployer && !savedEmployer.ok) return tellNotSaved(popup);
  const employerId = savedEmployer?.value.id ?? '';
  const savedSigner = await saveSigner(signer, { ...signerFields(first), employerId });
  if (!savedSigner.ok) return tellNotSaved(popup);
  const index = await repository.readIndex();
  const ids = { signerId: savedSigner.value.id, employerId };
  changeWords(popup, ({ choices, own, index: former }) => {
    const chosen = { ...choices, ...ids };
    return {
      signer: savedSigner.value,
      employer: savedEmployer?.value ?? null,
      choices: chosen,
      own: assignInputs(own, chosen),
      index: index.ok ? index.value : former,
      first: null,
      firstNotSaved: false,
    };
  });
  await repository.saveChoices(ids);
  await writeFirstAnswers(null);
}

function tellNotSaved(popup: PopupStore): void {
  popup.setState({ firstNotSaved: true });
}

/** The prefilled job title is no answer. */
function isAnswered(answers: FirstAnswers): boolean {
  return answers.fullName !== '' || answers.school !== '' || tellsEmployer(answers);
}

/** A record that was saved meanwhile on the options page is changed and not added a second time. */
async function saveEmployer(shown: Employer, answers: FirstAnswers): Promise<Got<Employer>> {
  const all = await repository.readAll('employer');
  if (!all.ok) return all;
  const known = all.value.find(
    ({ id, kind, organisation }) =>
      id === shown.id ||
      (organisation !== '' && kind === shown.kind && sameName(organisation) === sameName(shown.organisation)),
  );
  // An address that was not typed here must not take away the saved one, e.g. of a branch file.
  if (known)
    return repository.changeRecord('employer', known.id, (stored) =>
      withAnswers(stored, { ...answers, email: answers.email || stored.email }),
    );
  const { id: _id, v: _v, ...fields } = shown;
  return repository.addEmployer(fields);
}

async function saveSigner(shown: Signer, fields: Partial<Signer>): Promise<Got<Signer>> {
  const all = await repository.readAll('signer');
  if (!all.ok) return all;
  const known = all.value.find(
    ({ id, fullName, school }) =>
      id === shown.id ||
      (fullName !== '' &&
        sameName(fullName) === sameName(shown.fullName) &&
        sameName(school) === sameName(shown.school)),
  );
  return known ? repository.saveFields('signer', known.id, fields) : repository.addSigner({ ...fields });
}
