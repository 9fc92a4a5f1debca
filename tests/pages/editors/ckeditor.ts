import { Bold, ClassicEditor, Essentials, Italic, List, Paragraph, Table } from 'ckeditor5';
import { addField } from './page';

globalThis.editorPage = {
  start: async (html) => {
    const plugins = [Essentials, Paragraph, Bold, Italic, List, Table];
    await ClassicEditor.create({ attachTo: addField(), licenseKey: 'GPL', plugins, initialData: html });
  },
};
