const markdownFiles = import.meta.glob<string>(
  ['../../templates/*.md', '!../../templates/{CLAIMS,README,sources}.md'],
  { query: '?raw', import: 'default' },
);

/** The file of one of our letters, as it stands under templates/. */
export async function readBuiltInMarkdown(letterId: string): Promise<string> {
  const read = markdownFiles[`../../templates/${letterId}.md`];
  if (!read) throw new Error(`templates/ holds no ${letterId}.md`);
  return read();
}
