import 'trix';
import { addField } from './page';

interface TrixEditor extends HTMLElement {
  editor: { loadHTML: (html: string) => void; getDocument: () => { toString: () => string } };
}

/** Trix, the editor of Basecamp and of Rails, keeps a document of its own, too. */
globalThis.editorPage = {
  start: (html) => {
    const field = document.createElement('trix-editor') as TrixEditor;
    addField().append(field);
    field.editor.loadHTML(html);
    globalThis.readDocument = () => field.editor.getDocument().toString().split('\n');
  },
};
