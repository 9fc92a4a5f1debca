/** Saves a text as a file in the user’s downloads; given by the page’s entry, for it needs the browser. */
export type SaveFile = (name: string, content: string | Uint8Array<ArrayBuffer>, type: string) => void;
