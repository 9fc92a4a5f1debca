import type { MailSite } from '../../support/draft';

/** One row of the table: a state of a mail site, the user's caret in it, and the expected results. */
export interface Row {
  /** Shown after the site: "Gmail: …". */
  title: string;
  site: MailSite;
  /** The page's address, in English or in another language of the site. */
  url: (language: Language) => string;
  /** What the test opens: the page itself, or a separate window from it. */
  opens: 'page' | 'window of its own' | 'window at about:blank';
  /** The index of the user's draft among the visible ones; null if there is no draft. */
  draft: number | null;
  caret: Caret;
  /** The words after which the user right-clicks, if not at the caret. */
  clickAfter?: string;
  /** The line below the popup's heading; null in a window without a toolbar. */
  popupLine: string | null;
  /** The label of the email that the user chooses under "Which email?". */
  chooses?: string;
  /** Whether the optional permission for Outlook's windows at about:blank is granted. Firefox needs none. */
  hasPermission?: boolean;
  letter: Expected;
  menu: Expected;
  /** The expected results in Firefox, if they differ. */
  firefox?: Partial<Pick<Row, 'letter' | 'menu'>>;
}

export type Language = 'English' | 'another';

export type Caret =
  /** Not in the body: as the page opens. */
  | 'nowhere'
  /** In the empty body. */
  | 'start'
  /** Directly after these words. */
  | { after: string }
  | { selected: string }
  /** In another field of the page. */
  | { elsewhere: string };

/** The expected result. In `sentence`, `{part}` is replaced by the chosen menu item. */
export type Expected =
  | { get: 'text'; at: Spot; sentence: string }
  /** The email does not change, and the user is told why. */
  | { get: 'sentence'; sentence: string }
  /** There is no field under the pointer, so the extension's menu does not show. */
  | { get: 'no menu' }
  /** The text goes into the clicked field, which is not the email. The email does not change. */
  | { get: 'text elsewhere'; field: string; sentence: string };

export type Spot =
  /** At the caret or after the selection, also within a line. */
  | 'caret'
  /** Above every line. */
  | 'top'
  /** On lines of its own, below this line of the user's. */
  | { below: string };

/** What a cell inserts. */
export const PARTS = ['whole letter', 'request', 'detail'] as const;
export type Part = (typeof PARTS)[number];
