import Squire from 'squire-rte';
import { addField } from './page';

globalThis.editorPage = {
  start: (html) => {
    const editor = new Squire(addField(), {
      sanitizeToDOMFragment: (text: string) => {
        const parsed = new DOMParser().parseFromString(text, 'text/html');
        const fragment = document.createDocumentFragment();
        fragment.append(...parsed.body.childNodes);
        return document.importNode(fragment, true);
      },
    });
    editor.setHTML(html);
  },
};
