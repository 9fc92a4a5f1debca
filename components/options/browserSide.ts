/** What only the browser can do; the page’s entry hands it in, so that every component runs without an extension. */
export interface BrowserSide {
  saveFile: SaveFile;
  /** False where the browser refuses. */
  copyText: (text: string) => Promise<boolean>;
  /** What the popup’s “Something not working?” found last; empty for nothing. */
  readReport: () => Promise<string>;
  outlookWindows: OutlookWindowsPermission;
  version: string;
}

/** Saves a text as a file in the user’s downloads. */
export type SaveFile = (name: string, content: string | Uint8Array<ArrayBuffer>, type: string) => void;

/** The optional permission for Outlook’s separate windows; the browser asks, and may refuse. */
export interface OutlookWindowsPermission {
  has: () => Promise<boolean>;
  request: () => Promise<boolean>;
  remove: () => Promise<boolean>;
}
