import type { SeenRequest } from './mailServer';

/** What Chromium and Firefox ask for by themselves at start, whatever page is open. */
const BROWSERS_OWN = [
  /^(?:https?:\/\/)?(?:accounts|clients2|clients4|update|redirector)\.(?:google|googleapis|gvt1)\.com(?::443$|\/)/,
  /^firefox\.settings\.services\.mozilla\.com:443$/,
];

/** The requests that the browser did not make by itself. */
export function requestsOfOurs(requests: SeenRequest[]): SeenRequest[] {
  return requests.filter(({ url, served }) => served || !BROWSERS_OWN.some((pattern) => pattern.test(url)));
}
