import { describe, expect, test } from 'vitest';
import { mailSiteOf, newEmailLink } from '../../../lib/browser/tabs';

describe('the mail site’s own link to an empty email', () => {
  test.each([
    ['gmail', 'https://mail.google.com/mail/u/3/#inbox', 'https://mail.google.com/mail/u/3/?view=cm&fs=1'],
    ['gmail', 'https://mail.google.com/mail/', 'https://mail.google.com/mail/?view=cm&fs=1'],
    ['gmail', 'https://news.example/', 'https://mail.google.com/mail/?view=cm&fs=1'],
    ['outlook', 'https://outlook.live.com/mail/0/', 'https://outlook.live.com/mail/deeplink/compose'],
    ['outlook', '', 'https://outlook.cloud.microsoft/mail/deeplink/compose'],
  ] as const)('%s from %s', (site, from, to) => {
    expect(newEmailLink(site, from)).toBe(to);
  });
});

describe('the mail site of a page', () => {
  test.each([
    ['https://mail.google.com/mail/u/0/', 'gmail'],
    ['https://outlook.office365.com/mail/', 'outlook'],
    ['https://outlook.office.com.attacker.example/', null],
    ['https://chat.google.com/', null],
    ['not one address', null],
  ])('%s', (url, site) => {
    expect(mailSiteOf(url)).toBe(site);
  });
});
