import type { SiteSelectors } from './client';

/** No site is known here; the families of editors only name what is found. Month: when tried with the package. */
export const otherSelectors: SiteSelectors = {
  body: {
    Lexical: '[data-lexical-editor]', // 2026-11
    Quill: '.ql-editor', // 2026-11
    ProseMirror: '.ProseMirror', // 2026-11
    CKEditor: '.ck-content', // 2026-11
    TinyMCE: '.mce-content-body', // 2026-11
    Closure: '[g_editable]', // 2026-11
  },
};
