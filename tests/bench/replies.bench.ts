import { readReply } from '../../lib/replies/readReply';
import { median, type Measurement } from './measurement';

const ROUNDS = 30;
const LENGTH = 20_000;

const paragraph =
  'Thank you for your letter of 4 January. We are not in a position to carry out a separate assessment until the national guidance has been published, but our adviser will write to you by Friday 29 January 2027. Until then the helpline is available to all staff.\n\n';

/** A long reply, all of it the writer's own words. */
export async function measureReading(): Promise<Measurement[]> {
  const text = paragraph.repeat(Math.ceil(LENGTH / paragraph.length)).slice(0, LENGTH);
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    readReply(text, { messageDate: '2027-01-12' });
    return performance.now() - start;
  });
  return [{ what: 'Reading a reply of 20 kB', value: median(times), unit: 'ms', goal: 20 }];
}
