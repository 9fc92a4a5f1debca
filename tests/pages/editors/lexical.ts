import { $createParagraphNode, $getRoot, $insertNodes, createEditor } from 'lexical';
import { $generateNodesFromDOM } from '@lexical/html';
import { registerHistory } from '@lexical/history';
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
        const nodes = $generateNodesFromDOM(editor, parseDraft(unnest(html)));
        $insertNodes(nodes.length ? nodes : [$createParagraphNode()]);
      },
      { discrete: true },
    );
    const current = { editor, editorState: editor.getEditorState() };
    registerHistory(editor, { current, undoStack: [], redoStack: [] }, 300);
  },
};

/** In Lexical a quote cannot contain another quote. */
function unnest(html: string): string {
  return html
    .replaceAll('<blockquote><blockquote>', '<blockquote>')
    .replaceAll('</blockquote></blockquote>', '</blockquote>');
}
