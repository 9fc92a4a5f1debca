import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { type EmailParts, renderEmailFile } from '../../../lib/letter/render/html';

const parts: EmailParts = {
  to: ['hr@council.example'],
  cc: ['chair@school.example', 'clerk@school.example'],
  subject:
    'Request for a risk assessment of Ofsted inspections: St Mary’s – Écoles Primary School, Nether Wallop',
  html: '<p style="margin:0">Dear Mrs O’Neill &amp; colleagues</p>',
  text: 'Dear Mrs O’Neill & colleagues\n\nThank you.',
  file: {
    name: '2026-11-27 Risk assessment request – St Mary’s.docx',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    bytes: new Uint8Array(100_000).map((_, at) => at % 251),
  },
};

test('a mail program reads To, Cc, subject, both texts and the Word copy as they were', async () => {
  const email = await PostalMime.parse(renderEmailFile(parts));
  expect(email.to?.map(({ address }) => address)).toEqual(parts.to);
  expect(email.cc?.map(({ address }) => address)).toEqual(parts.cc);
  expect(email.subject).toBe(parts.subject);
  expect(email.html).toContain(parts.html);
  expect(email.text?.trimEnd().replaceAll('\r\n', '\n')).toBe(parts.text);
  const [file, ...others] = email.attachments;
  expect(others).toEqual([]);
  expect([file?.filename, file?.mimeType, file?.disposition]).toEqual([
    parts.file.name,
    parts.file.type,
    'attachment',
  ]);
  expect(new Uint8Array(file!.content as ArrayBuffer)).toEqual(parts.file.bytes);
});

test('Outlook opens it as a draft, and nobody is named as its sender', () => {
  const head = renderEmailFile(parts).split('\r\n\r\n')[0]!;
  expect(head).toContain('\r\nX-Unsent: 1\r\n');
  expect(head).not.toMatch(/^(From|Date|Bcc):/m);
});

test('without an address there is no To line', () => {
  expect(renderEmailFile({ ...parts, to: [], cc: [] })).not.toMatch(/^(To|Cc):/m);
});

test('every line is ASCII and ends with CRLF; lines of base64 and of encoded words have at most 76 characters', () => {
  const file = renderEmailFile(parts);
  const lines = file.split('\r\n');
  expect(file.replaceAll('\r\n', '')).not.toMatch(/[^ -~]/);
  const encoded = lines.filter((line) => line.includes('=?') || /^[\w+/=]+$/.test(line));
  expect(encoded.length).toBeGreaterThan(1000);
  expect(encoded.filter((line) => line.length > 76)).toEqual([]);
});

test('any subject and name come back, and none can add a header', async () => {
  const name = fc
    .string({ unit: 'grapheme', maxLength: 60 })
    .map((text) => text.replace(/["\\/]|\p{C}/gu, ''));
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), name, async (subject, words) => {
      const file = { ...parts.file, name: `${words}.docx`, bytes: new Uint8Array(3) };
      const email = await PostalMime.parse(renderEmailFile({ ...parts, subject, file }));
      const names = email.headers.map(({ key }) => key);
      expect(names).toEqual(['to', 'cc', 'subject', 'x-unsent', 'mime-version', 'content-type']);
      const shown = (text: string) => text.replace(/[\s\p{C}]+/gu, '');
      expect(shown(email.subject ?? '')).toBe(shown(subject.toWellFormed()));
      expect(shown(email.attachments[0]?.filename ?? '')).toBe(shown(file.name));
    }),
    { numRuns: 300 },
  );
});
