import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { createEditor, type Descendant } from 'slate';
import { withHistory } from 'slate-history';
import { Editable, Slate, withReact } from 'slate-react';
import { addField, parseDraft } from './page';

/** Slate keeps a document of its own and shows it: what is written into the page behind its back is not in the document. */
globalThis.editorPage = {
  start: (html) => {
    const lines = [...parseDraft(html).body.children].map((line) => line.textContent);
    const initialValue = (lines.length ? lines : ['']).map((text): Descendant => ({ children: [{ text }] }));
    const editor = withHistory(withReact(createEditor()));
    const field = createElement(Editable, { style: { minHeight: 200 } });
    const props: Parameters<typeof Slate>[0] = { editor, initialValue, children: field };
    createRoot(addField()).render(createElement(Slate, props));
    globalThis.readDocument = () => toLines(editor.children);
  },
};

function toLines(nodes: Descendant[]): string[] {
  return nodes.map((node) => ('children' in node ? toLines(node.children).join('') : node.text));
}
