import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import type { Choices } from '../../lib/storage/choices';
import type { Employer, Signer } from '../../lib/storage/schema';
import { shareBrowser } from '../support/shareBrowser';
import { waitUntil } from '../support/waitUntil';
import { openFresh, type OwnBrowser } from './details/ownBrowser';
import { createDice, SEED } from './details/random';
import { writeTicks, writeTurns, nameOf, isSigner, type Model, type Turn } from './details/script';
import { repositoryOver, type Stored } from './details/seeding';
import { differingKeys, findFaults, recordsOf } from './details/soundness';
import { edit, pressTicks, showRecord } from './details/typing';

const EDITS = 1000;
/** Edits in one round. */
const EDITS_PER_PAGE = 12;
const EDITS_IN_POPUP = 6;

const dice = createDice(SEED);
let own: OwnBrowser;

shareBrowser(async () => {
  own = await openFresh();
  return own;
});

test(
  `after ${EDITS} edits in two options pages and the popup at once, every field is as if one page had made the edits`,
  { timeout: 240_000 },
  async () => {
    const model = await seed();
    const first = await own.openPage('options.html#about-you');
    const second = await own.openPage('options.html#about-you');
    const popup = await own.openPage('popup.html');
    await popup.waitForSelector('main[aria-busy=false]');
    // What is folded loads after the first paint.
    await popup.waitForSelector('[aria-label="Also fill in"]');
    let made = 0;
    for (let round = 1; made < EDITS; round += 1) {
      const [one, other] = writeTurns(model, dice, 2, EDITS_PER_PAGE) as [Turn, Turn];
      const ticks = writeTicks(model, dice, EDITS_IN_POPUP);
      await Promise.all([showRecord(first, one), showRecord(second, other)]);
      await Promise.all([edit(first, one.edits), edit(second, other.edits), pressTicks(popup, ticks)]);
      made += one.edits.length + other.edits.length + ticks.length;
      await waitUntilStored(model, `round ${round}, seed ${SEED}`);
      if (round % 5 === 0) made += await typeIntoSameField(model, first, second);
    }
    const stored = await own.readStored();
    expect(findFaults(stored)).toEqual([]);
    expect(differingKeys(recordsOf(stored), toRecords(model))).toEqual([]);
    for (const page of [first, second]) expect(await readForms(page, model)).toEqual(formsOf(model));
  },
);

/** Both pages type into the same field at once. Either page’s last value may win, but both pages and the storage must then show it. */
async function typeIntoSameField(model: Model, first: Page, second: Page): Promise<number> {
  const signer = dice.pick(model.signers);
  const turn: Turn = { section: 'about-you', id: signer.id, name: signer.fullName, edits: [] };
  await Promise.all([showRecord(first, turn), showRecord(second, turn)]);
  const typed = (page: string) =>
    Array.from({ length: 4 }, (_, at) => ({ controlId: 'phone', value: `${page} ${at} ${dice.below(1e6)}` }));
  const [one, other] = [typed('first'), typed('second')];
  await Promise.all([edit(first, one), edit(second, other)]);
  const read = (page: Page) => page.$eval('#phone', (control) => (control as HTMLInputElement).value);
  signer.phone = await waitUntil('both pages to show what is stored', async () => {
    const { phone } = (await own.readStored())[`signer:${signer.id}`] as Signer;
    const isLast = [one, other].some((edits) => edits.at(-1)?.value === phone);
    return isLast && (await read(first)) === phone && (await read(second)) === phone && phone;
  });
  return one.length + other.length;
}

async function waitUntilStored(model: Model, when: string): Promise<void> {
  let differing: string[] = [];
  try {
    await waitUntil('the storage to hold what was typed', async () => {
      const stored = await own.readStored();
      const { lastUsed } = stored['index'] as { lastUsed: Choices };
      differing = differingKeys(
        { ...recordsOf(stored), choices: lastUsed },
        { ...toRecords(model), choices: model.choices },
      );
      return differing.length === 0;
    });
  } catch (failure) {
    throw new Error(`${when}: ${differing.join(', ')}`, { cause: failure });
  }
}

/** Stores three signers, each with an employer, two co-signers and two copies, and returns them as the model. */
async function seed(): Promise<Model> {
  const items: Stored = {};
  const repository = repositoryOver(items);
  await repository.saveSettings({ agreedOn: '2026-11-23', mailboxWarningSeen: true });
  const model: Pick<Model, 'signers' | 'employers'> = { signers: [], employers: [] };
  for (const number of [1, 2, 3]) {
    const copies = [1, 2].map((at) => ({ id: `copy${number}${at}`, name: `Copy ${at}`, email: '' }));
    const employer = await repository.addEmployer({ kind: 'other', organisation: `Trust ${number}`, copies });
    if (!employer.ok) throw new Error(employer.why);
    const coSigners = [1, 2].map((at) => ({
      id: `person${number}${at}`,
      fullName: `Person ${at}`,
      jobTitle: '',
      school: '',
      agreed: false,
    }));
    const signer = await repository.addSigner({
      fullName: `Head ${number}`,
      school: `School ${number}`,
      employment: 'other',
      employerId: employer.value.id,
      coSigners,
    });
    if (!signer.ok) throw new Error(signer.why);
    model.signers.push(structuredClone(signer.value));
    model.employers.push(structuredClone(employer.value));
  }
  const choices = await repository.saveChoices({
    signerId: model.signers[0]!.id,
    employerId: model.employers[0]!.id,
  });
  if (!choices.ok) throw new Error(choices.why);
  await own.writeStored(items);
  return { ...model, choices: structuredClone(choices.value) };
}

function toRecords({ signers, employers }: Model): Stored {
  return Object.fromEntries([
    ...signers.map((signer) => [`signer:${signer.id}`, signer] as const),
    ...employers.map((employer) => [`employer:${employer.id}`, employer] as const),
  ]);
}

/** The value of each text field and checkbox of a record’s form, by the id of its control. */
type Form = Record<string, string | boolean>;

function formsOf({ signers, employers }: Model): Form[] {
  const people = (signer: Signer) =>
    signer.coSigners.flatMap(({ id, fullName, jobTitle, school, agreed }) => [
      [`person-${id}-name`, fullName],
      [`person-${id}-job`, jobTitle],
      [`person-${id}-school`, school],
      [`person-${id}-agreed`, agreed],
    ]);
  const copies = (employer: Employer) =>
    employer.copies.flatMap(({ id, name, email }) => [
      [`copy-${id}-name`, name],
      [`copy-${id}-email`, email],
    ]);
  const plain = (record: Signer | Employer, fields: string[]) =>
    fields.map((field) => [field, Object.entries(record).find(([name]) => name === field)?.[1]]);
  return [
    ...signers.map((signer): Form =>
      Object.fromEntries([
        ...plain(signer, ['fullName', 'jobTitle', 'school', 'address', 'postcode', 'phone', 'email']),
        ...people(signer),
      ]),
    ),
    ...employers.map((employer): Form =>
      Object.fromEntries([
        ...plain(employer, ['organisation', 'title', 'firstName', 'lastName', 'role', 'email', 'address']),
        ...plain(employer, ['postcode', 'nextPersonUp']),
        ...copies(employer),
      ]),
    ),
  ];
}

async function readForms(page: Page, model: Model): Promise<Form[]> {
  const wanted = formsOf(model);
  const records = [...model.signers, ...model.employers];
  const forms: Form[] = [];
  for (const [at, record] of records.entries()) {
    const section = isSigner(record) ? 'about-you' : 'your-employer';
    await showRecord(page, { section, id: record.id, name: nameOf(record) });
    const ids = Object.keys(wanted[at] ?? {});
    forms.push(await page.evaluate(readControls, ids));
  }
  return forms;
}

/** Runs in the page. */
function readControls(ids: string[]): Form {
  const valueOf = (control: HTMLElement | null) => {
    if (control instanceof HTMLInputElement && control.type === 'checkbox') return control.checked;
    return control && 'value' in control ? String(control.value) : 'no such field';
  };
  return Object.fromEntries(ids.map((id) => [id, valueOf(document.getElementById(id))]));
}
