import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { composeLetter } from '../../lib/letter/compose/compose';
import { inlineText } from '../../lib/letter/render/text';
import { layOut, renderDocx } from '../../lib/word/letter';
import { layOutAnnex, type FormCell, type FormPart, renderRiskForm } from '../../lib/word/riskForm';
import { writeManyLetters, type LetterForOne } from '../../lib/word/manyLetters';
import { readLetters, sampleContext } from '../support/sampleLetters';
import type { Measurement } from './measurement';

const ROUNDS = 60;
const MANY = 100;
const BLANK_FORM = { employer: '', school: '' };

const [request] = readLetters();
if (!request) throw new Error('There is no letter to measure with.');
const letter = composeLetter(request, sampleContext(request, 'single', 'council'));

/** Letter and form, compared with docx alone for the same paragraphs, alternately in one run; then many letters in one zip. */
export async function measureWord(): Promise<Measurement[]> {
  const paragraphs = layOut(letter).paragraphs.map(({ content }) => inlineText(content));
  const [ours, bare, ourForm, bareForm] = await timeInTurns([
    () => renderDocx(letter),
    () => pack(paragraphs.map((text) => new Paragraph(text))),
    () => renderRiskForm({ ...BLANK_FORM, date: letter.date }, 'annex'),
    () => pack(layOutAnnex(BLANK_FORM).map(renderBarePart)),
  ]);
  return [
    { what: 'Word letter', value: ours, unit: 'ms' },
    { what: 'Word letter against docx alone', value: ours / bare, unit: '×', goal: 1.2 },
    { what: 'Risk assessment form', value: ourForm, unit: 'ms' },
    { what: 'Risk assessment form against docx alone', value: ourForm / bareForm, unit: '×', goal: 1.2 },
    ...(await measureMany()),
  ];
}

const pack = (children: (Paragraph | Table)[]) =>
  Packer.toArrayBuffer(new Document({ sections: [{ children }] }));

/** The same table with only its cells and column widths. */
function renderBarePart(part: FormPart): Paragraph | Table {
  if (part.type === 'text') return new Paragraph(part.text);
  const { columns, rows } = part;
  const header: FormCell[] = columns.map(({ heading }) => [{ style: 'FormColumn', text: heading }]);
  const columnWidths = columns.map(({ width }) => width);
  return new Table({
    columnWidths,
    rows: [header, ...rows].map(
      (cells) => new TableRow({ children: columns.map((_, i) => renderBareCell(cells[i])) }),
    ),
  });
}

function renderBareCell(cell: FormCell = []): TableCell {
  const texts = cell.length === 0 ? [''] : cell.map(({ text }) => text);
  return new TableCell({ children: texts.map((text) => new Paragraph(text)) });
}

type Job = () => Promise<unknown>;
type Four<Value> = [Value, Value, Value, Value];

/** The lower quartile of each, because other work of the machine can only add time. */
async function timeInTurns(jobs: Four<Job>): Promise<Four<number>> {
  const times: Four<number[]> = [[], [], [], []];
  for (let round = 0; round < ROUNDS; round++)
    for (const [index, job] of jobs.entries()) times[index]?.push(await time(job));
  const quartile = (some: number[]) =>
    some.toSorted((a, b) => a - b)[Math.floor(some.length / 4)] ?? Number.NaN;
  return [quartile(times[0]), quartile(times[1]), quartile(times[2]), quartile(times[3])];
}

async function time(job: Job): Promise<number> {
  const start = performance.now();
  await job();
  return performance.now() - start;
}

async function measureMany(): Promise<Measurement[]> {
  const letters = Array.from({ length: MANY }, (_, index): LetterForOne => ({
    document: letter,
    signer: `Head ${index}`,
    school: `School ${index}`,
    form: { employer: '', school: `School ${index}` },
  }));
  const watch = watchForBlocks();
  const total = await time(() => writeManyLetters(letters));
  return [
    { what: `${MANY} letters in one zip`, value: (1000 * MANY) / total, unit: 'letters a second' },
    { what: 'Longest time in which nothing else could run', value: watch.stop(), unit: 'ms', goal: 50 },
  ];
}

/** Schedules a task repeatedly, and records the longest wait. */
function watchForBlocks(): { stop: () => number } {
  let longest = 0;
  let last = performance.now();
  let isWatching = true;
  const look = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (isWatching) setImmediate(look);
  };
  setImmediate(look);
  const stop = () => {
    isWatching = false;
    return longest;
  };
  return { stop };
}
