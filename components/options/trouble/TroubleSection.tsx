import { useEffect, useState } from 'react';
import { focusAndSay } from '../../ui/focusAndSay';
import { SectionHead } from '../SectionHead';
import type { BrowserSide } from '../browserSide';
import { detach } from '../../../lib/failure/failure';
import { forThisKeyboard } from '../../../lib/writing/outcomeSentences';
import ui from '../../ui/controls.module.css';
import page from '../options.module.css';

type TroubleSectionProps = Pick<BrowserSide, 'version' | 'copyText' | 'readReport'>;

export function TroubleSection({ version, copyText, readReport }: TroubleSectionProps) {
  return (
    <>
      <SectionHead
        title="Something not working?"
        lead="Choose what you see. None of these changes your email."
      />
      <ProblemList />
      <div className={page.card}>
        <h3>Try it first</h3>
        <p>
          <a href="practice.html" target="_blank">
            Try it without a mailbox
          </a>
          : two practice emails, one laid out like Gmail and one like Outlook. Nothing there can be sent.
        </p>
      </div>
      <div className={page.card}>
        <h3>Report a problem</h3>
        <p>
          Press “Something not working?” at the foot of the popup while your email is open. It says what it
          can find on that page, as text you can copy, with nothing of your email, names or addresses in it.
          Send it to whoever gave you Dear Employer, or report it on the page that you downloaded it from. A
          sentence of a letter that is wrong is reported there too.
        </p>
        <LastReport readReport={readReport} copyText={copyText} />
        <p className={page.quiet}>Dear Employer {version}</p>
      </div>
    </>
  );
}

interface Problem {
  title: string;
  advice: string;
  link?: { href: string; text: string };
}

/** The problems we know of, each with what to do. */
const problems: Problem[] = [
  {
    title: 'I cannot see the icon',
    advice:
      'Click the puzzle piece at the right of the browser’s address bar, and pin Dear Employer. Alt+Shift+L (Option+Shift+L on a Mac) opens it too, unless your browser uses those keys for something else. On Windows with several keyboard layouts, Alt+Shift may also switch the layout: you can set other keys in the browser’s list of extensions, under keyboard shortcuts.',
  },
  {
    title: 'It says that no email is open',
    advice:
      'Open a new email or a reply in your mail site, click where you would type, and then click the icon. If the email is still loading, wait a moment and click again.',
  },
  {
    title: 'We do not recognise this email window',
    advice:
      'Your mail site has changed. Click in the text of your email, click the icon, and press “Put the letter where I was writing”. A right-click in the email works too. You fill in the subject and To yourself.',
  },
  {
    title: 'The letter did not arrive in the email',
    advice:
      'Nothing of yours is changed when that happens. Use “Copy letter”, click in the email and paste with Ctrl+V, or use “Download Word letter” and attach the file.',
  },
  {
    title: 'I want to take the letter out',
    advice:
      'Press Ctrl+Z once in the email straight after inserting: it takes out the letter and nothing else. “Take the letter out again” under the outcome does the same.',
  },
  {
    title: 'There are words in brackets in the letter',
    advice:
      'Each marks a detail that is not filled in yet, such as [employer’s name]. Fill it in here and insert the letter again, or type over it in the email.',
  },
  {
    title: 'Extensions may not work on this page',
    advice:
      'Browsers keep extensions out of their own pages, their store and PDF files. Open your mail site in a tab of its own.',
  },
  {
    title: 'I use the Outlook or Mail app, not a website',
    advice:
      'Open your mailbox in the browser once, or use “Copy letter” and “Download Word letter”: both work on any page.',
  },
  {
    title: 'My school’s browser blocks extensions',
    advice:
      'Only the people who look after it can change that. The letters are also published as ready-made Word files with blanks to fill in.',
  },
  {
    title: 'Right-click does nothing in Outlook’s separate window',
    advice: 'Browsers give us no way into such a window unless you allow it.',
    link: { href: '#privacy-and-backup/outlook-windows', text: 'Allow Outlook’s separate windows' },
  },
];

function ProblemList() {
  return (
    <div className={page.card}>
      {problems.map(({ title, advice, link }) => (
        <details key={title} className={page.entry}>
          <summary>
            <strong>{title}</strong>
          </summary>
          <p>
            {forThisKeyboard(advice)} {link && <a href={link.href}>{link.text}</a>}
          </p>
        </details>
      ))}
    </div>
  );
}

interface LastReportProps {
  readReport: () => Promise<string>;
  copyText: (text: string) => Promise<boolean>;
}

/** The report that the popup made last, with a button to copy it. */
function LastReport({ readReport, copyText }: LastReportProps) {
  const [report, setReport] = useState('');
  useEffect(() => {
    let isStale = false;
    detach(readReport().then((text) => !isStale && setReport(text)));
    return () => {
      isStale = true;
    };
  }, [readReport]);
  if (report === '') return null;
  const copy = async () => {
    const isCopied = await copyText(report);
    focusAndSay(
      null,
      isCopied
        ? 'Copied.'
        : forThisKeyboard('The browser did not allow copying. Select the text and press Ctrl+C.'),
    );
  };
  return (
    <>
      <h3>The last report</h3>
      <pre className={`${page.sheet} ${page.sentText}`}>{report}</pre>
      <button type="button" className={ui.button} onClick={() => detach(copy())}>
        Copy the report
      </button>
    </>
  );
}
