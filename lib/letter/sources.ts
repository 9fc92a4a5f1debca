import markdown from '../../templates/sources.md?raw';

export interface Source {
  title: string;
  publisher: string;
  month: string;
  link: string;
}

/** Reads templates/sources.md: each heading is a key, each line under it `- Name: value`. */
function parseSources(text: string): ReadonlyMap<string, Source> {
  const parts = text.split(/^## /m).slice(1);
  return new Map(parts.map((part) => [part.split('\n', 1)[0]?.trim() ?? '', readSource(part)]));
}

function readSource(part: string): Source {
  const line = (name: string) => new RegExp(`^- ${name}: (.*)$`, 'm').exec(part)?.[1]?.trim() ?? '';
  return {
    title: line('Title'),
    publisher: line('Publisher'),
    month: line('Month'),
    link: line('Link').replace(/^<(.*)>$/, '$1'),
  };
}

export const sources = parseSources(markdown);
