import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dependencies } from '../../package.json';
import { chromiumBuild, firefoxBuild, requireBuild } from '../support/builds';

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self'; worker-src 'self'; " +
  "connect-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

const OUTLOOK_HOSTS = [
  'https://outlook.cloud.microsoft/*',
  'https://outlook.live.com/*',
  'https://outlook.office.com/*',
  'https://outlook.office365.com/*',
];

interface Manifest {
  manifest_version: number;
  permissions?: string[];
  optional_host_permissions?: string[];
  content_security_policy?: Record<string, string>;
  commands?: Record<string, { suggested_key?: Record<string, string> }>;
  browser_specific_settings?: { gecko?: Record<string, unknown> };
  background?: object;
}

function readManifest(folder: string): Manifest & Record<string, unknown> {
  const text = readFileSync(join(requireBuild(folder), 'manifest.json'), 'utf8');
  return JSON.parse(text) as Manifest & Record<string, unknown>;
}

describe.each([
  ['Chromium', chromiumBuild],
  ['Firefox', firefoxBuild],
])('the %s build', (name, folder) => {
  const read = () => readManifest(folder);

  test('asks for exactly four permissions', () => {
    expect(read().permissions?.toSorted()).toEqual(['activeTab', 'contextMenus', 'scripting', 'storage']);
  });

  test('asks for no site and declares no content script', () => {
    const manifest = read();
    for (const key of [
      'host_permissions',
      'content_scripts',
      'optional_permissions',
      'externally_connectable',
    ]) {
      expect(manifest, key).not.toHaveProperty(key);
    }
    expect(manifest, 'web_accessible_resources').not.toHaveProperty('web_accessible_resources');
  });

  test('has Outlook’s hosts as its only optional permissions', () => {
    expect(read().optional_host_permissions?.toSorted()).toEqual(OUTLOOK_HOSTS);
  });

  test('has exactly the promised content security policy', () => {
    expect(read().content_security_policy).toEqual({ extension_pages: POLICY });
  });

  test('opens by Alt+Shift+L', () => {
    expect(read().commands).toEqual({ _execute_action: { suggested_key: { default: 'Alt+Shift+L' } } });
  });

  test('is Manifest V3', () => {
    expect(read().manifest_version).toBe(3);
  });

  test('carries the licence of every library in it, and credits the names of councils', () => {
    const text = readFileSync(join(requireBuild(folder), 'licences.txt'), 'utf8');
    const named = [...text.matchAll(/^(\S+) \d+\.\d+\.\d+ \(.+\)$/gm)].map(([, library]) => library);
    // Preact stands for React in the page that needs no installation, and is in no extension.
    const imported = Object.keys(dependencies).filter((library) => library !== 'preact');
    // And what docx, mammoth and JSZip bring with them.
    for (const library of [...imported, 'jszip', 'pako', 'underscore', 'wxt'])
      expect(named, library).toContain(library);
    expect(named).not.toContain('preact');
    expect(text.match(/Permission is hereby granted/g)?.length).toBeGreaterThan(15);
    expect(text).toContain('The Dear Employer contributors');
    expect(text).toContain('mySociety (CC BY 4.0)');
  });

  test('contains no address of a development server and no call that sends data', () => {
    const scripts = readdirSync(requireBuild(folder), { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.(js|html|css)$/.test(file),
    );
    expect(scripts.length, name).toBeGreaterThan(3);
    for (const file of scripts) {
      const text = readFileSync(join(folder, file), 'utf8');
      expect(text, file).not.toMatch(/@import|sourceMappingURL=http|localhost:|127\.0\.0\.1/);
      expect(text, file).not.toMatch(/\b(?:sendBeacon|EventSource)\s*\(/);
    }
  });
});

test('the Firefox build declares that it collects nothing, and the Chromium build has no Firefox settings', () => {
  const geckoOf = (folder: string) => readManifest(folder).browser_specific_settings?.gecko;
  expect(geckoOf(chromiumBuild)).toBeUndefined();
  expect(geckoOf(firefoxBuild)).toMatchObject({
    id: 'dear-employer@dear-employer.invalid',
    strict_min_version: '142.0',
    data_collection_permissions: { required: ['none'] },
  });
});
