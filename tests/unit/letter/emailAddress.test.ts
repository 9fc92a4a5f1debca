import { describe, expect, test } from 'vitest';
import { readEmailAddress } from '../../../lib/letter/emailAddress';
import { adviseOnAddress, findSlip } from '../../../lib/letter/emailAdvice';

describe('an email address', () => {
  test.each([
    'jo.patel@northshire.example',
    'HR@Northshire.Example',
    "mary.o'hara+heads@people.northshire-trust.example",
    '4th_school-office@n1.example',
  ])('is used as typed: %s', (address) => {
    expect(readEmailAddress(address)).toBe(address);
  });

  test.each([' jo@x.example ', '\tjo@x.example\r\n', '\u00a0jo@x.example'])(
    'loses the white space around it: %j',
    (typed) => {
      expect(readEmailAddress(typed)).toBe('jo@x.example');
    },
  );

  test.each([
    '',
    ' ',
    'a@x.example, b@x.example',
    'a@x.example,b@x.example',
    'a@x.example; b@x.example',
    'a@x.example b@x.example',
    'a@x.example\nb@x.example',
    'a@x.example\r\nb@x.example',
    'a@x.example and b@x.example',
    'a@x.example or b@x.example',
    'a@x.example/b@x.example',
    'a@x.exampleb@x.example',
    '"Jo Patel" <jo@x.example>',
    'Jo Patel <jo@x.example>',
    'Jo Patel jo@x.example',
    '<jo@x.example>',
    '"jo patel"@x.example',
    '"jo@x.example"',
    "'jo@x.example'",
    "'jo@x.example",
    "jo@x.example'",
    '“jo@x.example”',
    '(jo@x.example)',
    'jo@x.example (office)',
    'mailto:jo@x.example',
    'mailto:jo@x.example?cc=b@x.example',
    'jo@x.example?cc=b',
    'https://x.example/jo@x',
    'see website',
    'tbc',
    'n/a',
    '01632 960 001',
    '+441632960001',
    'jo.x.example',
    'jo@',
    '@x.example',
    'jo@@x.example',
    'jo at x.example',
    'jo[at]x.example',
    'jo@x',
    'jo@localhost',
    'jo@192.0.2.1',
    'jo@[192.0.2.1]',
    'jo@x.example.',
    'jo@x.example,',
    'jo@x.example;',
    'jo@x.example:',
    'jo@.x.example',
    'jo@x..example',
    'jo@-x.example',
    'jo@x-.example',
    'jo@x_y.example',
    'jo@x,example',
    'jo@x.exam ple',
    'jo@x.example1',
    '.jo@x.example',
    'jo.@x.example',
    'j..o@x.example',
    'jo,patel@x.example',
    'jo\\@x.example',
    'jo\u200b@x.example',
    'jo@x.example\u200b',
    '\u200djo@x.example',
    'jo@x\u00ad.example',
    '\ufeffjo@x.example',
    '\u202ajo@x.example\u202c',
    '\u200ejo@x.example',
    'jo\u2060@x.example',
    'jo\u0000@x.example',
    'jо@x.example', // a Cyrillic о
    'jo@хy.example', // a Cyrillic х
    'jo@xn--y-etb.example',
    'jo＠x.example', // a full-width sign
    'jo@x。example',
    'josé@x.example',
    'jo@\u212a.example', // the Kelvin sign
    `jo@${'abc.'.repeat(70)}example`,
    `${'a'.repeat(65)}@x.example`,
    `jo@${'a'.repeat(64)}.example`,
    'јo@x.example', // a Cyrillic ј
    'ｊo@x.example',
    'jo@x.exаmple', // a Cyrillic а
    'jo@x.example\u3164',
    'jo\ufe0f@x.example',
    'jo@x.example\u0301',
    'jo․patel@x.example', // a one dot leader
    'jo@x·example',
    'jo@x.example…',
    'jo@x.example!',
    'jo&amp;p@x.example',
    '&lt;jo@x.example&gt;',
    "d''arcy@x.example",
    'jo%40x.example',
    'jo@x.c',
    '[jo@x.example](mailto:jo@x.example)',
    'jo@x.example\u2028hr@x.example',
    'jo@x.example & hr@x.example',
    '=jo@x.example',
    'jo@faß.example',
  ])('is not read from %j', (typed) => {
    expect(readEmailAddress(typed)).toBeNull();
  });

  test('is judged at once, however long the text', () => {
    expect(readEmailAddress('a'.repeat(1_000_000))).toBeNull();
    expect(readEmailAddress(`${'a'.repeat(200)}é@x.example`)).toBeNull();
    expect(readEmailAddress(`a${' '.repeat(1_000_000)}@x.example`)).toBeNull();
  });
});

describe('what to correct in a text that is not one email address', () => {
  const notShown =
    'It contains a character that does not show. Delete it all and type the address yourself; do not paste it';
  const alphabet = (letter: string) =>
    `“${letter}” is a letter of another alphabet, though it may look like one of ours. Type the address again yourself; do not paste it`;

  const onlyAfter = (sign: string) =>
    `After the @ there can be only letters, numbers, full stops and hyphens. Check “${sign}”`;

  test.each([
    ['a@x.example, b@x.example', 'Type one address here. Add the others as copies'],
    ['a@x.example; b@x.example;', 'Type one address here. Add the others as copies'],
    ['a@x.example\nb@x.example', 'Type one address here. Add the others as copies'],
    ['mailto:jo@x.example?cc=b@x.example', 'Type one address here. Add the others as copies'],
    ['"Jo Patel" <jo@x.example>', 'Leave out everything but jo@x.example'],
    ['jo@x.example (school office)', 'Leave out everything but jo@x.example'],
    ['<jo@x.example>', 'Leave out “<” and “>”'],
    ['(jo@x.example)', 'Leave out “(” and “)”'],
    ['“jo@x.example”', 'Leave out ““” and “””'],
    ['mailto:jo@x.example', 'Leave out “mailto:”'],
    ['jo@x.example.', 'Leave out “.”'],
    ['jo@x.example;', 'Leave out “;”'],
    ['jo@x.example,', 'Leave out “,”'],
    ["'jo@x.example'", "Leave out “'” and “'”"],
    ['jo @x.example', 'Leave out the space: jo@x.example'],
    ['mary.o’hara@x.example', "Type a straight apostrophe (') in place of “’”"],
    ['mary.o`hara@x.example', "Type a straight apostrophe (') in place of “`”"],
    ['mary.oʼhara@x.example', "Type a straight apostrophe (') in place of “ʼ”"],
    ['jo–smith@x.example', 'Type a hyphen (-) in place of “–”'],
    ['jo\u2011smith@x.example', 'Type a hyphen (-) in place of “\u2011”'],
    ['jo@north−mere.example', 'Type a hyphen (-) in place of “−”'],
    ['jo․smith@x.example', 'Type a full stop (.) in place of “․”'],
    ['jo@x·example', 'Type a full stop (.) in place of “·”'],
    ['jo@x.example…', 'Leave out “…”'],
    ['Dr. jo@x.example', 'Leave out “Dr.”'],
    ['jo@x.example|hr@x.example', 'Type one address here. Add the others as copies'],
    ['jo@x.example<mailto:jo@x.example>', 'Type one address here. Add the others as copies'],
    ['jo@x.example\u2066', notShown],
    ['jo@𝐱.example', alphabet('𝐱')],
    [
      'o＇brien@x.example',
      '“＇” only looks like the usual sign. Type the address again on an English keyboard',
    ],
    // “Leave out” would make it the address of somebody else.
    [
      'jo&amp;p@x.example',
      'We cannot fill in an address with “;” before the @. Check it, or type it into the email yourself',
    ],
    [
      'jo,smith@x.example',
      'We cannot fill in an address with “,” before the @. Check it, or type it into the email yourself',
    ],
    [
      'jo=smith@x.example',
      'We cannot fill in an address with “=” before the @. Check it, or type it into the email yourself',
    ],
    [
      'jo/smith@x.example',
      'We cannot fill in an address with “/” before the @. Check it, or type it into the email yourself',
    ],
    ['jo\u200b@x.example', notShown],
    ['jo@x\u00ad.example', notShown],
    ['\u202ajo@x.example\u202c', notShown],
    ['\ufeffjo@x.example', notShown],
    ['jo@x.example\u2060', notShown],
    ['jо@x.example', alphabet('о')], // a Cyrillic о
    ['jo@хy.example', alphabet('х')], // a Cyrillic х
    ['jο@x.example', alphabet('ο')], // a Greek omicron
    ['jo＠x.example', '“＠” only looks like the usual sign. Type the address again on an English keyboard'],
    ['jo﹫x.example', '“﹫” only looks like the usual sign. Type the address again on an English keyboard'],
    ['jo@x。example', '“。” only looks like the usual sign. Type the address again on an English keyboard'],
    [
      'jo@xn--y-etb.example',
      'The part after the @ contains a letter that is not a to z (“xn--” stands for it). Type the address again yourself; if it really is spelt so, ask for another address',
    ],
    [
      'josé@x.example',
      'We can fill in only addresses with the letters a to z. Check “é” before the @, or ask for another address',
    ],
    [
      'jo@schülé.example',
      'We can fill in only addresses with the letters a to z. Check “ü”, or ask for another address',
    ],
    // The advice must not lead to the address of somebody else.
    ['jo patel@x.example', 'If “jo” belongs to the address, close the gap. If not, leave it out'],
    ['Jo patel@x.example', 'If “Jo” belongs to the address, close the gap. If not, leave it out'],
    ['o ’brien@x.example', 'If “o ’” belongs to the address, close the gap. If not, leave it out'],
    ['jo@x.co,uk', onlyAfter(',')],
    ['jo@x.examp|e', onlyAfter('|')],
    ['jo@x:example', onlyAfter(':')],
    ['jo@x;example', onlyAfter(';')],
    ["head@st-mary's.example", onlyAfter("'")],
    ['head@st_marys.example', onlyAfter('_')],
    [
      'jo:patel@x.example',
      'We cannot fill in an address with “:” before the @. Check it, or type it into the email yourself',
    ],
    ['Email:jo@x.example', 'Leave out “Email:”'],
    ['E: jo@x.example', 'Leave out “E:”'],
    ['MAILTO:jo@x.example', 'Leave out “MAILTO:”'],
    ['mailto: jo@x.example', 'Leave out “mailto:”'],
    ['jo (at) x.example', 'Type it with its signs: jo@x.example'],
    ['jo(at)x.example', 'Type it with its signs: jo@x.example'],
    ['jo[at]x[dot]example', 'Type it with its signs: jo@x.example'],
    ['jo AT x DOT example', 'Type it with its signs: jo@x.example'],
    ['jo {at} x {dot} example', 'Type it with its signs: jo@x.example'],
    ['jo @ x.example', 'Leave out the space: jo@x.example'],
    ['jo@ x .example', 'Leave out the space: jo@x.example'],
    ['jo\u00a0@x.example', 'Leave out the space: jo@x.example'],
    ['jo@@x.example', 'Type @ only once'],
    ['jo..patel@x.example', 'There are two full stops together'],
    ['jo@x..example', 'There are two full stops together'],
    ['jo.@x.example', 'There is a full stop before the @'],
    ['.jo@x.example', 'Leave out “.”'],
    ['jo.patel', 'There is no @ in it'],
    ['www.x.example', 'There is no @ in it'],
    ['jo@northmere', 'The end is missing. It looks like .org.uk'],
    ['jo@x.example>', 'Leave out “>”'],
    ['Jo Patel <jo@x.example', 'Leave out everything but jo@x.example'],
    ['‘jo@x.example’', 'Leave out “‘” and “’”'],
    ['«jo@x.example»', 'Leave out “«” and “»”'],
    ['jo@x.example – office', 'Leave out “– office”'],
    ['Jo Patel <jo@x.example>; Tom Hale <tom@x.example>', 'Type one address here. Add the others as copies'],
    ['jo@x.example (copy to hr@x.example)', 'Type one address here. Add the others as copies'],
    ['ϳo@x.example', alphabet('ϳ')], // a Greek yot
    ['jo@раypal.example', alphabet('р')], // a Cyrillic р
    ['jо@х.example', alphabet('о')], // Cyrillic letters on both sides
    [
      'jo@ɡmail.com',
      'We can fill in only addresses with the letters a to z. Check “ɡ”, or ask for another address',
    ],
    ['jo@x.example\u200f', notShown],
    [
      '＜jo@x.example＞',
      '“＜” only looks like the usual sign. Type the address again on an English keyboard',
    ],
    ['see website', null],
    ['jo@', null],
    ['', null],
    ['jo@x.example', null],
  ])('%j: %s', (typed, advice) => {
    expect(adviseOnAddress(typed)).toBe(advice);
  });

  test('is found at once, however long the text', () => {
    expect(adviseOnAddress('a'.repeat(300_000))).toBeNull();
    expect(adviseOnAddress(`${'a.'.repeat(100_000)}@`)).toBeNull();
    expect(adviseOnAddress(' a@'.repeat(50_000))).toBeNull();
  });
});

describe('the address that was probably meant', () => {
  test.each([
    ['jo@northmere.con', 'jo@northmere.com'],
    ['jo@northmere.comm', 'jo@northmere.com'],
    ['jo@northmere.cmo', 'jo@northmere.com'],
    ['jo@trust.co.ik', 'jo@trust.co.uk'],
    ['jo@council.gov.ku', 'jo@council.gov.uk'],
    ['jo@council.gov.ukk', 'jo@council.gov.uk'],
    ['jo@school.sch.yk', 'jo@school.sch.uk'],
    ['jo@trust.orguk', 'jo@trust.org.uk'],
    ['jo@trust.org.uk.uk', 'jo@trust.org.uk'],
    ['jo@gmial.com', 'jo@gmail.com'],
    ['jo@gmail.con', 'jo@gmail.com'],
    ['jo@outlok.com ', 'jo@outlook.com'],
    ['jo@trust.org.uk', null],
    ['jo@school.co.nz', null],
    ['jo@x.example', null],
    ['jo@northmere.con, hr@northmere.con', null],
  ])('%j: %s', (typed, meant) => {
    expect(findSlip(typed)).toBe(meant);
  });
});
