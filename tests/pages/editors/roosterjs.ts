import { Editor } from 'roosterjs-content-model-core';
import { createDomToModelContext, domToContentModel } from 'roosterjs-content-model-dom';
import { AutoFormatPlugin, EditPlugin, PastePlugin, ShortcutPlugin } from 'roosterjs-content-model-plugins';
import { addField, parseDraft } from './page';

/** RoosterJS, which is Outlook's editor. */
globalThis.editorPage = {
  start: (html) => {
    const draft = domToContentModel(parseDraft(html).body, createDomToModelContext());
    new Editor(addField(), {
      plugins: [new PastePlugin(), new EditPlugin(), new ShortcutPlugin(), new AutoFormatPlugin()],
      initialModel: draft,
    });
  },
};
