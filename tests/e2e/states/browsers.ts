import { rm } from 'node:fs/promises';
import { listMenuItems } from '../../../lib/browser/menuItems';
import { answerAsSites } from '../../pages/answer';
import { chromiumBuild, copyWithOutlookHosts, firefoxBuild, requireBuild } from '../../support/builds';
import { launchChromium } from '../../support/chromium';
import { builtInLetter } from '../../support/expectedLetter';
import { launchFirefox } from '../../support/firefox';
import { seedDetails } from '../../support/seedDetails';
import type { Session } from '../../support/session';
import type { Cell } from './cells';

type Kind = 'chromium' | 'chromium with Outlook’s hosts' | 'firefox';

/** Each browser once, opened for its first cell; its cells wait for one another, those of other browsers do not. */
export class Browsers {
  private readonly sessions = new Map<Kind, Promise<Session>>();
  private readonly turns = new Map<Kind, Promise<unknown>>();
  private readonly folders: string[] = [];

  async inTurn<T>({ browser, row }: Cell, work: (session: Session) => Promise<T>): Promise<T> {
    const kind = browser === 'chromium' && row.hasPermission ? 'chromium with Outlook’s hosts' : browser;
    const before = this.turns.get(kind) ?? Promise.resolve();
    const session = this.sessions.get(kind) ?? this.launch(kind);
    this.sessions.set(kind, session);
    const mine = before.then(async () => work(await session));
    // The next one's turn comes also after a failure.
    this.turns.set(
      kind,
      mine.catch(() => undefined),
    );
    return mine;
  }

  async close(): Promise<void> {
    for (const session of this.sessions.values()) await (await session).close();
    for (const folder of this.folders) await rm(folder, { recursive: true });
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
