import type { SeenRequest } from './mailServer';

/** What Chromium and Firefox ask for by themselves at start, whatever page is open. */
const BROWSERS_OWN = [
  /^accounts\.google\.com:443$/,
  /^update\.googleapis\.com:443$/,
  /^http:\/\/update\.googleapis\.com\/service\/update2\//,
  /^http:\/\/clients2\.google\.com\/time\//,
  /^firefox\.settings\.services\.mozilla\.com:443$/,
];

/** The requests that the browser did not make by itself. */
export function requestsOfOurs(requests: SeenRequest[]): SeenRequest[] {
  return requests.filter(({ url, served }) => served || !BROWSERS_OWN.some((pattern) => pattern.test(url)));
}
