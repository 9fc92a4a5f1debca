import { exampleEmployer } from '../../support/seedDetails';
import type { Spot, Expected } from './row';

/**
 * The sentences of lib/writing/insertionSentences.ts, written out in full, so that a wording does not change by
 * accident.
 */
const ADDRESSED_AND_TITLED = `To: ${exampleEmployer.email} Subject filled in`;
export const ADDRESSED = `To: ${exampleEmployer.email}`;
export const TO_LEFT = 'To was filled in already, so we left it.';
export const SUBJECT_LEFT = 'The subject was already filled, so we left it.';
export const SUBJECT_OF_REPLY = 'The earlier email’s subject stays as it is.';
export const NO_PEOPLE =
  'Subject filled in The page did not take the address: press Copy addresses and paste them there.';

export const AFTER_WORDS = ', after your own words';
export const AFTER_SELECTION = ', after the words you had selected';
export const ABOVE_SIGNATURE = ', above your signature';
export const ABOVE_QUOTE = ', above the earlier emails';
export const BELOW_STRUCTURE = ', below the list, table or quote you were in';

/** A field that is not an email has the caret: it is offered, and “Insert letter” leaves it alone. */
export const UNKNOWN_EMAIL: Expected = {
  get: 'sentence',
  sentence:
    'We do not recognise this email window. Press “Put the letter where I was writing”, or right-click there.',
};

export const NO_EMAIL: Expected = {
  get: 'sentence',
  sentence:
    'No email is open for writing in this tab. Open one and click the icon there, or take the letter as Word.',
};
export const MINIMISED: Expected = {
  get: 'sentence',
  sentence: 'That email is minimised, so nothing was put in. Open it up and try again.',
};
export const WHICH_EMAIL: Expected = {
  get: 'sentence',
  sentence: 'Several emails are open. Choose which one under “Which email?”, then press Insert letter.',
};
/** Shown on the options page, next to the switch. */
export const NOT_LET_IN: Expected = {
  get: 'sentence',
  sentence:
    'The browser did not let us write in that window, so nothing was put in. If it was a separate Outlook window, turn on the switch below, then right-click in the email again. Otherwise copy the letter, or take it as Word.',
};

const DRAFT = 'It is a draft. Nothing is sent until you press Send.';

type Where = 'new message' | 'reply' | 'forward';

const WHERE = {
  'new message': 'your new message',
  reply: 'your reply',
  forward: 'the email you are forwarding',
} satisfies Record<Where, string>;

/**
 * The whole letter by the toolbar icon: its place, and what happened to recipients and subject. Without the latter (`rest`), by
 * the menu: its notice says the place alone.
 */
export function letterIn(kind: Where, at: Spot, place = '', rest = ADDRESSED_AND_TITLED): Expected {
  const words = [`The letter is in ${WHERE[kind]}${place}.`, rest, rest && DRAFT].filter(Boolean);
  return { get: 'text', at, sentence: words.join(' ') };
}

/** The chosen menu item, at the point of the click. */
export function partIn(kind: Where, at: Spot, place = ''): Expected {
  return { get: 'text', at, sentence: `{part} is in ${WHERE[kind]}${place}.` };
}
