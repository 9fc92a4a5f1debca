import { createEditor, $getRoot, $insertNodes } from 'lexical';
import { $generateNodesFromDOM } from '@lexical/html';
import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { ListItemNode, ListNode, registerList } from '@lexical/list';
import { HeadingNode, QuoteNode, registerRichText } from '@lexical/rich-text';
import { addField, parseDraft } from './page';

globalThis.editorPage = {
  start: (html) => {
    const field = addField();
    field.contentEditable = 'true';
    const editor = createEditor({
      namespace: 'page',
      nodes: [HeadingNode, QuoteNode, ListNode, ListItemNode],
      onError: (error) => {
        throw error;
      },
    });
    editor.setRootElement(field);
    registerRichText(editor);
    registerList(editor);
    editor.update(
      () => {
        $getRoot().clear().select();
        $insertNodes($generateNodesFromDOM(editor, parseDraft(html)));
      },
      { discrete: true },
    );
    registerHistory(editor, createEmptyHistoryState(), 300);
  },
};
