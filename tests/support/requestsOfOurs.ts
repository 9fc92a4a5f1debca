import type { SeenRequest } from './mailServer';

/** What Chromium and Firefox ask for by themselves at start, whatever page is open. */
const BROWSERS_OWN = [
  /^(?:https?:\/\/)?(?:accounts|clients2|clients4|update|redirector)\.(?:google|googleapis|gvt1)\.com(?::443$|\/)/,
  /^firefox\.settings\.services\.mozilla\.com:443$/,
];

/** The script of a stand-in page, which a window may still ask for when it already shows its email. */
const PAGES_OWN = /\/stand-in\/\w+\.js$/;

/** The requests that neither the browser nor the page made by itself. */
export function requestsOfOurs(requests: SeenRequest[]): SeenRequest[] {
  return requests.filter(({ url, served }) =>
    served ? !PAGES_OWN.test(url) : !BROWSERS_OWN.some((pattern) => pattern.test(url)),
  );
}
