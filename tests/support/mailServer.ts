/**
 * The sites' real host names without the sites: a proxy takes every request the browser makes, hands those for
 * the mail sites to a local server, refuses the others, and writes all of them down. What a browser test
 * counts is therefore everything that left the browser, whoever asked for it.
 */
import { createServer as createProxy, type RequestListener } from 'node:http';
import { createServer as createSite } from 'node:https';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { GMAIL_HOST, OUTLOOK_HOSTS } from '../../lib/mail/sites/hosts';
import { makeCertificate } from './certificate';

const MAIL_HOSTS = [GMAIL_HOST, ...OUTLOOK_HOSTS];

/** Hosts of the tests' own: any other web page, and a frame from elsewhere. */
const OTHER_HOSTS = ['forum.example', 'elsewhere.example'];

export interface SeenRequest {
  /** `https://host/path` where the stand-in server answered; `host:port` where the proxy refused. */
  url: string;
  method: string;
  served: boolean;
}

export interface MailServer {
  /** Give this to the browser as its proxy: `127.0.0.1:port`. */
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
