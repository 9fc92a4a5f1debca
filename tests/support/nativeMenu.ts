/**
 * Chromium's context menu, found and clicked through Chromium's UI DevTools. The browser handles such a click as a
 * user's click, so `activeTab` is granted and `info.frameId` is the clicked frame; no extension API can do that. Tried
 * with Chromium 156, headless. UI DevTools do not show the titles, so items are chosen by their order.
 */
import { createServer, type AddressInfo } from 'node:net';
import type { Page } from 'puppeteer-core';
import WebSocket from 'ws';
import type { MenuItem } from '../../lib/background/menu/items';
import { waitUntil } from './waitUntil';

/** The flags and the feature that Chromium needs at launch. */
export function menuFlags(port: number): { flags: string[]; feature: string } {
  return { flags: [`--enable-ui-devtools=${port}`], feature: 'ui-debug-tools-enable-synthetic-events' };
}

interface View {
  nodeId: number;
  attributes?: string[];
  children?: View[];
}

/** The centre of a menu item, in the coordinates of the menu's own window. */
interface Item {
  hostId: number;
  x: number;
  y: number;
}

/** A point to right-click, or a key that opens the menu where the focus is. */
export type MenuOpener = { x: number; y: number } | { key: 'ContextMenu' | 'Shift+F10' };

/**
 * Opens the context menu, then the extension's entry, then the item at each index of `path` (separators not counted), and
 * clicks the last item. Arrow keys cannot be sent to the menu: it is a window of the browser, and without a screen no keys reach it.
 */
export async function clickNativeMenu(
  page: Page,
  port: number,
  opener: MenuOpener,
  path: number[],
): Promise<void> {
  const tools = await UiDevTools.connect(port);
  try {
    let item = await openMenu(page, tools, opener);
    for (const [depth, index] of path.entries()) {
      await tools.click(item);
      item = await tools.findItem(depth + 1, index);
    }
    await tools.click(item);
    await tools.waitUntilClosed();
  } finally {
    tools.close();
  }
}

/** Whether the menu after a right-click contains the extension's entry. The menu is closed again. */
export async function offersNativeMenu(
  page: Page,
  port: number,
  point: { x: number; y: number },
): Promise<boolean> {
  const tools = await UiDevTools.connect(port);
  try {
    await rightClick(page, point);
    const isOffered = await tools.hasEntry();
    await tools.dismiss();
    return isOffered;
  } finally {
    tools.close();
  }
}

/** Tries three times, because a page just brought to the front may miss the first right-click. */
async function openMenu(page: Page, tools: UiDevTools, opener: MenuOpener): Promise<Item> {
  for (let attempt = 1; ; attempt += 1) {
    await ('key' in opener ? pressMenuKey(page, opener.key) : rightClick(page, opener));
    try {
      return await tools.findEntry();
    } catch (error) {
      if (attempt === 3 || (await tools.isOpen())) throw error;
    }
  }
}

async function rightClick(page: Page, { x, y }: { x: number; y: number }): Promise<void> {
  const session = await page.createCDPSession();
  const event = { x, y, button: 'right', clickCount: 1 } as const;
  await session.send('Input.dispatchMouseEvent', { ...event, type: 'mouseMoved', button: 'none' });
  // Not awaited: both promises resolve only when the menu closes, or never if the click closes the page.
  for (const type of ['mousePressed', 'mouseReleased'] as const) {
    session.send('Input.dispatchMouseEvent', { ...event, type }).catch(() => {});
  }
}

async function pressMenuKey(page: Page, keys: string): Promise<void> {
  const session = await page.createCDPSession();
  const key = keys.replace('Shift+', '');
  const windowsVirtualKeyCode = key === 'F10' ? 121 : 93;
  const modifiers = keys.startsWith('Shift') ? 8 : 0;
  // Not awaited, like the click.
  for (const type of ['rawKeyDown', 'keyUp'] as const)
    session
      .send('Input.dispatchKeyEvent', { type, key, code: key, windowsVirtualKeyCode, modifiers })
      .catch(() => {});
}

class UiDevTools {
  private lastId = 0;
  private readonly waiting = new Map<number, (result: unknown) => void>();

  private constructor(private readonly socket: WebSocket) {
    socket.on('message', (data: Buffer) => {
      const message = JSON.parse(data.toString()) as { id: number; result: unknown };
      this.waiting.get(message.id)?.(message.result);
      this.waiting.delete(message.id);
    });
  }

  static async connect(port: number): Promise<UiDevTools> {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/0`, { perMessageDeflate: false });
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
    const tools = new UiDevTools(socket);
    await tools.send('DOM.enable');
    await tools.send('CSS.enable');
    return tools;
  }

  close(): void {
    this.socket.close();
  }

  /** The extension's entry is the only one with an icon and a submenu arrow. */
  async findEntry(): Promise<Item> {
    return waitUntil(
      'the extension’s entry in the context menu',
      async () => {
        const host = (await this.menus())[0];
        if (!host) return null;
        const entries = itemsOf(host).filter(({ view }) => childrenOf(view, 'ImageView').length === 2);
        return entries.length === 1 && entries[0] ? this.locate(host.nodeId, entries[0].path) : null;
      },
      { timeout: 3_000 },
    );
  }

  /** Waits for the menu and checks whether it contains the extension's entry. */
  async hasEntry(): Promise<boolean> {
    const items = await waitUntil('the context menu', async () => {
      const host = (await this.menus())[0];
      return host && itemsOf(host).length > 0 ? itemsOf(host) : null;
    });
    return items.some(({ view }) => childrenOf(view, 'ImageView').length === 2);
  }

  /** Closes the menu by a click outside it. */
  async dismiss(): Promise<void> {
    const [host] = await this.menus();
    if (host) await this.click({ hostId: host.nodeId, x: -5, y: -5 });
    await this.waitUntilClosed();
  }

  async isOpen(): Promise<boolean> {
    return (await this.menus()).length > 0;
  }

  async findItem(depth: number, index: number): Promise<Item> {
    return waitUntil(`item ${index} of the menu at depth ${depth}`, async () => {
      const host = (await this.menus())[depth];
      const found = host && itemsOf(host)[index];
      return host && found ? this.locate(host.nodeId, found.path) : null;
    });
  }

  async waitUntilClosed(): Promise<void> {
    await waitUntil('the context menu closed', async () => !(await this.isOpen()));
  }

  async click({ hostId, x, y }: Item): Promise<void> {
    for (const type of ['mouseMoved', 'mousePressed', 'mouseReleased']) {
      const button = type === 'mouseMoved' ? 'none' : 'left';
      const event = { type, x, y, button, wheelDirection: 'none' };
      await this.send('DOM.dispatchMouseEvent', { nodeId: hostId, event });
    }
  }

  /** The open menus, outermost first. Nodes are renumbered at each call. */
  private async menus(): Promise<View[]> {
    const { root } = (await this.send('DOM.getDocument')) as { root: View };
    const hosts = descendants(root).filter((view) => isA(view, 'MenuHostRootView'));
    return hosts.toSorted((a, b) => a.nodeId - b.nodeId);
  }

  private async locate(hostId: number, path: View[]): Promise<Item | null> {
    let x = 0;
    let y = 0;
    let size = { width: 0, height: 0 };
    for (const view of path) {
      const box = await this.boxOf(view.nodeId);
      x += box.x;
      y += box.y;
      size = box;
    }
    if (size.width === 0 || size.height === 0) return null;
    return { hostId, x: Math.round(x + size.width / 2), y: Math.round(y + size.height / 2) };
  }

  private async boxOf(nodeId: number): Promise<{ x: number; y: number; width: number; height: number }> {
    const styles = (await this.send('CSS.getMatchedStylesForNode', { nodeId })) as MatchedStyles;
    const values = new Map<string, string>();
    for (const { rule } of styles.matchedCSSRules) {
      for (const { name, value } of rule.style.cssProperties) values.set(name.toLowerCase(), value);
    }
    const read = (name: string) => Number(values.get(name) ?? 0);
    return { x: read('x'), y: read('y'), width: read('width'), height: read('height') };
  }

  private send(method: string, params: object = {}): Promise<unknown> {
    const id = ++this.lastId;
    const result = new Promise((resolve) => this.waiting.set(id, resolve));
    this.socket.send(JSON.stringify({ id, method, params }));
    return result;
  }
}

interface MatchedStyles {
  matchedCSSRules: { rule: { style: { cssProperties: { name: string; value: string }[] } } }[];
}

/** The items of a menu in order, each with the views that lead to it from the host. */
function itemsOf(host: View): { view: View; path: View[] }[] {
  const found: { view: View; path: View[] }[] = [];
  const walk = (view: View, path: View[]) => {
    for (const child of view.children ?? []) {
      const childPath = [...path, child];
      if (isA(child, 'MenuItemView')) found.push({ view: child, path: childPath });
      else walk(child, childPath);
    }
  };
  walk(host, []);
  return found;
}

function descendants(view: View): View[] {
  return [view, ...(view.children ?? []).flatMap(descendants)];
}

function childrenOf(view: View, name: string): View[] {
  return (view.children ?? []).filter((child) => isA(child, name));
}

function isA(view: View, name: string): boolean {
  return (view.attributes ?? []).includes(name);
}

/**
 * Turns the titles of a menu item and of the menus above it into the item's place (an index) at each level.
 */
export function menuPath(items: MenuItem[], titles: string[]): number[] {
  let under: string | undefined;
  return titles.map((title) => {
    const neighbours = items.filter((item) => item.under === under);
    const index = neighbours.findIndex((item) => item.title === title);
    const found = neighbours[index];
    if (!found) throw new Error(`No "${title}" among: ${neighbours.map((item) => item.title).join(' · ')}`);
    under = found.id;
    return index;
  });
}

/** A port that is free now, for Chromium's UI DevTools, which need the port at launch. */
export async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
