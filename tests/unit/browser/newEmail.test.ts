import { describe, expect, test } from 'vitest';
import { mailSiteOf, newEmailLink } from '../../../lib/browser/tabs';

describe('the mail site’s own link to an empty email', () => {
  test.each([
    ['gmail', 'https://mail.google.com/mail/u/3/#inbox', 'https://mail.google.com/mail/u/3/?view=cm&fs=1'],
    ['gmail', 'https://mail.google.com/mail/', 'https://mail.google.com/mail/?view=cm&fs=1'],
    ['gmail', 'https://news.example/', 'https://mail.google.com/mail/?view=cm&fs=1'],
    [
      'gmail',
      'https://mail.google.com/mail/u/0/d/AEoRXRTx/#inbox/FMfcg?compose=new',
      'https://mail.google.com/mail/u/0/d/AEoRXRTx/?view=cm&fs=1',
    ],
    [
      'gmail',
      'https://mail.google.com/mail/b/238/u/0/#inbox',
      'https://mail.google.com/mail/b/238/u/0/?view=cm&fs=1',
    ],
    [
      'gmail',
      'https://mail.google.com/mail/u/head@larkrise.example/?tab=rm',
      'https://mail.google.com/mail/u/head@larkrise.example/?view=cm&fs=1',
    ],
    ['gmail', 'https://mail.google.com/mail/u/1', 'https://mail.google.com/mail/u/1/?view=cm&fs=1'],
    [
      'gmail',
      'https://mail.google.com/mail/u/1/popout?ver=1x2&search=drafts',
      'https://mail.google.com/mail/u/1/?view=cm&fs=1',
    ],
    ['gmail', 'https://outlook.live.com/mail/0/', 'https://mail.google.com/mail/?view=cm&fs=1'],
    ['outlook', 'https://outlook.live.com/mail/0/', 'https://outlook.live.com/mail/0/deeplink/compose'],
    [
      'outlook',
      'https://outlook.live.com/mail/1/inbox/id/AQMkAD',
      'https://outlook.live.com/mail/1/deeplink/compose',
    ],
    [
      'outlook',
      'https://outlook.office.com/mail/office@larkrise.example/inbox/id/AAQkAD',
      'https://outlook.office.com/mail/office@larkrise.example/deeplink/compose',
    ],
    [
      'outlook',
      'https://outlook.office365.com/mail/office%40larkrise.example',
      'https://outlook.office365.com/mail/office%40larkrise.example/deeplink/compose',
    ],
    [
      'outlook',
      'https://outlook.cloud.microsoft/mail/inbox/id/AAQk@D/',
      'https://outlook.cloud.microsoft/mail/deeplink/compose',
    ],
    ['outlook', 'https://outlook.office.com/mail/', 'https://outlook.office.com/mail/deeplink/compose'],
    [
      'outlook',
      'https://outlook.office.com/mail/deeplink/compose?subject=Secret',
      'https://outlook.office.com/mail/deeplink/compose',
    ],
    [
      'outlook',
      'https://outlook.office.com/calendar/view/week',
      'https://outlook.office.com/mail/deeplink/compose',
    ],
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
