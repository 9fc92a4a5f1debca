import type { Insertion } from '../../../lib/mail/protocol';

const PARAGRAPH = 'margin:0 0 12pt 0';

/** A short letter built like a real one: paragraphs, numbered requests, a signature of two lines. */
export const LINES = [
  'Dear Mrs Patel',
  'I write as an employee of Larkrise Trust.',
  'I ask for three things:',
  'Assess the risk.',
  'Name an officer.',
  'Keep a dialogue open.',
  'Yours sincerely',
  'Sam Carter',
];

export const REQUESTS = LINES.slice(3, 6);

const LETTER_HTML = [
  `<p style="${PARAGRAPH}">${LINES[0]}</p>`,
  `<p style="${PARAGRAPH}">I write as an <strong>employee</strong> of Larkrise Trust.</p>`,
  `<p style="${PARAGRAPH}">${LINES[2]}</p>`,
  `<ol style="${PARAGRAPH};padding:0 0 0 2em">${REQUESTS.map((one) => `<li style="margin:0 0 0.5em 0">${one}</li>`).join('')}</ol>`,
  `<p style="${PARAGRAPH}">${LINES[6]}<br>${LINES[7]}</p>`,
].join('');

export const LETTER_TEXT = [
  ...LINES.slice(0, 3),
  ...REQUESTS.map((request, index) => `${index + 1}. ${request}`),
  ...LINES.slice(6),
].join('\n');

export const letter: Insertion = {
  html: LETTER_HTML,
  text: LETTER_TEXT,
  subject: '',
  to: [],
  cc: [],
  files: null,
};
