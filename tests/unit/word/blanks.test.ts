// @vitest-environment jsdom
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { BLANKS, makeBlanks, type Blank } from '../../../scripts/blankLetters';
import { readLetters } from '../../support/sampleLetters';
import {
  findStructureProblems,
  mainPart,
  openPackage,
  paragraphText,
  styleOf,
  wordElements,
} from './structure';

// Each test makes many documents, which is slow on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

let blanks: Blank[];

beforeAll(async () => {
  blanks = await makeBlanks();
});

const wordFiles = () => blanks.filter(({ name }) => name.endsWith('.docx'));
const letterFiles = () => wordFiles().filter(({ name }) => !name.startsWith('risk-assessment-form'));
const paragraphsOf = ({ bytes }: Blank) => wordElements(mainPart(openPackage(bytes)), 'p');

describe('the Word files with blanks', () => {
  test('include every letter, the form and its annex', () => {
    const names = wordFiles().map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(readLetters().map(({ id }) => `${id}.docx`)));
    expect(names).toContain('risk-assessment-form-one-page.docx');
    expect(names).toContain('risk-assessment-form-annex.docx');
    expect(new Set(names).size).toBe(names.length);
  });

  test('are the same bytes each time', async () => {
    expect(await makeBlanks()).toEqual(blanks);
  });

  test('are valid Word files', () => {
    for (const { name, bytes } of wordFiles()) expect(findStructureProblems(bytes), name).toEqual([]);
  });

  test('show every detail to fill in, and the date, highlighted and in brackets', () => {
    for (const blank of letterFiles()) {
      const marked = paragraphsOf(blank)
        .flatMap((paragraph) => wordElements(paragraph, 'r'))
        .filter((run) => wordElements(run, 'highlight').length > 0)
        .map(paragraphText);
      expect(marked, blank.name).toEqual(
        expect.arrayContaining(['[date]', '[school’s name]', '[your full name]']),
      );
      for (const words of marked) expect(words).toMatch(/^\[[^[\]]+\]$/);
    }
  });

  test('have a bracket for every line of an address and a signature', () => {
    for (const blank of letterFiles()) {
      const styles = paragraphsOf(blank).map(styleOf);
      for (const style of [
        'LetterSender',
        'LetterDate',
        'LetterAddress',
        'LetterSalutation',
        'SignatureName',
      ])
        expect(styles, blank.name).toContain(style);
    }
  });

  test('differ by kind of employer if the letter does', () => {
    const words = (name: string) =>
      paragraphsOf(blanks.find((blank) => blank.name === name)!)
        .map(paragraphText)
        .join('\n');
    expect(words('request-council.docx')).toContain('not the people who govern the school');
    expect(words('request-governing-body.docx')).toContain('governing body');
    expect(words('request.docx')).not.toMatch(/council|governing body|trust/);
  });

  const wordsOf = (name: string) =>
    paragraphsOf(blanks.find((blank) => blank.name === name)!).map(paragraphText);

  test('leave the close open where the salutation is open, because one decides the other', () => {
    for (const blank of letterFiles()) {
      const words = paragraphsOf(blank).map(paragraphText);
      const isOpen = words.includes('Dear [name, or role]');
      const close = '[Yours sincerely if you wrote a name, Yours faithfully if a role]';
      expect(words.includes(close), blank.name).toBe(isOpen);
      expect(words.includes('Yours faithfully'), blank.name).toBe(!isOpen);
    }
    expect(wordsOf('request.docx')).toContain('Dear [name, or role]');
  });

  test('exist for one signer and for several, with a bracket for the name and job title of each', () => {
    const names = letterFiles().map(({ name }) => name);
    const joint = names.filter((name) => name.endsWith('-joint.docx'));
    expect(joint.map((name) => name.replace('-joint', ''))).toEqual(
      names.filter((name) => !name.endsWith('-joint.docx')),
    );
    expect(wordsOf('request-joint.docx')).toEqual(
      expect.arrayContaining(['[name of the person signing with you]', '[their job title]']),
    );
    expect(wordsOf('request-joint.docx').join(' ')).toContain('We are asking you to:');
    expect(wordsOf('request.docx').join(' ')).toContain('I am asking you to:');
  });

  test('are all linked from the list', () => {
    const list = new TextDecoder().decode(blanks.find(({ name }) => name === 'README.md')!.bytes);
    for (const { name } of wordFiles()) expect(list).toContain(`](${name})`);
    for (const { title } of readLetters()) expect(list).toContain(`**${title}.**`);
  });

  test(`in ${BLANKS} are up to date (npm run letters writes them)`, () => {
    for (const { name, bytes } of blanks) {
      expect(existsSync(`${BLANKS}/${name}`), name).toBe(true);
      expect(readFileSync(`${BLANKS}/${name}`).equals(bytes), name).toBe(true);
    }
    const written = readdirSync(BLANKS).filter((name) => name.endsWith('.docx'));
    expect(written.toSorted()).toEqual(
      wordFiles()
        .map(({ name }) => name)
        .toSorted(),
    );
  });
});
