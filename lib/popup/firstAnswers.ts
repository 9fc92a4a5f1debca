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
import { changeWords, usePopup } from './store';

/** The employers that are saved already, e.g. from a branch file, while the first questions are asked. */
let saved: Employer[] = [];

/**
 * The first questions in the popup. Until the user takes the letter, the answers are kept in memory only, also while the
 * popup is closed. Meanwhile the letter is composed from records without an id.
 */
export async function askFirstQuestions(): Promise<void> {
  const { employer, index } = usePopup.getState();
  const all = index.employers.length > 0 ? await repository.readAll('employer') : null;
  saved = all?.ok ? all.value : [];
  showAnswers((await readFirstAnswers()) ?? startAnswers(employer));
}

export async function answerFirst(patch: Partial<FirstAnswers>): Promise<void> {
  const { first } = usePopup.getState();
  if (!first) return;
  const answers = changeAnswers(first, patch);
  const former = findSaved(first.organisation);
  const named = findSaved(answers.organisation);
  // The address of a saved employer must not go along with another name.
  if (former !== named) answers.email = patch.email ?? (named?.email || (former ? '' : answers.email));
  await takeAnswers(answers);
}

/** Picks a saved employer by id; an empty id is for one that is typed. */
export async function pickEmployer(id: string): Promise<void> {
  const { first } = usePopup.getState();
  if (first) await takeAnswers(answersWithEmployer(first, saved.find((one) => one.id === id) ?? null));
}

async function takeAnswers(answers: FirstAnswers): Promise<void> {
  showAnswers(answers);
  await writeFirstAnswers(answers);
}

function showAnswers(answers: FirstAnswers): void {
  const named = findSaved(answers.organisation);
  changeWords(({ signer, employer }) => {
    // The employer so far is a saved one: a typed name that is not its own means another employer.
    const isOther = saved.some(({ id, organisation }) => id === employer?.id && organisation !== '');
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

function findSaved(name: string): Employer | undefined {
  const wanted = sameName(name);
  return saved.find(({ organisation }) => wanted !== '' && sameName(organisation) === wanted);
}

function withAnswers(employer: Employer, answers: FirstAnswers): Employer {
  const isSaved = employer.id !== '' && employer.organisation !== '';
  return isSaved ? savedEmployerWith(employer, answers) : employerWith(employer, answers);
}

/** Saves the answers when the user takes the letter. If the browser cannot save them, the letter has them all the same. */
export async function saveFirstAnswers(): Promise<void> {
  const { first, signer, employer } = usePopup.getState();
  if (!first || !signer || !isAnswered(first)) return;
  const savedEmployer = employer && (await saveEmployer(employer, first));
  if (savedEmployer && !savedEmployer.ok) return tellNotSaved();
  const employerId = savedEmployer?.value.id ?? '';
  const savedSigner = await saveSigner(signer, { ...signerFields(first), employerId });
  if (!savedSigner.ok) return tellNotSaved();
  const index = await repository.readIndex();
  const ids = { signerId: savedSigner.value.id, employerId };
  changeWords(({ choices, own, index: former }) => {
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

function tellNotSaved(): void {
  usePopup.setState({ firstNotSaved: true });
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
