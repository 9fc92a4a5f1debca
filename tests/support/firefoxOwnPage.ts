import { findControl } from './findControl';
import type { FirefoxWindow } from './firefoxWindow';
import type { OwnPage } from './ownPage';
import { waitUntil } from './waitUntil';

export interface FirefoxOwnPage extends OwnPage {
  /** Runs the body of an async function outside the page's scripts; `content` is the page's window. */
  evaluate(body: string, args?: Record<string, unknown>): Promise<unknown>;
}

const FIND = `const control = (${findControl.toString()})(content.document, role, name); if (!control) return null;`;

/** The page handles these as real user actions, because they come from the browser, not from a script of the page. */
const PRESS = `
  content.document.notifyUserGestureActivation();
  const handling = content.windowUtils.setHandlingUserInput(true);
  try { control.focus(); control.click(); } finally { handling.destruct(); }
  return true;`;
const TYPE = `control.focus(); control.setUserInput(text); return true;`;
const CHOOSE = `
  const option = [...control.options].find((candidate) => candidate.text.trim() === words);
  if (!option) return { choices: [...control.options].map((candidate) => candidate.text) };
  control.value = option.value;
  for (const type of ['input', 'change']) control.dispatchEvent(new content.Event(type, { bubbles: true }));
  return true;`;
const READ = `return 'value' in control && control.localName !== 'output' ? control.value : control.textContent;`;

export function firefoxOwnPage(window: FirefoxWindow, element: string, close: string): FirefoxOwnPage {
  const evaluate = (body: string, args: Record<string, unknown> = {}) =>
    window.runInside(element, body, args);
  const act = (role: string, name: string, body: string, args: Record<string, unknown> = {}) =>
    waitUntil(`${role} "${name}"`, () => evaluate(FIND + body, { role, name, ...args }));
  const read = async (role: string, name: string) => String(await act(role, name, READ));
  return {
    evaluate,
    press: async (role, name) => {
      await act(role === 'DisclosureTriangle' ? 'button' : role, name, PRESS);
    },
    type: async (name, text) => {
      await act('textbox', name, TYPE, { text });
    },
    choose: async (name, option) => {
      const done = await act('combobox', name, CHOOSE, { words: option });
      if (done !== true) throw new Error(`"${name}" has no choice "${option}": ${JSON.stringify(done)}`);
    },
    read,
    waitFor: (role, name, text) =>
      waitUntil(`${role} "${name}" saying ${text}`, async () => {
        const words = await read(role, name);
        return text.test(words) && words;
      }),
    text: async () => String(await evaluate('return content.document.body.innerText;')),
    close: async () => {
      await window.run(close);
    },
  };
}
