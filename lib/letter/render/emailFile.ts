import { cleanLine, toBase64 } from '../text';

export interface EmailParts {
  /** Addresses only, already checked. */
  to: readonly string[];
  cc: readonly string[];
  subject: string;
  html: string;
  text: string;
  file: { name: string; type: string; bytes: Uint8Array };
}

/**
 * The letter as an email in a file (RFC 5322 and 2045). Mail programs that know `X-Unsent` open it as a draft. Without
 * “From”, the program uses the account of the person who opens it. The file has ASCII characters only.
 */
export function renderEmailFile({ to, cc, subject, html, text, file }: EmailParts): string {
  const page = `<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"></head><body>${html}</body></html>`;
  return [
    ...(to.length > 0 ? [`To: ${to.join(',\r\n ')}`] : []),
    ...(cc.length > 0 ? [`Cc: ${cc.join(',\r\n ')}`] : []),
    `Subject: ${encodeWords(cleanLine(subject))}`,
    'X-Unsent: 1',
    'MIME-Version: 1.0',
    multipart('mixed', [
      multipart('alternative', [
        // In mail, lines of text end with CRLF.
        part('text/plain; charset=utf-8', encode(text.replaceAll('\n', '\r\n'))),
        part('text/html; charset=utf-8', encode(page)),
      ]),
      part(file.type, file.bytes, `Content-Disposition: attachment; ${fileNames(file.name)}`),
    ]),
    '',
  ].join('\r\n');
}

/** Base64 has no underscore, so that no part can contain the boundary. */
function multipart(kind: 'mixed' | 'alternative', parts: readonly string[]): string {
  const boundary = `=_letter_${kind}`;
  return [
    `Content-Type: multipart/${kind}; boundary="${boundary}"`,
    '',
    ...parts.flatMap((each) => [`--${boundary}`, each]),
    `--${boundary}--`,
  ].join('\r\n');
}

function part(type: string, bytes: Uint8Array, ...headers: string[]): string {
  const lines = toBase64(bytes).replace(/.{76}(?=.)/g, '$&\r\n');
  return [`Content-Type: ${type}`, ...headers, 'Content-Transfer-Encoding: base64', '', lines].join('\r\n');
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** A line with an encoded word has at most 76 characters: “Subject: ”, 12 around the word, and 52 for 39 bytes in base64. */
const MAX_WORD_BYTES = 39;

/** A header in encoded words (RFC 2047), one on each line, none of which splits a character. */
function encodeWords(text: string): string {
  const isPlain = text.length <= 60 && !/[^ -~]/.test(text) && !text.includes('=?');
  if (isPlain) return text;
  const words: string[] = [''];
  for (const character of text) {
    const longer = `${words.at(-1)}${character}`;
    if (encode(longer).length > MAX_WORD_BYTES) words.push(character);
    else words[words.length - 1] = longer;
  }
  return words.map((word) => `=?UTF-8?B?${toBase64(encode(word))}?=`).join('\r\n ');
}

/** The name in ASCII for every program, and the exact name (RFC 2231) for those that can read it. */
function fileNames(name: string): string {
  const ascii = name
    .replaceAll(/[–—]/g, '-')
    .replaceAll('’', "'")
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^ -~]|["\\]/g, '_');
  const exact = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16)}`,
  );
  return `filename="${ascii}"${ascii === name ? '' : `;\r\n filename*=UTF-8''${exact}`}`;
}
