import type { SelectorTable } from '../clients/client';

/** By what an editor's field is known, and the month in which that was tried with the package. For the diagnosis only. */
export const editorFamilies: SelectorTable = {
  Closure: '[g_editable]', // 2026-11
  Lexical: '[data-lexical-editor]', // 2026-11
  Quill: '.ql-editor', // 2026-11
  ProseMirror: '.ProseMirror', // 2026-11
  CKEditor: '.ck-content', // 2026-11
  TinyMCE: '.mce-content-body', // 2026-11
  RoosterJS: '[id^=editorParent_] > *', // 2026-11
};
