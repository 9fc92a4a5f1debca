import { describe, expect, test } from 'vitest';
import { readEmailAddress } from '../../../lib/letter/emailAddress';

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
  ])('is not read from %j', (typed) => {
    expect(readEmailAddress(typed)).toBeNull();
  });

  test('is judged at once, however long the text', () => {
    expect(readEmailAddress('a'.repeat(1_000_000))).toBeNull();
    expect(readEmailAddress(`${'a'.repeat(200)}é@x.example`)).toBeNull();
    expect(readEmailAddress(`a${' '.repeat(1_000_000)}@x.example`)).toBeNull();
  });
});
