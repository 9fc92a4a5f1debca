/**
 * What every editor page offers to its test: a draft to start with, and nothing else. The test then works like a
 * user, with keys and the field on the screen.
 */
export interface EditorPage {
  /** Shows the editor with this draft in it. */
  start: (html: string) => void | Promise<void>;
  /** Resolves when the editor has taken note of the last change, where it does that later. */
  settled?: () => Promise<void>;
}

declare global {
  // eslint-disable-next-line no-var -- only `var` declares a property of the window
  var editorPage: EditorPage | undefined;
}

export function addField(parent: ParentNode = document.body): HTMLDivElement {
  const field = document.createElement('div');
  field.style.minHeight = '200px';
  parent.append(field);
  return field;
}

/** Parses a draft without running it: as the editors' own setters want a node. */
export function parseDraft(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html');
}
