import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { readLicences } from './licences';
import { PROJECT } from './run.mjs';

/**
 * Joins page, script, style and icon to one file without a reference to another. The policy allows exactly this script and
 * this style by their hashes, and nothing else: no connection, no frame, no form. Data blocks are not script. `branch` is a
 * branch file, and `bundled` are the folders of the packages in the script.
 */
export function onePagePlugin(branch: string | null, bundled: ReadonlySet<string>): Plugin {
  return {
    name: 'one-page',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const files = Object.values(bundle);
        const chunk = files.find((file) => file.type === 'chunk');
        const page = files.find((file) => file.fileName.endsWith('.html'));
        const style = files.find((file) => file.fileName.endsWith('.css'));
        if (!chunk || page?.type !== 'asset' || style?.type !== 'asset')
          return this.error('The page needs one script, one style and one page.');
        page.source = joinFiles({
          html: String(page.source),
          script: withoutTags(chunk.code),
          style: String(style.source),
          blocks: [
            dataBlock('licences', listContents(bundled)),
            ...(branch ? [dataBlock('branch', branch)] : []),
          ],
        });
        page.fileName = branch ? 'dear-employer-branch.html' : 'dear-employer.html';
        for (const file of files) if (file !== page) delete bundle[file.fileName];
      },
    },
  };
}

interface Parts {
  html: string;
  script: string;
  style: string;
  blocks: string[];
}

function joinFiles({ html, script, style, blocks }: Parts): string {
  const policy = [
    "default-src 'none'",
    `script-src '${hash(script)}'`,
    `style-src '${hash(style)}'`,
    'img-src data:',
    "connect-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');
  const icon = readFileSync(join(PROJECT, 'public/icon/32.png'), 'base64');
  const head = [
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    `<link rel="icon" href="data:image/png;base64,${icon}">`,
    `<style>${style}</style>`,
  ];
  return (
    html
      .replace(/\s*<script type="module"[^>]*><\/script>/, '')
      .replace(/\s*<link rel="stylesheet"[^>]*>/, '')
      // A function as the replacement, because the code has dollar signs.
      .replace('<meta charset="utf-8" />', (charset) => [charset, ...head].join('\n    '))
      .replace('</body>', (end) => [...blocks, `<script>${script}</script>`, end].join('\n  '))
  );
}

function hash(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

/** A string of the script must not end the script element, nor begin another or a comment within it. */
function withoutTags(code: string): string {
  return code.replaceAll(/<(?=\/?script|!--)/gi, String.raw`\x3c`);
}

/** Without “<”, no text of the data can end the block. */
function dataBlock(id: string, data: unknown): string {
  const json = JSON.stringify(data).replaceAll('<', String.raw`\u003c`);
  return `<script type="application/json" id="${id}">${json}</script>`;
}

function listContents(bundled: ReadonlySet<string>) {
  const { libraries, text } = readLicences(PROJECT, bundled);
  const own = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as { version: string };
  return {
    // Whoever reports a wrong sentence of the page is asked for its version.
    parts: [
      `Dear Employer ${own.version}, and its letters`,
      ...libraries.map(({ name, version, licence }) => `${name} ${version} (${licence})`),
    ],
    text,
  };
}
