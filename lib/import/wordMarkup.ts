/** What Word keeps beside the plain words, found in the XML of a Word file before mammoth reads it. */
export interface WordMarkup {
  /** In the file but not in the letter, in the plural: “text boxes”. */
  leftOut: string[];
  /** In the letter, but the user should look at them: they may not be words that the writer meant. */
  toCheck: string[];
}

const leftOutTags = {
  'words deleted with Track Changes': /<w:(?:del|moveFrom)[\s>]/,
  equations: /<m:oMath[\s>]/,
  'charts and diagrams': /<(?:c:chart|dgm:relIds)[\s/>]/,
  'embedded files': /<w:(?:object|altChunk|subDoc)[\s/>]/,
  'words drawn as WordArt': /<v:textpath[\s/>]/,
  handwriting: /<w:contentPart[\s/>]/,
  'words with a reading aid above them': /<w:ruby>/,
  'page numbers and dates that Word fills in': /<w:(?:pgNum|(?:day|month|year)(?:Long|Short))\s?\/>/,
} as const;

const toCheckTags = {
  'words added with Track Changes': /<w:(?:ins|moveTo)[\s>]/,
  'hidden words': /<w:(?:vanish|specVanish|webHidden)(?: w:val="(?:1|true|on)")?\/>/,
  'words in white': /<w:color w:val="(?:FFFFFF|ffffff)"|w:themeColor="background1"/,
  'words too small to read': /<w:sz w:val="[1-9]"/,
  // Also the words alone, which stay when the place itself was copied as plain text.
  'places that Word asks people to fill in':
    /<w:showingPlcHdr|FORMTEXT|Click or tap here to enter|Click here to enter./,
  'details that Word fills in from the file’s properties': /<w:dataBinding /,
  'tick boxes': /<w14:checkbox[ >]|FORMCHECKBOX/,
  'lists to choose from': /<w:(?:dropDownList|comboBox)[ />]|FORMDROPDOWN/,
  'dates to choose': /<w:date[\s/>]/,
  'footnotes or endnotes, which come at the end': /<w:(?:footnote|endnote)Reference[\s/>]/,
} as const;

/** `xml` is the text of the document and of its notes; `styles` that of its styles. */
export function findWordMarkup(xml: string, styles = ''): WordMarkup {
  const withStyles = xml + listUsedStyles(xml, styles);
  const found = (tags: Record<string, RegExp>) =>
    Object.keys(tags).filter((name) => tags[name]?.test(withStyles));
  const boxes = findTextBoxes(xml);
  const fields = listFields(xml);
  // The name of a mail merge field, typed or kept as plain text.
  const hasNames = fields.length === 0 && /«[^«»<]{1,60}»/.test(xml);
  return {
    leftOut: [...found(leftOutTags), ...(boxes.unread ? ['text boxes'] : [])],
    toCheck: [
      ...found(toCheckTags),
      ...(boxes.read ? ['text boxes, which may come in another place'] : []),
      ...(hasNames ? ['names of details between « and »'] : []),
      ...(fields.length > 0 ? [`fields that Word fills in (${fields.join(', ')})`] : []),
    ],
  };
}

/** The styles that the document uses: a style, too, can hide words. */
function listUsedStyles(xml: string, styles: string): string {
  const used = new Set(Array.from(xml.matchAll(/<w:[pr]Style w:val="([^"<>]{1,80})"/g), ([, id]) => id));
  return styles
    .split('<w:style ')
    .filter((style) => used.has(/w:styleId="([^"<>]{1,80})"/.exec(style.slice(0, 300))?.[1]))
    .join('');
}

/** Word saves a text box twice. mammoth reads only the second copy, for old versions, which other programs leave out. */
function findTextBoxes(xml: string): { read: boolean; unread: boolean } {
  const result = { read: false, unread: false };
  for (const piece of xml.split('</mc:AlternateContent>')) {
    const start = piece.lastIndexOf('<mc:AlternateContent');
    const outside = start === -1 ? piece : piece.slice(0, start);
    const inside = start === -1 ? '' : piece.slice(start);
    const fallback = inside.slice(inside.indexOf('<mc:Fallback') + 1 || inside.length);
    if (outside.includes('<wps:txbx')) result.unread = true;
    if (outside.includes('<v:textbox') || fallback.includes('<w:txbxContent')) result.read = true;
    else if (inside.includes('<w:txbxContent')) result.unread = true;
  }
  return result;
}

const MOST_FIELDS = 5;

/** The names of fields whose result Word computes: "DATE", "MERGEFIELD Head". Links and tick boxes are not named. */
function listFields(xml: string): string[] {
  const codes = xml
    .split(/<w:instrText|w:instr="/)
    .slice(1)
    .map((after) =>
      /^(?:[^<>"]{0,60}>)?\s*([A-Za-z]+)(?:\s+"?(?:&quot;)?([\w ]{1,40}))?/.exec(after.slice(0, 200)),
    )
    // Word reads “date” like “DATE”.
    .map((match) => [match?.[1]?.toUpperCase(), match?.[2]?.trim() ?? ''] as const)
    .map(([name, of]) => (name === 'MERGEFIELD' ? `${name} ${of}`.trim() : name))
    .filter((name) => name !== undefined && !/^(?:HYPERLINK|FORM[A-Z]+|NOTEREF|PAGEREF|REF)$/.test(name));
  return [...new Set(codes)].filter((name) => name !== undefined).slice(0, MOST_FIELDS);
}

/**
 * mammoth drops the words inside these wrappers; inside a smart tag it reads them. It also drops a carriage return and a
 * tab by position, so that the words beside them would run together, and does not see that words are struck out twice.
 */
export function unwrapForMammoth(xml: string): string {
  return xml
    .replace(/<(\/?)w:(?:fldSimple|customXml|bdo|dir)(?=[ />])/g, '<$1w:smartTag')
    .replace(/<w:dstrike(?=[ />])/g, '<w:strike')
    .replace(/<w:cr(?=[ />])/g, '<w:br')
    .replace(/<w:ptab(?=[ />])/g, '<w:tab');
}
