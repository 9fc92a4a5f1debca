import { isEmailAddress, readEmailAddress } from './emailAddress';

/**
 * What to correct in a text that is not one email address, as a sentence without its full stop; null when nothing in
 * particular is wrong with it. Apart from `emailAddress.ts`, because the popup has no room for these sentences.
 */
export function adviseOnAddress(typed: string): string | null {
  const text = typed.trim();
  // A longer text is not a slip of typing, and the search would take long.
  if (text === '' || typed.length > 1000 || readEmailAddress(typed) !== null) return null;
  return adviseOnCharacters(typed) ?? adviseOnShape(text) ?? adviseOnSurroundings(text);
}

/** Endings and hosts that nobody has, and what was meant. */
const SLIPS: readonly (readonly [slip: RegExp, meant: string])[] = [
  [/\.(?:con|cmo|ocm|comm|cpm|vom|xom)$/i, '.com'],
  [/\.(co|gov|org|sch|ac)\.?(?:ik|ku|uj|ul|yk|jk|ukk|uuk|uik|iuk|uk\.uk)$/i, '.$1.uk'],
  [/\.(co|gov|org|sch|ac)uk$/i, '.$1.uk'],
  [/@(?:gmial|gmai|gmal|gnail|gamil|gmil)\.com$/i, '@gmail.com'],
  [/@(?:hotmial|hotmal|hotmai)\./i, '@hotmail.'],
  [/@(?:outlok|outloo|outlool|otulook)\.com$/i, '@outlook.com'],
];

/** The address that was probably meant by one that can be filled in; null when nothing looks like a slip. */
export function findSlip(typed: string): string | null {
  const address = readEmailAddress(typed);
  if (address === null) return null;
  const mended = SLIPS.reduce((text, [slip, meant]) => text.replace(slip, meant), address);
  return mended === address ? null : mended;
}

const DOES_NOT_SHOW = /[\p{Default_Ignorable_Code_Point}\p{Cc}\ufeff\u2800]/u;
const ANOTHER_ALPHABET = /(?![\p{Script=Latin}\u212a])\p{L}|[\u212a\p{Script=Han}]/u;
const WIDE = /[\uff01-\uff5e。﹫﹒]/u;
/** Signs inside an address that word processors put in, or that look like the usual ones. */
const LOOK_ALIKES: readonly (readonly [what: string, usual: string, sign: RegExp])[] = [
  ['straight apostrophe', "'", /(?<=\p{L})[‘’ʼʻ´`′](?=\p{L}[^@\s]*@)/u],
  ['full stop', '.', /(?<=\w)[․·‧∙](?=\w)/u],
  ['hyphen', '-', /(?<=[\w.])[‐‑‒–—−﹣](?=[\w.]*)/u],
];
/** Signs that an address may have by the rules, and that we do not fill in. */
const NOT_FILLED_IN = /(?<=[\w.])(?<!^(?:mailto|e-?mail|e|to|cc|from)(?=:))[=%!*/#$^{}|~?;,:](?=[\w.-]*@)/i;

function adviseOnCharacters(typed: string): string | null {
  // A line break is white space between two addresses, or around one.
  if (DOES_NOT_SHOW.test(typed.replace(/[\t\r\n]/g, ' ')))
    return 'It contains a character that does not show. Delete it all and type the address yourself; do not paste it';
  const isOneWord = /^\S+@\S+$/.test(typed.trim());
  const alike = isOneWord && LOOK_ALIKES.find(([, , sign]) => sign.test(typed));
  if (alike) return `Type a ${alike[0]} (${alike[1]}) in place of “${alike[2].exec(typed)?.[0]}”`;
  const wide = WIDE.exec(typed)?.[0];
  if (wide) return `“${wide}” only looks like the usual sign. Type the address again on an English keyboard`;
  const letter = ANOTHER_ALPHABET.exec(typed)?.[0];
  if (letter)
    return `“${letter}” is a letter of another alphabet, though it may look like one of ours. Type the address again yourself; do not paste it`;
  if (/@(?:.*\.)?xn--/i.test(typed))
    return 'The part after the @ contains a letter that is not a to z (“xn--” stands for it). Type the address again yourself; if it really is spelt so, ask for another address';
  const accent = /\p{L}\p{M}|(?![a-z])\p{L}/iu.exec(typed)?.[0];
  const at = typed.indexOf('@');
  if (accent && isOneWord)
    return `We can fill in only addresses with the letters a to z. Check “${accent}”${at < typed.indexOf(accent) ? '' : ' before the @'}, or ask for another address`;
  const sign = isOneWord && typed.indexOf('@') === typed.lastIndexOf('@') && NOT_FILLED_IN.exec(typed)?.[0];
  return sign
    ? `We cannot fill in an address with “${sign}” before the @. Check it, or type it into the email yourself`
    : null;
}

/** What is wrong with one word that is meant as an address, and addresses written out in words. */
function adviseOnShape(text: string): string | null {
  const signs = text
    .replace(/ ?[([{] ?at ?[)\]}] ?| at /gi, '@')
    .replace(/ ?[([{] ?dot ?[)\]}] ?| dot /gi, '.');
  if (signs !== text && isEmailAddress(signs)) return `Type it with its signs: ${signs}`;
  if (/\s/.test(text)) return null;
  if (!text.includes('@')) return text.includes('.') ? 'There is no @ in it' : null;
  if (text.includes('@@')) return 'Type @ only once';
  if (/\w\.\.\w/.test(text)) return 'There are two full stops together';
  if (text.includes('.@')) return 'There is a full stop before the @';
  if (/^[^@]+@[a-z\d-]+$/i.test(text)) return 'The end is missing. It looks like .org.uk';
  const [, after = ''] = text.split('@', 2);
  const sign = text.indexOf('@') === text.lastIndexOf('@') && /^[\w.-]*?([',:;|_’])[a-z]/i.exec(after)?.[1];
  return sign
    ? `After the @ there can be only letters, numbers, full stops and hyphens. Check “${sign}”`
    : null;
}

function adviseOnSurroundings(text: string): string | null {
  const found = [...text.matchAll(/[\w&+'.-]+@[a-z\d.-]+/gi)].flatMap(([token]) => {
    const address = token.replace(/^['.-]+|['.-]+$/g, '');
    return isEmailAddress(address) ? [address] : [];
  });
  const [address] = found;
  if (found.length > 1) return 'Type one address here. Add the others as copies';
  if (address === undefined) {
    const joined = text.replace(/\s+/g, '');
    return isEmailAddress(joined) ? `Leave out the space: ${joined}` : null;
  }
  const start = text.indexOf(address);
  const around = [text.slice(0, start), text.slice(start + address.length)].map((part) => part.trim());
  const extra = around.filter((part) => part !== '');
  const [before = ''] = around;
  // The word before may be part of the address: “jo patel@council.example” without it could be somebody else’s.
  if (/^[a-z][a-z’]*(?: ?[’'])?$/i.test(before) && extra.length === 1)
    return `If “${before}” belongs to the address, close the gap. If not, leave it out`;
  if (extra.some((part) => part.length > 8)) return `Leave out everything but ${address}`;
  return `Leave out ${extra.map((part) => `“${part}”`).join(' and ')}`;
}
