import { sections, type SectionId } from './sections';

export function SectionNav({ current, onGo }: { current: SectionId; onGo: () => void }) {
  return (
    <nav aria-label="Sections">
      {sections.map(({ id, title }) => (
        <a key={id} href={`#${id}`} aria-current={id === current ? 'page' : undefined} onClick={onGo}>
          {title}
        </a>
      ))}
    </nav>
  );
}
