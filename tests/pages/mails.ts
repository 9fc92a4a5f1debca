/** A mail that a stand-in page shows or quotes. */
export interface StandInMail {
  name: string;
  address: string;
  /** A day in 2026 or 2027 with its time, as an ISO date without a zone. */
  sentAt: string;
  /** Paragraphs are parted by an empty line. */
  text: string;
  /** Only the sender is shown until the mail is clicked. */
  isFolded?: boolean;
}

/** The earlier email that the stand-ins show and quote. */
export const firstMail: StandInMail = {
  name: 'Alex Morgan',
  address: 'alex.morgan@trust.example',
  sentAt: '2026-11-16T09:12',
  text: 'Please send me the dates for the spring term.',
};

export function paragraphsOf({ text }: StandInMail): string[][] {
  return text.split(/\n{2,}/).map((paragraph) => paragraph.split('\n'));
}

/** In the order and with the words of a British page. */
export function formatSentAt({ sentAt }: StandInMail, style: 'words' | 'weekday' | 'figures'): string {
  const date = new Date(`${sentAt}:00Z`);
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options }).format(date);
  const time = sentAt.slice(11);
  const words = format({ day: 'numeric', month: 'short', year: 'numeric' }).replace('Sept', 'Sep');
  switch (style) {
    case 'words':
      return `${words}, ${time}`;
    case 'weekday':
      return `${format({ weekday: 'short' })}, ${words} at ${time}`;
    case 'figures':
      return `${format({ weekday: 'short' })} ${format({ day: '2-digit', month: '2-digit', year: 'numeric' })} ${time}`;
  }
}
