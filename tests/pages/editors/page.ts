/**
 * The interface of an editor page for its tests. After `start`, a test uses only keys and the visible field, as a user
 * does.
 */
export interface EditorPage {
  /** Shows the editor with this draft in it. */
  start: (html: string) => void | Promise<void>;
  /** Resolves when the editor has recorded the last change. Only for editors that record changes with a delay. */
  settled?: () => Promise<void>;
}

declare global {
  // eslint-disable-next-line no-var -- only `var` declares a property of the window
  var editorPage: EditorPage | undefined;
  /** The lines of the document of an editor that has one apart from the page. */
  // eslint-disable-next-line no-var -- only `var` declares a property of the window
  var readDocument: (() => string[]) | undefined;
}

export function addField(parent: ParentNode = document.body): HTMLDivElement {
  const field = document.createElement('div');
  field.style.minHeight = '200px';
  parent.append(field);
  return field;
}

/** Parses a draft into nodes without running its scripts. */
export function parseDraft(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html');
}
