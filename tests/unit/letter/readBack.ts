/** The paragraphs, lines and items of a letter's HTML as a browser parses it. Needs jsdom. */
export function paragraphsOf(html: string): string[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return Array.from(body.querySelectorAll('p, li')).flatMap((element) => {
    const lines = [''];
    for (const node of element.childNodes) {
      if (node.nodeName === 'BR') lines.push('');
      else lines[lines.length - 1] += node.textContent ?? '';
    }
    return lines;
  });
}
