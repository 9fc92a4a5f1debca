import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An extension that does nothing, to compare with. Returns its folder, which the caller removes. */
export async function writeEmptyExtension(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'empty-popup-'));
  const manifest = {
    manifest_version: 3,
    name: 'Empty',
    version: '1.0',
    permissions: ['activeTab'],
    action: { default_popup: 'popup.html' },
  };
  await writeFile(join(dir, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(join(dir, 'popup.html'), '<!doctype html><title>Empty</title><p>Empty</p>');
  return dir;
}
