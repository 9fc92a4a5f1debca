// @ts-nocheck -- Closure is one global without types
/**
 * Closure's editor, on which Gmail's editor is based. It runs uncompiled: the page loads Closure's base.js before this file,
 * and the page's address names the class (`?field=SeamlessField`).
 */
/* global goog */
const kind = new URLSearchParams(location.search).get('field') ?? 'SeamlessField';
const PLUGINS = ['BasicTextFormatter', 'EnterHandler', 'ListTabHandler', 'RemoveFormatting'];
const NAMES = [
  'goog.html.legacyconversions',
  `goog.editor.${kind}`,
  'goog.editor.plugins.UndoRedo',
  ...PLUGINS.map((name) => `goog.editor.plugins.${name}`),
];

// Closure adds its script elements while the browser is still parsing the page.
const loaded = new Promise((resolve) => goog.bootstrap(NAMES, () => resolve(undefined)));

let editor;

globalThis.editorPage = {
  start: async (html) => {
    await loaded;
    editor?.dispose();
    document.getElementById('field')?.remove();
    const field = document.createElement('div');
    field.id = 'field';
    field.style.minHeight = '200px';
    document.body.append(field);
    editor = new goog.editor[kind]('field');
    for (const name of PLUGINS) editor.registerPlugin(new goog.editor.plugins[name]());
    const undoRedo = new goog.editor.plugins.UndoRedo();
    editor.registerPlugin(undoRedo);
    editor.makeEditable();
    editor.setSafeHtml(false, goog.html.legacyconversions.safeHtmlFromString(html));
    // Undo must not go back beyond the draft.
    editor.dispatchDelayedChange_();
    undoRedo.clearHistory();
  },
  settled: async () => editor.dispatchDelayedChange_(),
};
