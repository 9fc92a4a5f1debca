/** Not part of what somebody wrote. */
const SKIPPED = 'style,script,head,title,template,noscript,svg,button,input,select,textarea,object,iframe';

/** By its name, because a mail that is read from a selection is not in the page and has no computed style. */
const BLOCKS =
  /^(?:address|article|aside|blockquote|body|caption|center|dd|div|dl|dt|fieldset|figure|footer|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|table|tbody|tfoot|thead|tr|ul)$/;
const SPACED = /^(?:blockquote|dl|h[1-6]|ol|p|pre|table|ul)$/;

/**
 * The text of a mail as its reader sees it: blocks on lines of their own, cells of a row apart, and a sign before the lines
 * that the mail quotes, as in plain-text mail. What the page hides is left out, unless the whole mail is hidden.
 */
export function readMailText(root: Element | DocumentFragment): string {
  const lines = new Lines();
  readChildren(root, lines, root instanceof Element && isRendered(root));
  return lines.toText();
}

function readChildren(parent: Node, lines: Lines, onlyRendered: boolean): void {
  for (const node of parent.childNodes) {
    if (node.nodeType === Node.TEXT_NODE)
      lines.write(node.nodeValue ?? '', parent instanceof Element && parent.closest('pre') !== null);
    else if (node instanceof Element) readElement(node, lines, onlyRendered);
  }
}

function readElement(element: Element, lines: Lines, onlyRendered: boolean): void {
  const name = element.localName;
  if (name === 'br') return lines.breakLine();
  if (element.matches(SKIPPED) || (onlyRendered && !isRendered(element))) return;
  const isBlock = BLOCKS.test(name);
  if (isBlock) lines.end(SPACED.test(name));
  if (name === 'td' || name === 'th') lines.startCell();
  if (name === 'li') lines.write('- ');
  if (name === 'hr') lines.write('________________________________');
  if (name === 'blockquote') lines.quoted += 1;
  readChildren(element, lines, onlyRendered);
  if (isBlock) lines.end(SPACED.test(name));
  if (name === 'blockquote') lines.quoted -= 1;
}

const isRendered = (element: Element): boolean => element.checkVisibility();

class Lines {
  quoted = 0;
  readonly #lines: string[] = [];
  #line = '';
  #wantsGap = false;

  write(text: string, isPreformatted = false): void {
    const [first = '', ...more] = isPreformatted ? text.split('\n') : [text];
    this.#line += first.replace(/[\u200b\u2060\ufeff]/g, '').replace(/[ \t\n\r\f\u00a0]+/g, ' ');
    for (const next of more) {
      this.breakLine();
      this.write(next);
    }
  }

  startCell(): void {
    if (this.#line.trim()) this.#line = `${this.#line.trimEnd()}\t`;
  }

  breakLine(): void {
    this.#push(this.#line);
    this.#line = '';
  }

  /** Ends the line, if it has words. `spaced`: an empty line follows. */
  end(spaced: boolean): void {
    if (this.#line.trim()) this.breakLine();
    this.#line = '';
    if (spaced) this.#wantsGap = true;
  }

  #push(line: string): void {
    const sign = '> '.repeat(this.quoted);
    if (this.#wantsGap && this.#lines.length > 0) this.#lines.push(sign.trimEnd());
    this.#wantsGap = false;
    this.#lines.push(`${sign}${line.trim()}`.trimEnd());
  }

  toText(): string {
    this.end(false);
    return this.#lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim();
  }
}

// ── Who wrote it ───────────────────────────────────────────────────────────────────────────────

/** Both empty if the page does not say. Outlook shows no address of people in the same organisation. */
export interface Sender {
  name: string;
  address: string;
}

/** The first address in a text, in small letters; empty if there is none. */
export function readAddress(text: string): string {
  const words = text.slice(0, 2_000).split(/[\s<>()[\],;:"]+/);
  const found = words.find((word) => {
    const at = word.indexOf('@');
    return at > 0 && word.indexOf('.', at) > at + 1 && !word.endsWith('.');
  });
  return (found ?? '').toLowerCase();
}

/** "From: Jo Patel<jo.patel@council.example>". Labels are translated, so that only the colon is relied on. */
export function splitSender(text: string): Sender {
  const address = readAddress(text);
  const [label = '', ...rest] = text.slice(0, 300).split(':');
  const named = rest.length > 0 && label.length <= 20 && !label.includes('@') ? rest.join(':') : text;
  const end = named.search(/[<([]|\S@/);
  const before = end === -1 ? named : named.slice(0, end);
  const isBare = end !== -1 && !'<(['.includes(named.charAt(end));
  const name = isBare ? before.slice(0, before.lastIndexOf(' ') + 1) : before;
  return { name: name.replace(/\s+/g, ' ').trim().slice(0, 100), address };
}

/** Gmail: "On Mon, 16 Nov 2026 at 09:12, Jo Patel <jo@…> wrote:". Outlook: "From: Jo Patel <jo@…>", then "Sent: …". */
export function cutSender(head: string): string {
  const [line = ''] = head.trim().split('\n');
  const [first = ''] = line.split(/(?=Sent:|Date:)/);
  const isLabelled = /^\s{0,3}[\p{L} ]{1,20}:\s/u.test(first);
  if (isLabelled || !/\d/.test(first)) return first;
  const end = first.includes('<') ? first.indexOf('<') : first.length;
  const words = (first.slice(0, end).split(',').at(-1) ?? '').split(' ');
  const lastFigure = words.findLastIndex((word) => /\d|^[ap]\.?m\.?$/i.test(word));
  return [...words.slice(lastFigure + 1), first.slice(end)].join(' ');
}

// ── The mail that a plain-text draft quotes ────────────────────────────────────────────────────

const PLAIN_HEADER = /^\s*[*_]?(?:from|de|von|van|da)[*_]?\s?:/i;

/** In a plain-text draft: from the header or the first line with ">" on. */
export function cutQuoted(value: string): { head: string; text: string } | null {
  const lines = value.split('\n');
  const header = lines.findIndex((line) => PLAIN_HEADER.test(line));
  if (header !== -1) {
    const blank = lines.findIndex((line, at) => at > header && line.trim() === '');
    if (blank === -1) return null;
    return { head: lines.slice(header, blank).join('\n'), text: lines.slice(blank).join('\n').trim() };
  }
  const first = lines.findIndex((line) => line.startsWith('>'));
  if (first === -1) return null;
  const head = lines.slice(Math.max(0, first - 3), first).filter((line) => line.trim());
  const text = lines
    .slice(first)
    .map((line) => line.replace(/^> ?/, ''))
    .join('\n');
  return { head: head.join(' '), text: text.trim() };
}
