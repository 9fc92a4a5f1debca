import { AutoFormatPlugin, createDomToModelContext, createEditor, domToContentModel } from 'roosterjs';
import { addField, parseDraft } from './page';

/** RoosterJS, which is Outlook's editor. */
globalThis.editorPage = {
  start: (html) => {
    const draft = domToContentModel(parseDraft(html).body, createDomToModelContext());
    createEditor(addField(), [new AutoFormatPlugin()], draft);
  },
};
