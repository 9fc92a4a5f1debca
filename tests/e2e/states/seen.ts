import type { Page } from 'puppeteer-core';
import type { MailSite, Draft } from '../../support/draft';

/** What a user sees of their email. It is read without the extension's code. */
export interface Seen {
  /** The visible lines of the body, without spaces and without empty lines. */
  lines: string[];
  /**
   * Signature and quoted mail: their HTML or, in Outlook, their text, because RoosterJS rewrites the HTML at each
   * paste.
   */
  landmarks: string[];
  /** The number of pictures, tables, lists and other objects, by element name. */
  objects: Record<string, number>;
}

const ROOTS = { gmail: '.M9', outlook: '[id^=docking_InitVisiblePart_]' } satisfies Record<MailSite, string>;

export function readSeen({ body }: Draft): Promise<Seen> {
  return body.evaluate((element) => {
    const text = 'value' in element ? String(element.value) : element.innerText;
    return {
      lines: text
        .split(/[\n\t]/)
        .map((line) => line.replace(/[\s\u200b\u2060\ufeff]/g, ''))
        .filter(Boolean),
      landmarks: [
        ...[...element.querySelectorAll('.gmail_signature,.gmail_signature_prefix,div.gmail_quote')].map(
          ({ outerHTML }) => outerHTML,
        ),
        ...[...element.querySelectorAll('#Signature,#divRplyFwdMsg,[id$=_Signature]')].map(
          ({ id, textContent }) => `${id}: ${textContent.replace(/\s+/g, ' ')}`,
        ),
      ],
      objects: Object.fromEntries(
        ['img', 'table', 'td', 'hr', 'ul', 'blockquote'].map((name) => [
          name,
          element.querySelectorAll(name).length,
        ]),
      ),
    };
  });
}

/** The content of all fields outside this draft, including hidden ones and those of other drafts. */
export async function readOthers(page: Page, site: MailSite, draft: Draft | null): Promise<string[]> {
  return page.evaluate(
    (rootSelector, body) => {
      const root = body?.closest(rootSelector);
      return [...document.querySelectorAll('[contenteditable=true],textarea,input')]
        .filter((field) => !root?.contains(field))
        .map((field) => ('value' in field ? String(field.value) : field.innerHTML));
    },
    ROOTS[site],
    draft?.body ?? null,
  );
}

/** Removes white space and zero-width characters, as in `Seen.lines`. */
export function squeeze(text: string): string {
  return text.replace(/[\s\u200b\u2060\ufeff]/g, '');
}
