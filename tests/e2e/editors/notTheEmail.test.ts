import { expect, test } from 'vitest';
import { describeInBrowsers } from './inBrowsers';
import { insertLetter, lookAt } from './insertLetter';
import { openGmail, openOutlook } from './openSite';
import { openStandIn } from './mailBrowser';
import { runInPage } from './pageSide';
import { freshOutlookDraft } from '../../pages/outlook/outlookPage';

const TO = ['pat.lee@trust.example'];
const CC = ['kim.day@trust.example'];
const FILE = { name: 'Letter to my employer.docx', type: 'application/octet-stream', base64: 'UEsDBA==' };

/** Elements of a received mail that have the marks of the sites' own fields. */
const FOREIGN = `<div id="foreign"><input name="subjectbox" id="x_q_SUBJECT"><input type="hidden" name="composeid">
  <div name="to"><input role="combobox"></div><div role="group" id="x_q_TO"><div contenteditable="true" aria-controls="x"></div></div>
  <div role="group" id="x_q_CC"><div contenteditable="true"></div></div>
  <div class="aoD hl" tabindex="0">To</div><span class="pE" role="link">Cc</span><div class="fui-Input"><button>Cc</button></div>
  <input type="file" name="Filedata" data-testid="local-computer-filein"></div>`;
const OWN_FIELDS = {
  gmail: 'form input[name=subjectbox],form [name=to],form [name=cc],form .aoD,form .pE,.I5 [name=Filedata]',
  outlook: 'input.subject,.people,.fui-Input > button,[data-testid=local-computer-filein]',
};

describeInBrowsers('Fields and buttons in a received mail', (open) => {
  test.each([
    ['gmail', 'quoted in the email', '.Am.editable'],
    ['outlook', 'quoted in the email', '.EditorClass'],
    ['outlook', 'shown for reading', '[role=document]'],
  ] as const)('of %s, %s, are left alone where the site’s own are missing', async (site, _where, place) => {
    const frame = await (site === 'gmail' ? openGmail : openOutlook)(open(), {});
    await frame.evaluate(
      (selector, html, own) => {
        for (const field of document.querySelectorAll(own)) field.remove();
        const mail = document.createElement('div');
        mail.innerHTML = html;
        mail.addEventListener('click', () => (mail.dataset['touched'] = 'clicked'));
        mail.addEventListener('change', () => (mail.dataset['touched'] = 'a file'));
        document.querySelector(selector)?.append(mail);
      },
      place,
      FOREIGN,
      OWN_FIELDS[site],
    );
    const content = { subject: 'Request', to: TO, cc: CC, files: [FILE] };
    const report = await insertLetter(frame, { content });
    // In Firefox, a part of the report that occurs twice comes over once.
    const steps = [report.subject, report.to, report.cc].filter(Boolean);
    expect(steps.filter(({ outcome }) => outcome === 'done')).toEqual([]);
    const foreign = await frame.$eval('#foreign', (mail) => ({
      values: [...mail.querySelectorAll('input')].map((input) => input.value).join(''),
      text: mail.textContent.replace(/\s+/g, ''),
      touched: mail.parentElement?.dataset['touched'],
    }));
    expect(foreign).toEqual({ values: '', text: 'ToCcCc', touched: undefined });
  });
});

/** A box next to the body in which the user asks an assistant to write; it has the marks of a body. */
const PROMPT = {
  gmail:
    '<div g_editable="true" contenteditable="true" role="textbox" style="min-height:20px">What is it about?</div>',
  outlook:
    '<div contenteditable="true" aria-multiline="true" role="textbox" style="min-height:20px">What do you want this email to say?</div><textarea>Ask</textarea>',
};
const BODY = { gmail: '.Am.editable[id]', outlook: '.EditorClass' };

describeInBrowsers('An assistant', (open) => {
  test.each(['gmail', 'outlook'] as const)(
    'that asks above the text of an email in %s gets no letter, and one email is found',
    async (site) => {
      const frame = await (site === 'gmail' ? openGmail : openOutlook)(open(), {});
      await frame.$eval(
        BODY[site],
        (body, html) => {
          const box = document.createElement('div');
          box.id = 'prompt';
          box.innerHTML = html;
          (body.closest('.Ar, [id^=docking_Docking]') ?? body).before(box);
        },
        PROMPT[site],
      );
      const asked = await frame.$eval('#prompt', (box) => box.innerHTML);
      expect((await lookAt(frame)).drafts).toHaveLength(1);
      expect((await insertLetter(frame, { content: { subject: 'Request' } })).body.outcome).toBe('inserted');
      expect(await frame.$eval(BODY[site], (body) => body.textContent)).toContain('Dear Mrs Patel');
      expect(await frame.$eval('#prompt', (box) => box.innerHTML)).toBe(asked);
    },
  );

  test.each(['gmail', 'outlook'] as const)(
    'that shows a suggestion in the text of an email in %s while the letter goes in does not change the report',
    async (site) => {
      const frame = await (site === 'gmail' ? openGmail : openOutlook)(open(), {
        words: '<div>Thank you.</div>',
      });
      await frame.$eval(BODY[site], (body) => {
        const suggest = () => {
          const ghost = document.createElement('span');
          ghost.ariaHidden = 'true';
          ghost.textContent = 'Kind regards';
          if (!body.querySelector('span[aria-hidden]')) body.lastElementChild?.append(ghost);
        };
        new MutationObserver(suggest).observe(body, { childList: true, subtree: true });
      });
      expect((await insertLetter(frame)).body.outcome).toBe('inserted');
      expect(await runInPage(frame, { do: 'takeOut' })).toMatchObject({ outcome: 'taken out' });
    },
  );
});

const HIDING = [
  'visibility: hidden',
  'opacity: 0',
  'clip-path: inset(50%)',
  'position: absolute; clip: rect(0, 0, 0, 0)',
  'position: absolute; left: -9999px',
  'position: fixed; top: -9999px',
  'position: fixed; transform: translateX(200vw)',
  'position: absolute; width: 0; height: 0; overflow: hidden',
  'content-visibility: hidden',
  'scale: 0',
];

/** Each puts the old email into one more place where nobody sees it. */
const HIDDEN_IN: Record<string, () => void> = {
  'a part that is shown when its words are searched for': () => {
    const old = document.getElementById('old');
    old?.setAttribute('hidden', 'until-found');
    old?.style.setProperty('display', 'block', 'important');
  },
  'a part that is folded away': () => {
    const old = document.getElementById('old');
    old?.removeAttribute('hidden');
    const details = document.createElement('details');
    old?.before(details);
    if (old) details.append(old);
  },
  'a part that cannot be seen through': () => {
    const details = document.querySelector('details');
    details?.setAttribute('open', '');
    details?.style.setProperty('opacity', '0');
  },
  'a part without height': () => {
    const details = document.querySelector('details');
    details?.style.setProperty('opacity', '1');
    details?.style.setProperty('height', '0');
    details?.style.setProperty('overflow', 'clip');
  },
};

describeInBrowsers('An email that nobody can see', (open) => {
  test.each(['gmail', 'outlook'] as const)(
    'in %s is not offered next to the one that is shown, however the page hides it',
    async (site) => {
      const frame = await (site === 'gmail' ? openGmail : openOutlook)(open(), {});
      await frame.$eval(BODY[site], (body) => {
        const shown = body.closest('[role=dialog], [data-app-section]');
        const old = shown?.cloneNode(true) as HTMLElement;
        old.id = 'old';
        shown?.before(old);
      });
      expect((await lookAt(frame)).drafts).toHaveLength(2);
      for (const style of HIDING) {
        await frame.$eval('#old', (old, css) => ((old as HTMLElement).style.cssText = css), style);
        expect((await lookAt(frame)).drafts, style).toHaveLength(1);
      }
      await frame.$eval('#old', (old) => old.removeAttribute('style'));
      for (const [what, hide] of Object.entries(HIDDEN_IN)) {
        await frame.evaluate(hide);
        expect((await lookAt(frame)).drafts, what).toHaveLength(1);
      }
    },
  );

  test.each(['gmail', 'outlook'] as const)(
    'because a dialogue is above it, in %s, stays as it is, and the report says so',
    async (site) => {
      const frame = await (site === 'gmail' ? openGmail : openOutlook)(open(), {
        words: '<div>Thank you for today.</div>',
      });
      await frame.click(BODY[site]);
      await frame.evaluate(() => {
        const dialogue = document.createElement('dialog');
        dialogue.innerHTML = '<button>Stay signed in</button>';
        document.body.append(dialogue);
        dialogue.showModal();
      });
      const before = await frame.$eval(BODY[site], (body) => body.innerHTML);
      const report = await insertLetter(frame, {
        content: { subject: 'Request', to: TO, cc: CC, files: [FILE] },
      });
      expect(report.body).toEqual({ outcome: 'refused', why: 'read only' });
      expect(await frame.$eval(BODY[site], (body) => body.innerHTML)).toBe(before);
      const filledIn = await frame.evaluate(() =>
        [...document.querySelectorAll('input')].map((input) => input.value).join(),
      );
      const page = await frame.$eval('body', (body) => body.textContent);
      for (const given of ['Request', ...TO, ...CC, FILE.name]) expect(filledIn + page).not.toContain(given);
    },
  );
});

describeInBrowsers('An email whose marks are new', (open) => {
  test.each([
    [
      'the id is on an element around the subject',
      (subject: Element) => {
        const wrapper = document.createElement('div');
        wrapper.id = subject.id;
        subject.removeAttribute('id');
        subject.replaceWith(wrapper);
        wrapper.append(subject);
      },
    ],
    ['the subject has no id', (subject: Element) => subject.removeAttribute('id')],
  ] as const)('in Outlook gets its subject where %s', async (_what, change) => {
    const frame = await openOutlook(open(), {});
    await frame.$eval('input.subject', change);
    const report = await insertLetter(frame, { content: { subject: 'Request' } });
    expect(report).toMatchObject({ kind: 'new message', subject: { outcome: 'done' } });
    expect(await frame.$eval('input.subject', (input) => input.value)).toBe('Request');
  });

  test('in Outlook without a subject is called an email, not a reply, and its search is left alone', async () => {
    const frame = await openOutlook(open(), {});
    await frame.$eval('input.subject', (subject) => {
      const search = document.createElement('input');
      search.type = 'search';
      search.style.width = '100%';
      subject.replaceWith(search);
    });
    const report = await insertLetter(frame, { content: { subject: 'Request' } });
    expect(report).toMatchObject({ kind: 'email', subject: { outcome: 'left alone', why: 'none here' } });
    expect(await frame.$eval('input[type=search]', (search) => search.value)).toBe('');
  });

  test.each(['https://outlook.office365.us/mail/', 'https://outlook.school.example/owa/'])(
    'is treated as Outlook at %s',
    async (address) => {
      const frame = await openStandIn(open().page, address, { drafts: [freshOutlookDraft] });
      const look = await lookAt(frame);
      expect(look).toMatchObject({ site: 'outlook', drafts: [{ kind: 'new message', subject: 'empty' }] });
      const report = await insertLetter(frame, { content: { subject: 'Request', to: TO } });
      expect(report).toMatchObject({
        body: { outcome: 'inserted' },
        subject: { outcome: 'done' },
        to: { outcome: 'done' },
      });
    },
  );
});
