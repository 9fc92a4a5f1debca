import { addField } from './page';

globalThis.editorPage = {
  start: (html) => {
    const field = addField();
    field.contentEditable = 'true';
    field.innerHTML = html;
  },
};
