import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { preview } from 'vite';

/** The built page on an origin of its own: what one journey keeps there, the next does not find. */
export interface Site {
  /** Without a slash at its end. */
  origin: string;
  /** Nobody answers there any more: as without a network. */
  close(): Promise<void>;
}

/** The server every end-to-end test asks, with the headers that docs/hosting tells to send. */
export async function startServer(): Promise<{ openSite(): Promise<Site>; close(): Promise<void> }> {
  const server = await preview({ preview: { port: 0, host: '127.0.0.1' }, logLevel: 'error' });
  const answer = server.middlewares;
  const sites: Site[] = [];
  return {
    openSite: async () => {
      const site = await listen((request, response) => answer(request, response));
      sites.push(site);
      return site;
    },
    close: async () => {
      await Promise.all([...sites.map((site) => site.close()), server.close()]);
    },
  };
}

async function listen(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<Site> {
  const server = createServer(answer);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(() => done()));
    },
  };
}
