/** Serves the stand-in pages for the mail sites and for other web pages, under their real host names. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GMAIL_HOST } from '../../lib/mail/sites/hosts';
import { bundlePage } from './bundle';
import { freshGmailDraft, type GmailPage } from './gmail/gmailPage';
import { renderGmail } from './gmail/renderGmail';
import { renderOtherPage } from './otherPage';
import type { OutlookPage } from './outlook/outlookPage';
import { renderOutlook } from './outlook/renderOutlook';
import { gmailStates, outlookStates, type GmailStateName, type OutlookStateName } from './states';

const PAGES = dirname(fileURLToPath(import.meta.url));

const SCRIPTS: Record<string, string> = {
  '/stand-in/gmail.js': 'gmail/gmailClient.ts',
  '/stand-in/outlook.js': 'outlook/outlookClient.tsx',
};

export function answerAsSites(request: IncomingMessage, response: ServerResponse): void {
  answer(request, response).catch((error: unknown) => {
    response.writeHead(500, { 'content-type': 'text/plain' }).end(String(error));
  });
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', `https://${request.headers.host}`);
  if (url.pathname === '/favicon.ico') return void response.writeHead(204).end();
  const script = await findScript(url.pathname);
  if (script !== null) {
    // Browsers also keep what they have compiled of a script that they may cache.
    const headers = { 'content-type': 'text/javascript', 'cache-control': 'max-age=3600' };
    return void response.writeHead(200, headers).end(script);
  }
  const nonce = randomBytes(12).toString('base64');
  if (url.host === GMAIL_HOST) return sendPage(response, renderGmail(readGmail(url), nonce), nonce, '');
  if (url.host.startsWith('outlook.')) {
    // RoosterJS undoes by setting HTML. Without this policy, Firefox would drop the draft's inline styles at an undo.
    return sendPage(
      response,
      renderOutlook(readOutlook(url), nonce),
      nonce,
      "style-src-attr 'unsafe-inline'; ",
    );
  }
  return void response
    .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    .end(renderOtherPage(url));
}

async function findScript(path: string): Promise<string | null> {
  const entry = SCRIPTS[path] ?? /^\/editors\/(\w+\.[tj]s)$/.exec(path)?.[1]?.replace(/^/, 'editors/');
  if (entry === 'editors/closure.js') return readFile(join(PAGES, entry), 'utf8');
  if (entry) return bundlePage(entry);
  // Closure's library loads its own files, uncompiled.
  const file = /^\/closure\/([\w/.-]+)$/.exec(path)?.[1];
  if (!file || file.includes('..') || extname(file) !== '.js') return null;
  const library = dirname(createRequire(import.meta.url).resolve('google-closure-library/package.json'));
  return readFile(join(library, 'closure', file), 'utf8');
}

/**
 * The policy limits only scripts and styles: requests of injected code must reach the network, so that tests can count
 * them.
 */
function sendPage(response: ServerResponse, html: string, nonce: string, more: string): void {
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': `require-trusted-types-for 'script'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; ${more}object-src 'none'; base-uri 'none'`,
  });
  response.end(html);
}

/** Reads the page from the address. `/mail/?view=cm&to=&su=` is the site's own link to a new email. */
function readGmail({ searchParams }: URL): GmailPage {
  const name = searchParams.get('state') ?? (searchParams.get('view') === 'cm' ? 'by-link' : 'new');
  const { page } = gmailStates[name as GmailStateName];
  const linked = {
    ...freshGmailDraft,
    view: 'by link' as const,
    subject: searchParams.get('su') ?? '',
    to: searchParams.get('to')?.split(',').filter(Boolean) ?? [],
  };
  const drafts = searchParams.get('view') === 'cm' ? [linked] : page.drafts;
  return { ...page, drafts, ...readParts<GmailPage>(searchParams) };
}

function readOutlook({ pathname, searchParams }: URL): OutlookPage {
  const name = searchParams.get('state') ?? (pathname.endsWith('/deeplink/compose') ? 'by-link' : 'new');
  return { ...outlookStates[name as OutlookStateName].page, ...readParts<OutlookPage>(searchParams) };
}

function readParts<Page>(searchParams: URLSearchParams): Partial<Page> {
  return JSON.parse(searchParams.get('page') ?? '{}') as Partial<Page>;
}
