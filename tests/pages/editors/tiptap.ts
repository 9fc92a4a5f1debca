import { Editor } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import { addField } from './page';

/** Tiptap is the most used editor built on ProseMirror. */
globalThis.editorPage = {
  start: (html) => {
    new Editor({ element: addField(), extensions: [StarterKit], content: html });
  },
};
