import { readDataBlock } from './dataBlock';

interface Licences {
  libraries: { name: string; version: string; licence: string }[];
  text: string;
}

/** Whose words these are, and what the file is made of, for a reader who must know before opening or passing it on. */
export function AboutPage() {
  const { libraries, text } = (readDataBlock('licences') ?? { libraries: [], text: '' }) as Licences;
  return (
    <footer>
      <p>
        Built on published passages of NAHT’s template letter. Not NAHT’s official text; not affiliated with
        NAHT, Ofsted, Google or Microsoft.
      </p>
      <details>
        <summary>What this page is made of</summary>
        <p>
          One file. It loads nothing and contacts no one, and works with the network switched off. Its own
          code, the letters, and:
        </p>
        <ul>
          {libraries.map(({ name, version, licence }) => (
            <li key={name}>
              {name} {version} ({licence})
            </li>
          ))}
        </ul>
        <pre>{text}</pre>
      </details>
    </footer>
  );
}
