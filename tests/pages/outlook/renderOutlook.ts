import { escapeHtml } from '../html';
import type { OutlookPage } from './outlookPage';

/** Enough styling for practice and screenshots; not a copy of Microsoft's design. */
const style = `
  body { margin: 0; font: 14px/1.4 'Segoe UI', Arial, sans-serif; color: #242424; background: #f0f0f0; }
  [hidden] { display: none !important; }
  .bar { padding: 12px 20px; font-size: 18px; background: #0f6cbd; color: #fff; } .bar small { font-size: 13px; margin-left: 8px; }
  .main { padding: 16px 20px; max-width: 900px; }
  .compose { background: #fff; border-radius: 6px; padding: 12px 20px; box-shadow: 0 1px 4px rgb(0 0 0 / 20%); }
  .ribbon { display: flex; gap: 8px; margin-bottom: 10px; }
  button { font: inherit; border: 1px solid #c7c7c7; border-radius: 4px; background: #fff; padding: 5px 12px; }
  [data-testid=ComposeSendButton] { background: #0f6cbd; color: #fff; border-color: #0f6cbd; }
  .people { display: flex; border-bottom: 1px solid #e0e0e0; padding: 4px 0; } .peopleLabel { width: 48px; color: #616161; }
  .well { flex: 1; min-height: 22px; outline: 0; } ._Entity { background: #ebf3fc; border-radius: 10px; padding: 1px 8px; }
  .subject { display: block; width: 100%; box-sizing: border-box; border: 0; border-bottom: 1px solid #e0e0e0; padding: 8px 0; font: inherit; font-size: 16px; outline: 0; }
  .card { display: inline-block; border: 1px solid #c7c7c7; border-radius: 4px; padding: 4px 10px; margin: 6px 6px 0 0; }
  .body { min-height: 260px; outline: 0; padding-top: 12px; display: block; width: 100%; box-sizing: border-box; }
  .reading { background: #fff; border-radius: 6px; padding: 8px 20px; margin-top: 16px; color: #555; } .reading h2 { font-size: 16px; }
  .tabs { position: fixed; bottom: 0; left: 20px; } [aria-selected=true] { font-weight: bold; }
`;

export function renderOutlook(page: OutlookPage, nonce: string): string {
  return `<!doctype html><html lang="${page.locale}"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>Outlook stand-in</title>
    <style nonce="${nonce}">${style}</style></head><body data-page="${escapeHtml(JSON.stringify(page))}">
    <script nonce="${nonce}" src="/stand-in/outlook.js"></script></body></html>`;
}
