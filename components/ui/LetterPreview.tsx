import type { Block, Inline, LetterDocument } from '../../lib/letter/model';
import css from './LetterPreview.module.css';

/** Shows the letter as it will be inserted: the fourth output besides HTML, plain text and Word. */
export function LetterPreview({ letter }: { letter: LetterDocument }) {
  return (
    <div className={css.letter} lang="en-GB">
      {letter.sections.map((section) => (
        <div key={section.id} data-section={section.id}>
          {section.blocks.map((block, at) => (
            // Blocks have no ids and are never reordered, so the index serves as the key.
            <PreviewBlock key={at} block={block} />
          ))}
        </div>
      ))}
    </div>
  );
}

function PreviewBlock({ block }: { block: Block }) {
  switch (block.type) {
    case 'paragraph':
      return (
        <p>
          <Inlines inlines={block.content} />
        </p>
      );
    case 'lines':
      return (
        <p className={block.signature && css.signature}>
          {block.lines.map((line, at) => (
            <span key={at} className={css.line}>
              <Inlines inlines={line} />
            </span>
          ))}
        </p>
      );
    case 'list': {
      const items = block.items.map((item, at) => (
        <li key={item.requestId ?? at}>
          <Inlines inlines={item.content} />
        </li>
      ));
      return block.ordered ? <ol start={block.start}>{items}</ol> : <ul>{items}</ul>;
    }
  }
}

function Inlines({ inlines }: { inlines: Inline[] }) {
  return inlines.map((inline, at) => {
    switch (inline.type) {
      case 'text':
        return inline.text;
      case 'strong':
        return <strong key={at}>{inline.text}</strong>;
      case 'missing':
        return <mark key={at}>{inline.text}</mark>;
    }
  });
}
