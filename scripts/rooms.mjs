/**
 * Lists the rooms and packages that each room may import from. The lint rule `dear-employer/rooms` reads this table, a test tries an
 * import for every pair of rooms, and ARCHITECTURE.md prints it. A room includes its subfolders.
 *
 * Imports point one way: `lib/letter` imports no other room, `lib/storage` saves records, `lib/writing` turns saved records into a
 * letter for a draft, and the background, the popup, the options page and the practice page use all of them.
 */

/** @type {Record<string, { about: string, imports: string[], packages: string[] }>} */
export const rooms = {
  'lib/failure': {
    about: 'The last word: an action that fails ends in a sentence.',
    imports: [],
    packages: [],
  },
  'lib/letter': {
    about: 'Pure: the letter’s model, parser, composer, renderers, dates. Runs anywhere.',
    imports: ['lib/failure'],
    packages: ['yaml'],
  },
  'lib/files': {
    about: 'Reads files that the user picks: text, JSON, tables; names the line of a mistake.',
    imports: ['lib/failure', 'lib/letter'],
    packages: ['fflate', 'jsonc-parser', 'papaparse', 'valibot'],
  },
  'lib/mail': {
    about: 'The page side, injected on a click: finds the draft, writes the letter, reads it back.',
    imports: ['lib/failure', 'lib/letter'],
    packages: [],
  },
  'lib/word': {
    about: 'Word files: the letter, the risk assessment form, the letter log.',
    imports: ['lib/failure', 'lib/letter'],
    packages: ['docx', 'fflate'],
  },
  'lib/replies': {
    about: 'Pure: reads a reply of the employer: its own words, what kind of answer, its dates.',
    imports: ['lib/letter'],
    packages: [],
  },
  'lib/import': {
    about: 'Reads official wording from a Word file or pasted text.',
    imports: ['lib/files', 'lib/letter'],
    packages: ['fflate', 'mammoth'],
  },
  'lib/storage': {
    about: 'What is saved: schemas, migrations, repair, the repository.',
    imports: ['lib/failure', 'lib/letter'],
    packages: ['valibot', 'wxt'],
  },
  'lib/register': {
    about: 'The DfE’s register file and the search in it.',
    imports: ['lib/files', 'lib/letter', 'lib/storage'],
    packages: ['idb', 'papaparse'],
  },
  'lib/employer': {
    about: 'Who the employer is: kinds of school, the 153 councils, the proposed employer.',
    imports: ['lib/letter', 'lib/register', 'lib/storage'],
    packages: [],
  },
  'lib/transfer': {
    about: 'Exports and imports backups, branch files, starter files and tables.',
    imports: ['lib/employer', 'lib/failure', 'lib/files', 'lib/letter', 'lib/storage'],
    packages: ['fflate', 'valibot'],
  },
  'lib/reading': {
    about: 'Reads picked files in a worker: one protocol for every kind.',
    imports: [
      'lib/failure',
      'lib/files',
      'lib/import',
      'lib/letter',
      'lib/register',
      'lib/storage',
      'lib/transfer',
    ],
    packages: [],
  },
  'lib/correspondence': {
    about: 'Letters sent, replies, the next letter, the calendar file.',
    imports: ['lib/letter', 'lib/storage', 'lib/word'],
    packages: [],
  },
  'lib/answers': {
    about: 'Pure: which mail is the reply, what it says in plain words, and the letter that answers it.',
    imports: ['lib/correspondence', 'lib/letter', 'lib/mail', 'lib/replies', 'lib/storage'],
    packages: [],
  },
  'lib/firstQuestions': {
    about: 'Pure: the answers to the first questions, and the signer and employer they make.',
    imports: ['lib/employer', 'lib/letter', 'lib/storage'],
    packages: [],
  },
  'lib/writing': {
    about:
      'Turns what is saved and chosen into a letter for a draft, and a report into a sentence. Popup and menu share it.',
    imports: [
      'lib/correspondence',
      'lib/employer',
      'lib/failure',
      'lib/firstQuestions',
      'lib/letter',
      'lib/mail',
      'lib/storage',
    ],
    packages: ['wxt'],
  },
  'lib/browser': {
    about: 'Asks the browser: tabs, injection, permissions, downloads.',
    imports: ['lib/failure', 'lib/mail'],
    packages: ['wxt'],
  },
  'lib/background': {
    about: 'The background script: insertion jobs and the right-click menu.',
    imports: ['lib/browser', 'lib/employer', 'lib/failure', 'lib/letter', 'lib/storage', 'lib/writing'],
    packages: ['valibot', 'wxt'],
  },
  'lib/popup': {
    about: 'The popup’s state and actions.',
    imports: [
      'lib/answers',
      'lib/browser',
      'lib/correspondence',
      'lib/employer',
      'lib/failure',
      'lib/firstQuestions',
      'lib/letter',
      'lib/mail',
      'lib/storage',
      'lib/word',
      'lib/writing',
    ],
    packages: ['react', 'zustand'],
  },
  'lib/options': {
    about: 'The options page’s state: a mirror of storage, saved as typed.',
    imports: ['lib/failure', 'lib/letter', 'lib/register', 'lib/storage'],
    packages: ['react', 'wxt', 'zustand'],
  },
  'lib/practice': {
    about: 'The practice page’s two emails, without a mailbox.',
    imports: ['lib/letter', 'lib/mail', 'lib/writing'],
    packages: [],
  },
  'components/ui': {
    about: 'Form controls, notices, the letter preview, the theme.',
    imports: ['lib/failure', 'lib/files', 'lib/letter'],
    packages: ['react'],
  },
  'components/employer': {
    about: 'The fields “Who employs you?” and the employer’s name.',
    imports: ['components/ui', 'lib/employer', 'lib/letter', 'lib/storage'],
    packages: ['react'],
  },
  'components/firstQuestions': {
    about: 'The first questions, in popup and options page.',
    imports: ['components/employer', 'components/ui', 'lib/employer', 'lib/firstQuestions'],
    packages: ['react'],
  },
  'components/letterOptions': {
    about: 'What a letter asks for and says, chosen in popup and stand-alone page.',
    imports: ['components/ui', 'lib/failure', 'lib/letter', 'lib/storage', 'lib/writing'],
    packages: ['react'],
  },
  'components/answers': {
    about:
      '“Paste their reply”, what a reply says, and the letter that answers it; in popup, options page and stand-alone page.',
    imports: [
      'components/letterOptions',
      'components/ui',
      'lib/answers',
      'lib/failure',
      'lib/letter',
      'lib/replies',
      'lib/storage',
    ],
    packages: ['react'],
  },
  'components/popup': {
    about: 'The popup’s screens.',
    imports: [
      'components/answers',
      'components/firstQuestions',
      'components/letterOptions',
      'components/ui',
      'lib/answers',
      'lib/employer',
      'lib/failure',
      'lib/firstQuestions',
      'lib/letter',
      'lib/popup',
      'lib/storage',
      'lib/writing',
    ],
    packages: ['react'],
  },
  'components/options': {
    about: 'The options page, a folder for each section.',
    imports: [
      'components/answers',
      'components/employer',
      'components/firstQuestions',
      'components/ui',
      'lib/answers',
      'lib/correspondence',
      'lib/employer',
      'lib/failure',
      'lib/files',
      'lib/firstQuestions',
      'lib/import',
      'lib/letter',
      'lib/options',
      'lib/reading',
      'lib/register',
      'lib/storage',
      'lib/transfer',
      'lib/word',
      'lib/writing',
    ],
    packages: ['react', 'react-dom'],
  },
  'components/practice': {
    about: 'The practice page.',
    imports: ['components/ui', 'lib/failure', 'lib/practice', 'lib/writing'],
    packages: ['react'],
  },
  'components/page': {
    about: 'The letter without an installation: one page, built by itself into one file.',
    imports: [
      'components/answers',
      'components/firstQuestions',
      'components/letterOptions',
      'components/ui',
      'lib/answers',
      'lib/browser',
      'lib/employer',
      'lib/failure',
      'lib/files',
      'lib/firstQuestions',
      'lib/letter',
      'lib/storage',
      'lib/transfer',
      'lib/word',
      'lib/writing',
    ],
    packages: ['react', 'react-dom'],
  },
  entrypoints: {
    about: 'Wiring, each at most 40 lines.',
    imports: [
      'components/options',
      'components/popup',
      'components/practice',
      'components/ui',
      'lib/background',
      'lib/browser',
      'lib/failure',
      'lib/mail',
      'lib/options',
      'lib/popup',
      'lib/practice',
      'lib/reading',
      'lib/writing',
    ],
    packages: ['react-dom', 'wxt'],
  },
};

/**
 * The room of a file, given its path relative to the project's folder; undefined for files outside the rooms (tests, scripts, templates).
 *
 * @param {string} path
 */
export function roomOf(path) {
  return Object.keys(rooms).find((room) => path.startsWith(`${room}/`));
}
