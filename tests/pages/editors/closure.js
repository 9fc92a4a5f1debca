// @ts-nocheck -- Closure is one global without types
/**
 * The family of Gmail's editor. Runs uncompiled: the page loads Closure's base.js before this file and
 * names the class in its address (`?field=SeamlessField`).
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

// Closure writes its script elements while the page is still being read.
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
    // The draft is the beginning: nothing before it can be undone.
    editor.dispatchDelayedChange_();
    undoRedo.clearHistory();
  },
  settled: async () => editor.dispatchDelayedChange_(),
};
