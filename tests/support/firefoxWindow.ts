/**
 * Firefox's own window, with toolbar, menus and the extension's pages, which WebDriver BiDi does not list. Scripts run
 * there through BiDi's `moz:scope: chrome`, which `--remote-allow-system-access` permits.
 */
import type { Browser, Page } from 'puppeteer-core';
import { waitUntil } from './waitUntil';

interface BidiConnection {
  send(method: string, params: object): Promise<{ result: unknown }>;
}

interface Context {
  context: string;
  url: string;
  clientWindow: string;
}

export class FirefoxWindow {
  private constructor(
    private readonly connection: BidiConnection,
    private readonly context: string,
  ) {}

  /** The window that shows the page; without a page, the first window. */
  static async of(browser: Browser, page?: Page): Promise<FirefoxWindow> {
    // Puppeteer's types hide the connection, but only the connection reaches the browser's own window.
    const { connection } = browser as unknown as { connection: BidiConnection };
    const list = async (params: object) => {
      const { result } = await connection.send('browsingContext.getTree', params);
      return (result as { contexts: Context[] }).contexts;
    };
    const pageId = page && (page.mainFrame() as unknown as { _id: string })['_id'];
    const shown = pageId
      ? (await list({})).find(({ context }) => context === pageId)?.clientWindow
      : undefined;
    const windows = (await list({ 'moz:scope': 'chrome' })).filter(({ url }) =>
      url.endsWith('/browser.xhtml'),
    );
    const found = windows.find(({ clientWindow }) => shown === undefined || clientWindow === shown);
    if (!found) throw new Error("Firefox's own window was not found");
    return new FirefoxWindow(connection, found.context);
  }

  /** Runs the body of an async function in the window; `args` are its parameters by name, as JSON. */
  async run(body: string, args: Record<string, unknown> = {}): Promise<unknown> {
    const values = JSON.stringify(Object.values(args));
    const expression = `(async (${Object.keys(args).join(', ')}) => {
      const result = await (async () => { ${body} })();
      return JSON.stringify(result === undefined ? null : result);
    })(...${values})`;
    const { result } = await this.connection.send('script.evaluate', {
      expression,
      target: { context: this.context },
      awaitPromise: true,
    });
    const answer = result as {
      type: string;
      result?: { value: string };
      exceptionDetails?: { text: string };
    };
    if (answer.type !== 'success') throw new Error(`Firefox's window: ${answer.exceptionDetails?.text}`);
    return JSON.parse(answer.result?.value ?? 'null');
  }

  /** Runs the body of an async function inside the browser element that `element` (an expression) names. */
  async runInside(element: string, body: string, args: Record<string, unknown> = {}): Promise<unknown> {
    const frameScript = `(async () => {
      const reply = (data) => sendAsyncMessage('dear-employer:answer', data);
      try {
        const result = await (async (${Object.keys(args).join(', ')}) => { ${body} })(...${JSON.stringify(Object.values(args))});
        reply({ result: JSON.stringify(result === undefined ? null : result) });
      } catch (error) { reply({ error: String(error) }); }
    })();`;
    const answer = await this.run(
      `const { messageManager } = ${element};
       return new Promise((resolve) => {
         messageManager.addMessageListener('dear-employer:answer', function listener({ data }) {
           messageManager.removeMessageListener('dear-employer:answer', listener);
           resolve(data);
         });
         messageManager.loadFrameScript('data:,' + encodeURIComponent(frameScript), false);
       });`,
      { frameScript },
    );
    const { result, error } = answer as { result?: string; error?: string };
    if (error !== undefined) throw new Error(`Firefox's page: ${error}`);
    return JSON.parse(result ?? 'null');
  }

  async waitFor(what: string, body: string, args: Record<string, unknown> = {}): Promise<unknown> {
    return waitUntil(what, () => this.run(body, args));
  }
}
