/** Runs one of the project's tools and returns its output; `startLog` also writes the output to a file. */
import { spawn } from 'node:child_process';
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const PROJECT = join(dirname(fileURLToPath(import.meta.url)), '..');

/** @typedef {{ ok: boolean, output: string, seconds: number }} RunResult */

/**
 * @param {string} logFile
 * @returns {(command: string, args: string[], options?: { onLine?: (line: string) => void, env?: Record<string, string> }) => Promise<RunResult>}
 */
export function startLog(logFile) {
  mkdirSync(dirname(logFile), { recursive: true });
  writeFileSync(logFile, '');
  return async (command, args, { onLine, env } = {}) => {
    appendFileSync(logFile, `\n\n$ ${[command, ...args].join(' ')}\n`);
    const result = await run(command, args, { onLine, env });
    appendFileSync(logFile, result.output);
    return result;
  };
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {{ onLine?: ((line: string) => void) | undefined, env?: Record<string, string> | undefined }} [options]
 * @returns {Promise<RunResult>}
 */
export function run(command, args, { onLine, env } = {}) {
  const started = Date.now();
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(command, args, {
      cwd: PROJECT,
      // The project's own tools come first on the path. Colours are off because the log would show them as escape codes.
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', ...env, PATH: toolPath() },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    /** @param {Buffer} data */
    const read = (data) => {
      const text = data.toString();
      output += text;
      if (onLine) for (const line of text.split('\n')) onLine(line);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    const finish = (/** @type {boolean} */ ok) =>
      resolve({ ok, output, seconds: (Date.now() - started) / 1000 });
    child.on('error', (error) => {
      output += `${error.message}\n`;
      finish(false);
    });
    child.on('close', (code) => finish(code === 0));
  });
}

function toolPath() {
  const separator = process.platform === 'win32' ? ';' : ':';
  return `${join(PROJECT, 'node_modules', '.bin')}${separator}${process.env.PATH ?? ''}`;
}
