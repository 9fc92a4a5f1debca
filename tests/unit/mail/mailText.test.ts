import { expect, test } from 'vitest';
import { cutQuoted, readAddress } from '../../../lib/mail/mailText';

test('a word that ends with a full stop is not taken for an address', () => {
  expect(readAddress('write to jo@council.example.')).toBe('');
  expect(readAddress('From: Jo Patel <Jo@council.example>')).toBe('jo@council.example');
});

test('a plain-text draft that begins with a quoted header: the header and the text below it', () => {
  const head = 'From: Jo Patel <jo@council.example>\nSent: Monday';
  expect(cutQuoted(`${head}\n\nThank you.`)).toEqual({ head, text: 'Thank you.' });
});
