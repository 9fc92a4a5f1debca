import type { Page } from 'puppeteer-core';
import type { MailSite, Draft } from '../../support/draft';

/** What a person sees of the email they write and of everything else on the page, read without any code of ours. */
export interface Seen {
  /** Lines of the body as the eye sees them, without spaces, empty lines left out. */
  lines: string[];
  /** Signature and quoted mail, each with its HTML or, where the editor itself rewrites that, its words. */
  parts: string[];
  /** Things that are not text: pictures, tables and lists with their number. */
  things: Record<string, number>;
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
      parts: [
        ...[...element.querySelectorAll('.gmail_signature,.gmail_signature_prefix,div.gmail_quote')].map(
          ({ outerHTML }) => outerHTML,
        ),
        // RoosterJS writes the HTML of a whole draft anew at each paste; names and words stay.
        ...[...element.querySelectorAll('#Signature,#divRplyFwdMsg,[id$=_Signature]')].map(
          ({ id, textContent }) => `${id}: ${textContent.replace(/\s+/g, ' ')}`,
        ),
      ],
      things: Object.fromEntries(
        ['img', 'table', 'td', 'hr', 'ul', 'blockquote'].map((name) => [
          name,
          element.querySelectorAll(name).length,
        ]),
      ),
    };
  });
}

/** Every field of the page that is no part of this draft, also hidden ones and those of other drafts. */
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

/** As `Seen.lines` has them. */
export function squeeze(text: string): string {
  return text.replace(/[\s\u200b\u2060\ufeff]/g, '');
}
