import { strToU8, zipSync, type Zippable } from 'fflate';
import { renderStarterFile, type StarterParts } from './starterFile';

/** A starter file to be named after its head. `fileName` has no extension. */
export interface NamedStarter extends StarterParts {
  fileName: string;
}

/** Every head’s starter file, each with a name of its own, in one zip. */
export function zipStarterFiles(starters: readonly NamedStarter[]): Uint8Array<ArrayBuffer> {
  const files: Zippable = {};
  const used = new Set<string>();
  for (const { fileName, ...parts } of starters) {
    let free = fileName;
    // On Windows and macOS, names that differ only in case are the same file.
    for (let copy = 2; used.has(free.toLowerCase()); copy++) free = `${fileName} (${copy})`;
    used.add(free.toLowerCase());
    files[`${free}.json`] = strToU8(renderStarterFile(parts));
  }
  return new Uint8Array(zipSync(files));
}
