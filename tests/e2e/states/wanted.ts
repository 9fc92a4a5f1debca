import type { Spot, Wanted } from './row';

/** The sentences of lib/mail/sentences.ts as a user reads them, written out: a changed wording must be meant. */
const ADDRESSED_AND_TITLED = 'We also addressed it and filled in the subject.';
export const ADDRESSED = 'We also addressed it.';
export const TO_LEFT = 'There was already somebody in To, so we left it.';
export const SUBJECT_LEFT = 'The subject was already filled, so we left it.';
export const SUBJECT_OF_REPLY = 'The earlier email’s subject stays as it is.';
export const NO_PEOPLE =
  'We also filled in the subject. The page did not take the address: press Copy addresses and paste them there.';

export const AFTER_WORDS = ', after your own words';
export const AFTER_SELECTION = ', after the words you had selected';
export const ABOVE_SIGNATURE = ', above your signature';
export const ABOVE_QUOTE = ', above the earlier emails';
export const BELOW_STRUCTURE = ', below the list, table or quote you were in';

export const NO_EMAIL: Wanted = {
  get: 'sentence',
  tells:
    'No email is open for writing in this tab. Open one and click the icon there, or take the letter as Word.',
};
export const MINIMISED: Wanted = {
  get: 'sentence',
  tells: 'That email is minimised, so nothing was put in. Open it up and try again.',
};
export const WHICH_EMAIL: Wanted = {
  get: 'sentence',
  tells: 'Several emails are open. Choose which one under “Which email?”, then press Insert letter.',
};
/** Read on the options page, which opens beside the switch. */
export const NOT_LET_IN: Wanted = {
  get: 'sentence',
  tells:
    'The browser did not let us write in that window, so nothing was put in. If it was a separate Outlook window, turn on the switch below, then right-click in the email again. Otherwise copy the letter, or take it as Word.',
};

type Where = 'new message' | 'reply' | 'forward';

const WHERE = {
  'new message': 'your new message',
  reply: 'your reply',
  forward: 'the email you are forwarding',
} satisfies Record<Where, string>;

/** The whole letter by the toolbar: where it stands, and what became of people and subject. */
export function letterIn(kind: Where, at: Spot, place = '', rest = ADDRESSED_AND_TITLED): Wanted {
  return { get: 'text', at, tells: `The letter is in ${WHERE[kind]}${place}. ${rest}`.trim() };
}

/** What was chosen in the menu, where the user clicked. */
export function partIn(kind: Where, at: Spot, place = ''): Wanted {
  return { get: 'text', at, tells: `{part} is in ${WHERE[kind]}${place}.` };
}
