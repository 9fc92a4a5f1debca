import { createElement, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { createEditor, type Descendant } from 'slate';
import { withHistory } from 'slate-history';
import { Editable, Slate, withReact } from 'slate-react';
import { addField, parseDraft } from './page';

/** Slate keeps a document of its own and shows it: what is written into the page behind its back is not in the document. */
globalThis.editorPage = {
  start: (html) => {
    const lines = [...parseDraft(html).body.children].map((line) => line.textContent);
    createRoot(addField()).render(createElement(SlateEditor, { lines: lines.length ? lines : [''] }));
  },
};

function SlateEditor({ lines }: { lines: string[] }) {
  const [editor] = useState(() => withHistory(withReact(createEditor())));
  globalThis.readDocument = () => toLines(editor.children);
  const initialValue = lines.map((text): Descendant => ({ children: [{ text }] }));
  return createElement(Slate, {
    editor,
    initialValue,
    children: createElement(Editable, { style: { minHeight: 200 } }),
  });
}

function toLines(nodes: Descendant[]): string[] {
  return nodes.map((node) =>
    'children' in node ? toLines(node.children as Descendant[]).join('') : node.text,
  );
}
