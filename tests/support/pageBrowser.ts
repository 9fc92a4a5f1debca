/** A browser without the extension, and a web space that it reaches through a proxy which sees every request. */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findBrowser, howToGetBrowser, type BrowserName } from '../../scripts/browsers.mjs';
import { isRoot, QUIET, WITHOUT_SCREEN } from './chromium';
import { waitForDownload } from './downloads';
import { endBrowser } from './endBrowser';
import { downloadsInto, throughProxy } from './firefox';
import { extensionRequests, type SeenRequest } from './mailServer';

/** Without https, as on a simple web space: browsers give such a page neither a clipboard nor `randomUUID`. */
const SITE = 'http://branch.example';

export interface PageBrowser {
  browser: Browser;
  /** Opens a file of the web space, or a `file:` address. */
  open(address: string): Promise<Page>;
  /** The requests so far, without those that browsers make by themselves. */
  requests(): string[];
  waitForDownload(name: RegExp): Promise<string>;
  close(): Promise<void>;
}

/** `files`: the text of each file of the web space, by path. */
export async function launchPageBrowser(
  name: BrowserName,
  files: Record<string, string>,
): Promise<PageBrowser> {
  const executablePath = findBrowser(name);
  if (!executablePath) throw new Error(howToGetBrowser(name));
  const site = await startSite(files);
  const downloads = await mkdtemp(join(tmpdir(), 'dear-employer-downloads-'));
  const browser = await puppeteer.launch({
    executablePath,
    defaultViewport: null,
    ...(name === 'chromium' ? chromium(site.proxy, downloads) : firefox(site.proxy, downloads)),
  });
  return {
    browser,
    open: async (address) => {
      const page = await browser.newPage();
      await page.goto(address.startsWith('file:') ? address : SITE + address);
      await page.bringToFront();
      return page;
    },
    requests: () => extensionRequests(site.requests).map(({ url }) => url),
    waitForDownload: (file) => waitForDownload(downloads, file),
    close: async () => {
      await endBrowser(browser);
      await site.close();
      await rm(downloads, { recursive: true, force: true });
    },
  };
}

interface Address {
  host: string;
  port: number;
}

function chromium({ host, port }: Address, downloadPath: string) {
  return {
    pipe: true,
    args: [
      ...QUIET,
      ...WITHOUT_SCREEN,
      ...(isRoot ? ['--no-sandbox'] : []),
      `--proxy-server=${host}:${port}`,
      '--proxy-bypass-list=<-loopback>',
    ],
    downloadBehavior: { policy: 'allow' as const, downloadPath },
  };
}

function firefox(proxy: Address, downloads: string) {
  return {
    browser: 'firefox' as const,
    args: ['--width=1200', '--height=1000'],
    extraPrefsFirefox: { ...throughProxy(proxy), ...downloadsInto(downloads) },
  };
}

/** A proxy that answers requests for the web space itself, and refuses and records all others. */
async function startSite(files: Record<string, string>) {
  const requests: SeenRequest[] = [];
  const sockets = new Set<Socket>();
  const proxy = createServer(({ url = '', method = '' }, response) => {
    const text = url.startsWith(SITE) ? files[url.slice(SITE.length)] : undefined;
    requests.push({ url, method, served: text !== undefined });
    if (text === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(text);
  });
  proxy.on('connect', ({ url = '' }, client: Socket) => {
    requests.push({ url, method: 'CONNECT', served: false });
    client.on('error', () => client.destroy());
    client.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  proxy.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const { port } = proxy.address() as AddressInfo;
  return {
    proxy: { host: '127.0.0.1', port },
    requests,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => proxy.close(resolve));
    },
  };
}
