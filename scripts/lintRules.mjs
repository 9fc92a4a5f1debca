/** The project's own lint rules, for promises that no general rule checks. The message of each rule says why it exists. */

import { dirname, relative, resolve } from 'node:path';
import { roomOf, rooms } from './rooms.mjs';

/** @typedef {{ type: string, name?: string, value?: unknown, computed?: boolean, object: Node, property: Node, left: Node, callee: Node, arguments: Node[] }} Node */
/** @typedef {{ filename: string, cwd: string, report: (found: { node: Node, message: string }) => void }} Context */

const REQUESTS = [
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'EventSource',
  'WebTransport',
  'RTCPeerConnection',
  'webkitRTCPeerConnection',
  'sendBeacon',
];
/** Values of `rel` with which a browser connects to a site. A content security policy does not cover them. */
const CONNECTION_HINT = /^(preconnect|dns-prefetch|prefetch|prerender)$/;
const GLOBAL_OBJECTS = ['window', 'globalThis', 'self', 'top', 'parent', 'defaultView', 'navigator'];

/** Elements that request their source as soon as they are in a page. */
const LOADING_ELEMENTS = [
  'iframe',
  'frame',
  'img',
  'script',
  'link',
  'object',
  'embed',
  'audio',
  'video',
  'source',
  'form',
];
const LOADING_PROPERTIES = ['src', 'srcset', 'srcdoc', 'action', 'formAction'];

const noRequests = {
  /** @param {Context} context */
  create: (context) => {
    /** @param {Node} node */
    const report = (node) =>
      context.report({ node, message: 'The extension sends nothing (promise 2): make no request.' });
    return {
      /** @param {Node} node */
      Literal: (node) => {
        if (typeof node.value === 'string' && CONNECTION_HINT.test(node.value)) report(node);
      },
      /** @param {Node} node */
      MemberExpression: (node) => {
        if (
          isOneOf(nameOf(node.property), REQUESTS) &&
          isOneOf(nameOf(lastPart(node.object)), GLOBAL_OBJECTS)
        )
          report(node);
      },
      /** @param {Node} node */
      CallExpression: (node) => {
        if (node.callee.type === 'Identifier' && isOneOf(node.callee.name, REQUESTS)) report(node);
      },
      /** @param {Node} node */
      NewExpression: (node) => {
        if (node.callee.type === 'Identifier' && isOneOf(node.callee.name, REQUESTS)) report(node);
      },
    };
  },
};

const noLoadingElements = {
  /** @param {Context} context */
  create: (context) => {
    /** @param {Node} node */
    const report = (node) =>
      context.report({
        node,
        message:
          'Code injected into a mail page loads nothing (promise 2): no frame, picture, script, form or source address.',
      });
    return {
      /** @param {Node} node */
      CallExpression: (node) => {
        const method = nameOf(node.callee.property ?? node.callee);
        if (!isOneOf(method, ['createElement', 'createElementNS', 'setAttribute'])) return;
        const words = node.arguments.map(({ value }) =>
          typeof value === 'string' ? value.toLowerCase() : '',
        );
        const banned = method === 'setAttribute' ? ['src', 'srcset', 'srcdoc', 'action'] : LOADING_ELEMENTS;
        if (words.some((word) => banned.includes(word))) report(node);
      },
      /** @param {Node} node */
      AssignmentExpression: (node) => {
        if (node.left.type === 'MemberExpression' && isOneOf(nameOf(node.left.property), LOADING_PROPERTIES))
          report(node);
      },
      /** @param {Node} node */
      NewExpression: (node) => {
        if (isOneOf(node.callee.name, ['Image', 'Audio', 'Worker', 'SharedWorker'])) report(node);
      },
      /** @param {Node} node */
      ImportExpression: (node) => report(node),
    };
  },
};

const noSleep = {
  /** @param {Context} context */
  create: (context) => ({
    /** @param {Node} node */
    CallExpression: (node) => {
      // `setTimeout(resolve, 300)` is a pause. Without a time it only yields to other tasks, and a stand-in page that reacts later
      // passes a function instead of a name.
      const [callback, time] = node.arguments;
      if (nameOf(node.callee) !== 'setTimeout' || callback?.type !== 'Identifier' || !time) return;
      const message = 'No test sleeps: wait for the expected state (tests/support/waitUntil.ts).';
      context.report({ node, message });
    },
  }),
};

const noVoidPromise = {
  /** @param {Context} context */
  create: (context) => ({
    /** @param {Node & { operator?: string }} node */
    UnaryExpression: (node) => {
      if (node.operator !== 'void') return;
      const message =
        'Use detach() of lib/failure instead of void: if the action fails, the user then reads a sentence.';
      context.report({ node, message });
    },
  }),
};

const noBarrel = {
  /** @param {Context} context */
  create: (context) => {
    const message = 'No barrels: import from the file that defines the export, so that a reader can find it.';
    return {
      /** @param {Node} node */
      ExportAllDeclaration: (node) => context.report({ node, message }),
      /** @param {Node & { source?: Node | null }} node */
      ExportNamedDeclaration: (node) => {
        if (node.source) context.report({ node, message });
      },
    };
  },
};

/** Checks every import, of types and on demand too, against the table of rooms. */
const roomRule = {
  /** @param {Context} context */
  create: (context) => {
    const room = roomOf(relative(context.cwd, context.filename));
    const allowed = room === undefined ? undefined : rooms[room];
    if (!allowed) return {};
    const { imports, packages } = allowed;
    /** @param {{ source?: Node | null }} node */
    const check = ({ source }) => {
      if (typeof source?.value !== 'string') return;
      const problem = source.value.startsWith('.')
        ? checkRoom(resolve(dirname(context.filename), source.value))
        : checkPackage(source.value);
      if (problem) context.report({ node: source, message: problem });
    };
    /** @param {string} path */
    const checkRoom = (path) => {
      const other = roomOf(relative(context.cwd, path));
      if (other === undefined || other === room || imports.includes(other)) return null;
      return `${room} may not import from ${other}: see the table of rooms in ARCHITECTURE.md (scripts/rooms.mjs).`;
    };
    /** @param {string} name */
    const checkPackage = (name) => {
      if (packages.some((known) => name === known || name.startsWith(`${known}/`))) return null;
      return `${room} may not use the package “${name}”: see the table of rooms in ARCHITECTURE.md (scripts/rooms.mjs).`;
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      TSImportType: check,
    };
  },
};

/**
 * @param {string | undefined} name
 * @param {string[]} names
 */
function isOneOf(name, names) {
  return name !== undefined && names.includes(name);
}

/**
 * @param {Node} node
 * @returns {string | undefined}
 */
function nameOf(node) {
  return node.name ?? (typeof node.value === 'string' ? node.value : undefined);
}

/**
 * Returns `navigator` for `a.b.navigator`.
 *
 * @param {Node} node
 * @returns {Node}
 */
function lastPart(node) {
  return node.type === 'MemberExpression' ? node.property : node;
}

export default {
  meta: { name: 'dear-employer' },
  rules: {
    'no-requests': noRequests,
    'no-loading-elements': noLoadingElements,
    'no-barrel': noBarrel,
    'no-sleep': noSleep,
    'no-void-promise': noVoidPromise,
    rooms: roomRule,
  },
};
