// @ts-nocheck -- Closure is one global without types
/**
 * The family of Gmail's editor. Runs uncompiled: the page loads Closure's base.js before this file and
 * names the class in its address (`?field=SeamlessField`).
 */
/* global goog */
const kind = new URLSearchParams(location.search).get('field') ?? 'SeamlessField';
const PLUGINS = ['BasicTextFormatter', 'EnterHandler', 'ListTabHandler', 'RemoveFormatting', 'UndoRedo'];
const NAMES = [
  'goog.html.legacyconversions',
  `goog.editor.${kind}`,
  ...PLUGINS.map((name) => `goog.editor.plugins.${name}`),
];

// Closure writes its script elements while the page is still being read.
const loaded = new Promise((resolve) => goog.bootstrap(NAMES, () => resolve(undefined)));

globalThis.editorPage = {
  start: async (html) => {
    await loaded;
    const field = document.createElement('div');
    field.id = 'field';
    field.style.minHeight = '200px';
    document.body.append(field);
    const editor = new goog.editor[kind]('field');
    for (const name of PLUGINS) editor.registerPlugin(new goog.editor.plugins[name]());
    editor.makeEditable();
    editor.setSafeHtml(false, goog.html.legacyconversions.safeHtmlFromString(html));
  },
};
