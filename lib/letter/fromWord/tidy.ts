import { isBlank, printable } from '../text';
import { wordsOf, type Span, type WordingParagraph } from './wording';

/** Without what no letter can carry, and without paragraphs in which nothing can be seen. */
export function tidyParagraphs(paragraphs: readonly WordingParagraph[]): WordingParagraph[] {
  return paragraphs
    .map((paragraph) => ({ ...paragraph, spans: trimSpans(joinAlike(paragraph.spans.map(tidySpan))) }))
    .filter(({ spans }) => !isBlank(wordsOf(spans)));
}

function tidySpan({ text, bold }: Span): Span {
  const lines = text.split(/\r\n?|[\n\v\f\u0085\u2028\u2029]/);
  return { text: lines.map(printable).join('\n'), bold };
}

/**
 * Word cuts a sentence wherever somebody once corrected it. What shows nothing (white space, invisible signs) is bold
 * or not as its neighbours are.
 */
export function joinAlike(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const { text, bold } of spans) {
    const last = joined.at(-1);
    if (last && (last.bold === bold || isBlank(text))) last.text += text;
    else if (last && isBlank(last.text)) joined.splice(-1, 1, { text: last.text + text, bold });
    else if (text !== '') joined.push({ text, bold });
  }
  return joined;
}

function trimSpans(spans: readonly Span[]): Span[] {
  const trimmed = spans.map((span) => ({ ...span }));
  for (let first = trimmed[0]; first; first = trimmed[0]) {
    first.text = first.text.trimStart();
    if (first.text !== '') break;
    trimmed.shift();
  }
  for (let last = trimmed.at(-1); last; last = trimmed.at(-1)) {
    last.text = last.text.trimEnd();
    if (last.text !== '') break;
    trimmed.pop();
  }
  return trimmed;
}

/** The same spans without their first so many characters. */
export function cutStart(spans: readonly Span[], length: number): Span[] {
  let left = length;
  const rest = spans.map((span) => {
    const cut = Math.min(left, span.text.length);
    left -= cut;
    return { ...span, text: span.text.slice(cut) };
  });
  return trimSpans(rest.filter(({ text }) => text !== ''));
}
