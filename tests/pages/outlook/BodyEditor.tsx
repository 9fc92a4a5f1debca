import { useEffect, useRef } from 'react';
import { Editor, exportContent } from 'roosterjs-content-model-core';
import {
  AutoFormatPlugin,
  DragAndDropPlugin,
  EditPlugin,
  HiddenPropertyPlugin,
  HyperlinkPlugin,
  ImageEditPlugin,
  MarkdownPlugin,
  PastePlugin,
  ShortcutPlugin,
  TableEditPlugin,
} from 'roosterjs-content-model-plugins';
import { renderBodyContent } from './outlookBody';
import type { StandInMail } from '../mails';
import type { OutlookDraft } from './outlookPage';

/** As in Outlook, only the editor has a Trusted Types policy that allows HTML. */
const trustedTypes = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
const policy = trustedTypes?.createPolicy('stand-in', { createHTML: (html) => html });
const trust = (html: string) => (policy ? policy.createHTML(html) : html);

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createHTML(html: string): string },
  ): { createHTML(html: string): string };
}

declare global {
  /** The draft as the editor gives it out to be sent; of several drafts, the one opened last. */
  // eslint-disable-next-line no-var -- only `var` declares a property of the window
  var exportOutlookDraft: (() => string) | undefined;
}

/**
 * The plugins behind what one can do in Outlook's editor: pictures and tables are resized, links open by Ctrl+click, lists, links
 * and dashes are made while typing. Which plugins Outlook itself loads is not published.
 */
function createPlugins() {
  return [
    new PastePlugin(),
    new EditPlugin(),
    new ShortcutPlugin(),
    new AutoFormatPlugin({
      autoBullet: true,
      autoNumbering: true,
      autoLink: true,
      autoUnlink: true,
      autoHyphen: true,
      autoMailto: true,
    }),
    new TableEditPlugin(),
    new ImageEditPlugin(),
    new HyperlinkPlugin(),
    new MarkdownPlugin(),
    new HiddenPropertyPlugin({}),
    new DragAndDropPlugin(),
  ];
}

export function BodyEditor({
  draft,
  quoted,
  label,
}: {
  draft: OutlookDraft;
  quoted: StandInMail;
  label: string;
}) {
  const field = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!field.current) return undefined;
    const editor = new Editor(field.current, {
      plugins: createPlugins(),
      trustedHTMLHandler: trust,
    });
    // Set directly, because the editor's model would flatten the wrappers that real drafts have.
    field.current.innerHTML = trust(renderBodyContent(draft, quoted));
    editor.takeSnapshot();
    globalThis.exportOutlookDraft = () => exportContent(editor, 'HTML');
    return () => editor.dispose();
  }, [draft, quoted]);
  return (
    <div
      ref={field}
      className="body EditorClass"
      role="textbox"
      aria-multiline="true"
      aria-label={label}
      contentEditable
      tabIndex={0}
      suppressContentEditableWarning
    />
  );
}
