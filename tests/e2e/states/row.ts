import type { MailSite } from '../../support/draft';

/** One row of the table: a state of a mail site, where the user's caret is in it, and what they must get. */
export interface Row {
  /** Completes "Gmail: …". */
  says: string;
  site: MailSite;
  /** The address, in English or in another language of the site. */
  url: (language: Language) => string;
  /** Something the user does on the page first, such as opening a window. */
  opens: 'page' | 'window of its own' | 'window at about:blank';
  /** Which of the drafts that show the user writes in, counted from 0; absent: there is none. */
  draft: number | null;
  caret: Caret;
  /** Words after which the right-click lands, where it is not at the caret. */
  clicks?: string;
  /** Under the popup's heading; null in a window without a toolbar. */
  where: string | null;
  /** The email the user chooses under "Which email?", by the words of its radio button. */
  chooses?: string;
  /** Outlook's windows at about:blank: whether their optional permission was given. Firefox needs none. */
  hasPermission?: boolean;
  letter: Wanted;
  menu: Wanted;
  /** What is otherwise in Firefox. */
  firefox?: Partial<Pick<Row, 'letter' | 'menu'>>;
}

export type Language = 'English' | 'another';

export type Caret =
  /** Nowhere in the body: as the page opens. */
  | 'nowhere'
  /** In the body, which is empty. */
  | 'start'
  /** Right after these words. */
  | { after: string }
  | { selected: string }
  /** In another field of the page. */
  | { elsewhere: string };

/** What a user gets. `tells` is the whole sentence; `{part}` stands for what was chosen in the menu. */
export type Wanted =
  | { get: 'text'; at: Spot; tells: string }
  /** The email stays exactly as it was, and the user is told why. */
  | { get: 'sentence'; tells: string }
  /** There is no field under the pointer: our menu is not there. */
  | { get: 'no menu' }
  /** The field that was clicked is not the email; the email stays as it was. */
  | { get: 'text elsewhere'; field: string; tells: string };

export type Spot =
  /** At the caret or behind the selection, even within a line. */
  | 'caret'
  /** Above every line. */
  | 'top'
  /** On lines of its own below this line of the user's. */
  | { below: string };

export const THINGS = ['whole letter', 'request', 'detail'] as const;
export type Thing = (typeof THINGS)[number];

export const BROWSERS = ['chromium', 'firefox'] as const;
export type BrowserName = (typeof BROWSERS)[number];
