import { focusAndSay } from '../ui/focusAndSay';

/** Browser functions that the page’s entry passes in, so that the components can be tested without an extension. */
export interface BrowserSide {
  saveFile: SaveFile;
  /** Resolves to false if the browser refuses. */
  copyText: (text: string) => Promise<boolean>;
  /** The last report of the popup’s “Something not working?”; empty if there is none. */
  readReport: () => Promise<string>;
  outlookWindows: OutlookWindowsPermission;
  /** The link to an empty email of a mail site. */
  newEmailLink: (site: 'gmail' | 'outlook') => string;
  version: string;
}

/** Saves a file in the user’s Downloads folder. `type` is its MIME type. */
export type SaveFile = (name: string, content: string | Uint8Array<ArrayBuffer>, type: string) => void;

/** The optional permission for Outlook’s separate windows. `request` and `remove` resolve to false if the browser refuses. */
export interface OutlookWindowsPermission {
  has: () => Promise<boolean>;
  request: () => Promise<boolean>;
  remove: () => Promise<boolean>;
}

export const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Runs a function that makes a Word file, and says its sentence, or that the file could not be made if it throws. */
export async function sayWord(make: () => Promise<string>): Promise<void> {
  focusAndSay(null, await wordSentence(make));
}

/** The sentence of a function that makes a Word file, or an error sentence if it throws. */
export async function wordSentence(make: () => Promise<string>): Promise<string> {
  try {
    return await make();
  } catch (error) {
    console.error(error);
    return 'The Word file could not be made. Nothing you saved is lost. Reload this page and try again.';
  }
}
