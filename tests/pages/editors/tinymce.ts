import tinymce from 'tinymce';
import 'tinymce/icons/default';
import 'tinymce/models/dom';
import 'tinymce/themes/silver';
import 'tinymce/plugins/lists';
import 'tinymce/plugins/table';
import 'tinymce/skins/ui/oxide/skin.js';
import 'tinymce/skins/ui/oxide/content.js';
import 'tinymce/skins/content/default/content.js';
import { addField } from './page';

/** Unlike the other editors, TinyMCE has its field in a frame. */
globalThis.editorPage = {
  start: async (html) => {
    const [editor] = await tinymce.init({
      target: addField(),
      license_key: 'gpl',
      plugins: 'lists table',
      promotion: false,
    });
    editor?.setContent(html);
    editor?.undoManager.clear();
    editor?.undoManager.add();
  },
};
