import type { BrowserSide } from '../browserSide';
import { SectionHead } from '../SectionHead';
import { LastReport } from './LastReport';
import { TroubleWords } from './TroubleWords';

type TroubleSectionProps = Pick<BrowserSide, 'version' | 'copyText' | 'readReport'>;

export function TroubleSection({ version, copyText, readReport }: TroubleSectionProps) {
  return (
    <>
      <SectionHead
        title="Something not working?"
        lead="Find what you see. Every trouble has a way out, and none of them costs you a word of your email."
      />
      <TroubleWords />
      <div className="card">
        <h3>To see it work first</h3>
        <p>
          <a href="practice.html" target="_blank">
            Try it without a mailbox
          </a>
          : two practice emails, one built as in Gmail and one as in Outlook. Nothing there can be sent.
        </p>
      </div>
      <div className="card">
        <h3>To report something</h3>
        <p>
          Press “Something not working?” at the foot of the popup while your email is open. It says what it
          can find on that page, as text you can copy, with nothing of your email, names or addresses in it.
        </p>
        <LastReport readReport={readReport} copyText={copyText} />
        <p className="quiet">Dear Employer {version}</p>
      </div>
    </>
  );
}
