import type { Block, Inline, LetterDocument } from '../../../lib/letter/model';

export const text = (words: string): Inline[] => [{ type: 'text', text: words }];

export const paragraph = (words: string): Block => ({ type: 'paragraph', content: text(words) });

export const numbered = (start: number, ...items: string[]): Block => ({
  type: 'list',
  ordered: true,
  start,
  items: items.map((item) => ({ content: text(item) })),
});

export const signature = (...lines: string[]): Block => ({
  type: 'lines',
  signature: true,
  lines: lines.map(text),
});

/** A short letter with every element that has its own layout in Word. */
export function makeLetter(changes: Partial<LetterDocument> = {}): LetterDocument {
  return {
    letterId: 'request',
    title: 'Ask for a risk assessment',
    date: '2026-11-23',
    subject: text('Request for a risk assessment of Ofsted inspections: Oakfield Primary'),
    sender: ['Oakfield Primary', 'Mill Lane', 'Ashford', 'TN23 1AA'].map(text),
    recipient: ['Mrs A Patel', 'Director of Children’s Services', 'Kent County Council'].map(text),
    sections: [
      {
        id: 'opening',
        title: 'Opening',
        blocks: [paragraph('Dear Mrs Patel'), paragraph('I write as headteacher.')],
      },
      {
        id: 'requests',
        title: 'Three requests',
        blocks: [
          paragraph('Please do three things.'),
          numbered(1, 'Assess the risk.', 'Share a plan.', 'Keep talking.'),
        ],
      },
      {
        id: 'further-requests',
        title: 'Further requests',
        blocks: [paragraph('I also ask for this.'), numbered(4, 'Name an officer.')],
      },
      {
        id: 'close',
        title: 'Close',
        blocks: [
          {
            type: 'paragraph',
            content: [
              { type: 'text', text: 'Please reply to ' },
              { type: 'missing', field: 'phone', text: '[your phone number]' },
              { type: 'strong', text: ' by 7 December 2026' },
            ],
          },
          paragraph('Yours sincerely'),
          signature('Jo Field', 'Headteacher', 'Oakfield Primary'),
          signature('Sam Hill', 'Deputy headteacher'),
          paragraph('Enc.'),
          paragraph('cc Chair of Governors'),
          paragraph('The words quoted were published in October 2025.'),
        ],
      },
    ],
    missing: [{ field: 'phone', label: 'your phone number' }],
    ...changes,
  };
}
