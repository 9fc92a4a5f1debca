/**
 * A proxy and a local server that stand in for the mail sites under their real host names. The proxy receives every
 * request of the browser, passes those for the mail sites to the server, refuses the others and records all of them.
 * Tests can therefore count every request that left the browser.
 */
import { createServer as createProxy, type RequestListener } from 'node:http';
import { createServer as createSite } from 'node:https';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { GMAIL_HOST, OUTLOOK_HOSTS } from '../../lib/mail/sites/hosts';
import { makeCertificate } from './certificate';

const MAIL_HOSTS = [GMAIL_HOST, ...OUTLOOK_HOSTS];

/** Hosts for tests with other web pages: a page, and a frame of another origin. */
const OTHER_HOSTS = ['forum.example', 'elsewhere.example', 'outlook.office365.us', 'outlook.school.example'];

export interface SeenRequest {
  /** `https://host/path` if the stand-in server answered; `host:port` if the proxy refused. */
  url: string;
  method: string;
  served: boolean;
}

export interface MailServer {
  /** The proxy for the browser. */
  proxy: { host: string; port: number };
  /** Every request so far, in order. */
  requests: SeenRequest[];
  close(): Promise<void>;
}

export async function startMailServer(answer: RequestListener): Promise<MailServer> {
  const requests: SeenRequest[] = [];
  const hosts = [...MAIL_HOSTS, ...OTHER_HOSTS];
  const sockets = new Set<Socket>();
  const site = createSite(makeCertificate(hosts, new Date()), (request, response) => {
    const url = `https://${request.headers.host}${request.url}`;
    requests.push({ url, method: request.method ?? '', served: true });
    answer(request, response);
  });
  const proxy = createProxy((request, response) => {
    requests.push({ url: request.url ?? '', method: request.method ?? '', served: false });
    response.writeHead(403).end();
  });
  proxy.on('connect', (request, client: Socket) => {
    const [host = '', port] = (request.url ?? '').split(':');
    client.on('error', () => client.destroy());
    if (!hosts.includes(host) || port !== '443') {
      requests.push({ url: request.url ?? '', method: 'CONNECT', served: false });
      client.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    const upstream = connect(portOf(site), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.pipe(client).pipe(upstream);
    });
    upstream.on('error', () => client.destroy());
  });
  for (const server of [site, proxy]) {
    server.on('connection', (socket: Socket) => {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  }
  return {
    proxy: { host: '127.0.0.1', port: portOf(proxy) },
    requests,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await Promise.all([site, proxy].map((server) => new Promise((resolve) => server.close(resolve))));
    },
  };
}

function portOf(server: { address(): AddressInfo | string | null }): number {
  return (server.address() as AddressInfo).port;
}

/** Requests that Chromium and Firefox send by themselves at start. */
const BROWSERS_OWN = [
  /^(?:https?:\/\/)?(?:accounts|clients2|clients4|update|redirector)\.(?:google|googleapis|gvt1)\.com(?::443$|\/)/,
  /^firefox\.settings\.services\.mozilla\.com:443$/,
];

/** The script of a stand-in page, which may be requested after the page already shows its draft. */
const PAGES_OWN = /\/stand-in\/\w+\.js$/;

/**
 * The requests that neither the browser nor a stand-in page sent by itself, so that the extension must have sent them.
 */
export function extensionRequests(requests: SeenRequest[]): SeenRequest[] {
  return requests.filter(({ url, served }) =>
    served ? !PAGES_OWN.test(url) : !BROWSERS_OWN.some((pattern) => pattern.test(url)),
  );
}
