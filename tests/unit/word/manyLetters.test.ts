import { unzipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderDocx } from '../../../lib/word/letter';
import { toFileName } from '../../../lib/word/fileName';
import { nameFiles, writeManyLetters, zipFileName, type LetterForOne } from '../../../lib/word/manyLetters';
import { makeLetter, text } from './exampleLetter';

const forOne = (signer: string, school: string): LetterForOne => ({
  document: makeLetter({ sender: [text(school)] }),
  signer,
  school,
  form: { employer: 'Northmere Trust', school },
});

const three = [
  forOne('Jo Field', 'Oakfield'),
  forOne('Sam Hill', 'Ashfield'),
  forOne('Kim Lane', 'Elmfield'),
];

describe('letters for many signers', () => {
  test('are separate Word files in one zip, each as if written alone', async () => {
    const result = await writeManyLetters(three);
    if (!result.ok) throw new Error(result.why);
    const files = unzipSync(result.zip);
    expect(Object.keys(files)).toEqual([
      '2026-11-23 Risk assessment request – Oakfield.docx',
      '2026-11-23 Risk assessment request – Ashfield.docx',
      '2026-11-23 Risk assessment request – Elmfield.docx',
    ]);
    expect(Object.keys(files)).toEqual(result.fileNames);
    expect(Object.values(files)).toEqual(
      await Promise.all(three.map(({ document }) => renderDocx(document))),
    );
  });

  test('give the same bytes twice', async () => {
    expect(await writeManyLetters(three)).toEqual(await writeManyLetters(three));
  });

  test('report progress after each letter', async () => {
    const progress: string[] = [];
    await writeManyLetters(three, { onProgress: ({ done, total }) => progress.push(`${done} of ${total}`) });
    expect(progress).toEqual(['1 of 3', '2 of 3', '3 of 3']);
  });

  test('can be cancelled between two letters', async () => {
    const stop = new AbortController();
    let written = 0;
    const onProgress = () => {
      written++;
      stop.abort();
    };
    expect(await writeManyLetters(three, { onProgress, signal: stop.signal })).toEqual({
      ok: false,
      why: 'cancelled',
    });
    expect(written).toBe(1);
  });

  test('can be cancelled after the last letter', async () => {
    const stop = new AbortController();
    const onProgress = ({ done }: { done: number }) => {
      if (done === three.length) stop.abort();
    };
    expect(await writeManyLetters(three, { onProgress, signal: stop.signal })).toEqual({
      ok: false,
      why: 'cancelled',
    });
  });

  test('let the page do other work between letters', async () => {
    const order: string[] = [];
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => order.push('click answered'));
    port1.start();
    await writeManyLetters(three, {
      onProgress: ({ done }) => {
        order.push(`letter ${done}`);
        port2.postMessage('click');
      },
    });
    port1.close();
    expect(order.slice(0, 5)).toEqual([
      'letter 1',
      'click answered',
      'letter 2',
      'click answered',
      'letter 3',
    ]);
  });

  test('are not written if no signer is chosen', async () => {
    expect(await writeManyLetters([])).toEqual({ ok: false, why: 'nothing to write' });
  });

  test('have a zip named after the letter and the number of letters', () => {
    expect(zipFileName(three)).toBe('2026-11-23 Risk assessment request – 3 letters.zip');
  });
});

describe('the names of their files', () => {
  const start = '2026-11-23 Risk assessment request – ';

  test('distinguish two signers of one school', () => {
    expect(
      nameFiles([forOne('Jo Field', 'Oakfield'), forOne('Sam Hill', 'OAKFIELD'), forOne('Kim', 'Elm')]),
    ).toEqual([`${start}Oakfield – Jo Field.docx`, `${start}OAKFIELD – Sam Hill.docx`, `${start}Elm.docx`]);
  });

  test('number two files of the same name', () => {
    expect(nameFiles([forOne('', 'Oakfield'), forOne('', 'Oakfield'), forOne('', 'Oakfield (2)')])).toEqual([
      `${start}Oakfield.docx`,
      `${start}Oakfield (2).docx`,
      `${start}Oakfield (2) (2).docx`,
    ]);
  });

  test('are all different and short enough for every file system', () => {
    const name = fc.oneof(
      fc.constantFrom('Oakfield', 'oakfield', 'O'.repeat(300)),
      fc.string({ unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(name, name), { maxLength: 12 }), (people) => {
        const names = nameFiles(people.map(([signer, school]) => forOne(signer, school)));
        expect(new Set(names.map((fileName) => fileName.toLowerCase())).size).toBe(people.length);
        for (const fileName of names)
          expect(new TextEncoder().encode(fileName).length).toBeLessThanOrEqual(255);
      }),
    );
  });

  test('are a hundred for a hundred letters, for any names of signers and schools', async () => {
    const signers = ['Jo Field', 'JO FIELD', 'CON', 'a'.repeat(300), '', '...', 'nul.', '😀', '\u202eabc'];
    const schools = [
      'Oakfield',
      'oakfield ',
      'CON',
      'NUL.',
      '',
      'St Mary’s: "A/B"?',
      '😀'.repeat(80),
      'مدرسة',
    ];
    const people = Array.from({ length: 100 }, (_, i) => forOne(signers[i % 9]!, schools[i % 8]!));
    const result = await writeManyLetters(people);
    if (!result.ok) throw new Error(result.why);
    const names = Object.keys(unzipSync(result.zip));
    expect(names).toEqual(result.fileNames);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(100);
    for (const name of names) {
      expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Cf}]|[. –]\.docx$/u);
      expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(255);
    }
  });

  test('are never empty', () => {
    expect(toFileName(' .. ')).toBe('Letter.docx');
  });
});
