import { useState } from 'react';
import { compareRecords, type Comparison } from '../../../lib/transfer/comparison';
import type { FileProblem, FileResult } from '../../../lib/files/problem';
import type { AnyRecord } from '../../../lib/storage/lists';
import { repository } from '../../../lib/storage/repository';
import { notReadSentence } from '../../../lib/details/storageSentence';

/** What a file was found to hold. */
export interface Content {
  title: string;
  records: readonly AnyRecord[];
  /** For a file that can also take the place of everything saved. */
  replace?: () => Promise<string>;
}

export type Incoming =
  | { step: 'none' }
  | { step: 'refused'; name: string; problems: readonly FileProblem[] }
  /** `id` is new for each file. */
  | { step: 'preview'; id: string; content: Content; comparison: Comparison }
  | { step: 'said'; sentence: string };

export type ReadContent = (file: File, saved: readonly AnyRecord[]) => Promise<FileResult<Content>>;

/** A file on its way in: read, compared with what is saved, and stored only when the user says so. */
export function useIncoming() {
  const [incoming, setIncoming] = useState<Incoming>({ step: 'none' });
  return {
    incoming,
    open: (file: File, read: ReadContent) => void look(file, read).then(setIncoming),
    say: (sentence: string) => setIncoming({ step: 'said', sentence }),
    cancel: () => setIncoming({ step: 'none' }),
  };
}

async function look(file: File, read: ReadContent): Promise<Incoming> {
  const saved = await repository.readAllKinds();
  if (!saved.ok) return { step: 'said', sentence: notReadSentence[saved.why] };
  const content = await read(file, saved.value);
  if (!content.ok) return { step: 'refused', name: file.name, problems: content.problems };
  return {
    step: 'preview',
    id: crypto.randomUUID(),
    content: content.value,
    comparison: compareRecords(saved.value, content.value.records),
  };
}
