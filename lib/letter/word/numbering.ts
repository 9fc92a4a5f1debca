import { AlignmentType, LevelFormat, type ILevelsOptions, type INumberingOptions } from 'docx';
import type { Block } from '../model';

export type ListBlock = Extract<Block, { type: 'list' }>;

/** Hands out Word's numbering to the lists of one document, in the order in which they stand. */
export interface Numbering {
  /** The reference that the paragraphs of this list carry. */
  place: (list: ListBlock) => string;
  config: INumberingOptions['config'][number][];
}

const INDENT = { left: 567, hanging: 397 };

export function createNumbering(): Numbering {
  const config: Numbering['config'] = [];
  const define = (reference: string, format: Pick<ILevelsOptions, 'format' | 'text' | 'start'>) => {
    const style = { paragraph: { indent: INDENT } };
    config.push({ reference, levels: [{ level: 0, alignment: AlignmentType.LEFT, style, ...format }] });
    return reference;
  };
  let bullets = '';
  let numbers = '';
  let next = Number.NaN;

  const place = (list: ListBlock) => {
    if (!list.ordered) {
      bullets ||= define('bullets', { format: LevelFormat.BULLET, text: '•' });
      return bullets;
    }
    // A list that goes on counting where the last one ended is the same list to Word, so that the numbers stay right
    // when somebody adds or deletes a request.
    if (list.start !== next) {
      const format = { format: LevelFormat.DECIMAL, text: '%1.', start: list.start };
      numbers = define(`numbers-${config.length}`, format);
    }
    next = list.start + list.items.length;
    return numbers;
  };
  return { place, config };
}
