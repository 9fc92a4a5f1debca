import { rm } from 'node:fs/promises';
import { listMenuItems } from '../../../lib/background/menu/items';
import { answerAsSites } from '../../pages/answer';
import { chromiumBuild, copyWithOutlookHosts, firefoxBuild, requireBuild } from '../../support/builds';
import { launchChromium } from '../../support/chromium';
import { builtInLetter } from '../../support/expectedLetter';
import { launchFirefox } from '../../support/firefox';
import { seedDetails } from '../../support/seedDetails';
import type { Session } from '../../support/session';
import type { Cell } from './cells';

type Kind = 'chromium' | 'chromium with Outlook’s hosts' | 'firefox';

/** The browsers that run the cells of the table. Each is opened for the first cell that needs it. */
export class Browsers {
  private readonly sessions = new Map<Kind, Session>();
  private readonly folders: string[] = [];

  async open({ browser, row }: Cell): Promise<Session> {
    const kind = browser === 'chromium' && row.hasPermission ? 'chromium with Outlook’s hosts' : browser;
    const session = this.sessions.get(kind) ?? (await this.launch(kind));
    this.sessions.set(kind, session);
    return session;
  }

  /**
   * Called after a failure, so that the next cell gets a new browser: a browser that hangs would fail every later cell.
   */
  async close(): Promise<void> {
    const sessions = [...this.sessions.values()];
    this.sessions.clear();
    for (const session of sessions) await session.close();
    for (const folder of this.folders.splice(0)) await rm(folder, { recursive: true });
  }

  private async launch(kind: Kind): Promise<Session> {
    const session = await this.start(kind);
    await seedDetails(session);
    return session;
  }

  private async start(kind: Kind): Promise<Session> {
    const menu = listMenuItems(builtInLetter('request'));
    switch (kind) {
      case 'chromium':
        return launchChromium({ extensionDir: requireBuild(chromiumBuild), answer: answerAsSites, menu });
      case 'chromium with Outlook’s hosts': {
        const extensionDir = await copyWithOutlookHosts(chromiumBuild);
        this.folders.push(extensionDir);
        return launchChromium({ extensionDir, answer: answerAsSites, menu });
      }
      case 'firefox':
        return launchFirefox({ extensionDir: requireBuild(firefoxBuild), answer: answerAsSites });
    }
  }
}
