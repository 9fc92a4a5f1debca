import { Editor } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import { addField } from './page';

/** ProseMirror in its most used dress. */
globalThis.editorPage = {
  start: (html) => {
    new Editor({ element: addField(), extensions: [StarterKit], content: html });
  },
};
