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
