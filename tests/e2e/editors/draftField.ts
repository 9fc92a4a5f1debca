import type { Frame } from 'puppeteer-core';
import { isolatedWorld } from './pageSide';

/** The draft in an editor's page, seen from outside the editor. */
export async function readHtml(frame: Frame): Promise<string> {
  return isolatedWorld(frame).evaluate(() => findField().innerHTML);

  function findField(): HTMLElement {
    return (
      document.querySelector<HTMLElement>('[contenteditable=true],[contenteditable=""]') ?? document.body
    );
  }
}
