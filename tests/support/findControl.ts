/**
 * Finds a control by role and accessible name in a document, for Firefox, whose accessibility tree tests cannot read.
 * The function covers the kinds of control in the extension's pages. It is sent to the page as source text, so it may
 * use nothing from outside itself.
 */
export function findControl(root: Document, role: string, name: string): Element | null {
  const tags: Record<string, string> = {
    button: 'button, summary, [role=button]',
    link: 'a[href]',
    textbox: 'textarea, input:not([type]), input[type=text], input[type=email], input[type=tel]',
    combobox: 'select, input[list], [role=combobox]',
    checkbox: 'input[type=checkbox]',
    radio: 'input[type=radio]',
    status: '[role=status], output',
    region: 'section, [role=region]',
    heading: 'h1, h2, h3, h4, h5, h6',
  };
  const words = (node: { textContent: string | null }) =>
    (node.textContent ?? '').replace(/\s+/g, ' ').trim();
  /** A label may contain its control, whose text is not part of the name. */
  const labelWords = (label: Element) => {
    const copy = label.cloneNode(true) as Element;
    for (const control of copy.querySelectorAll('select, input, textarea')) control.remove();
    return words(copy);
  };
  const nameOf = (element: Element): string => {
    const labelledBy = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
    const named = labelledBy.map((id) => root.getElementById(id)).filter((label) => label !== null);
    if (named.length > 0) return named.map(words).join(' ');
    const ownName = element.getAttribute('aria-label');
    if (ownName !== null) return ownName;
    const labels = [...((element as HTMLInputElement).labels ?? [])];
    return labels.length > 0 ? labels.map(labelWords).join(' ') : words(element);
  };
  const isVisible = (element: Element) => element.getClientRects().length > 0;
  const candidates = [...root.querySelectorAll(tags[role] ?? `[role=${role}]`)];
  return candidates.find((element) => isVisible(element) && nameOf(element) === name) ?? null;
}
