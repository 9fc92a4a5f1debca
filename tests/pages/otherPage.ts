import { escapeHtml } from './html';

/** A page that is no mail site: fields of every kind, frames and a shadow root, or one editor by name. */
export function renderOtherPage({ pathname, searchParams }: URL): string {
  const [, folder, name] = pathname.split('/');
  if (folder === 'editor' && name) return renderEditorPage(name);
  if (folder === 'frame')
    return page(
      'Frame',
      `<div id="rich" contenteditable="true" class="field">${readWords(searchParams)}</div>`,
    );
  return page('Fields', FIELDS);
}

function renderEditorPage(name: string): string {
  const closure =
    name === 'closure'
      ? `<script>CLOSURE_UNCOMPILED_DEFINES = { 'goog.ENABLE_DEBUG_LOADER': true };</script><script src="/closure/goog/base.js"></script>`
      : '';
  const file = name === 'closure' ? 'closure.js' : `${name}.ts`;
  return page(name, `${closure}<script src="/editors/${escapeHtml(file)}"></script>`);
}

function readWords(searchParams: URLSearchParams): string {
  return searchParams.get('words') ?? '<div>Words in a frame</div>';
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>
    <style>body { font: 15px/1.4 sans-serif; } .field { border: 1px solid #999; min-height: 80px; padding: 6px; margin: 6px 0; } iframe { width: 420px; height: 150px; }</style>
    </head><body>${body}</body></html>`;
}

const FIELDS = `
  <div id="rich" contenteditable="true" class="field"><div>Rich words</div></div>
  <div id="plaintext-only" contenteditable="plaintext-only" class="field">Plain words</div>
  <textarea id="plain" rows="6" cols="60">Plain words</textarea>
  <p><input id="line" size="60" value="One line"> <input id="short" maxlength="20" value="Short"> <input id="locked" readonly value="Locked">
  <input id="password" type="password"> <input id="number" type="number"></p>
  <div id="host"></div>
  <div id="closed"></div>
  <script>
    const root = document.getElementById('host').attachShadow({ mode: 'open' });
    root.innerHTML = '<div id="inShadow" contenteditable="true" style="border:1px solid #999;min-height:60px"><div>Words in a shadow</div></div>';
    const closed = document.getElementById('closed');
    const closedRoot = closed.attachShadow({ mode: 'closed' });
    closedRoot.innerHTML = root.innerHTML;
    // For the test, which cannot look into the root.
    closed.field = closedRoot.firstElementChild;
  </script>
  <iframe id="same" src="/frame?words=%3Cdiv%3EWords%20of%20the%20same%20site%3C%2Fdiv%3E"></iframe>
  <iframe id="srcdoc" srcdoc="&lt;div id=rich contenteditable class=field&gt;&lt;div&gt;Words in srcdoc&lt;/div&gt;&lt;/div&gt;"></iframe>
  <iframe id="other" src="https://elsewhere.example/frame?words=%3Cdiv%3EWords%20of%20another%20site%3C%2Fdiv%3E"></iframe>
`;
