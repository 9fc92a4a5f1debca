import Quill from 'quill';
import { addField } from './page';

globalThis.editorPage = {
  start: (html) => {
    const editor = new Quill(addField());
    editor.clipboard.dangerouslyPasteHTML(html, 'silent');
    editor.history.clear();
  },
};
