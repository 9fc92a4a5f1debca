export interface Source {
  title: string;
  publisher: string;
  month: string;
  link: string;
}

/** scripts/lettersPlugin.ts reads templates/sources.yaml at build time and leaves out what no page shows. */
const files = import.meta.glob<Record<string, Source>>('../../templates/sources.yaml', {
  eager: true,
  import: 'default',
});

export const sources: ReadonlyMap<string, Source> = new Map(
  Object.values(files).flatMap(Object.entries<Source>),
);
