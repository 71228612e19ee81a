import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A web of its own on this machine: what it answers at each path, and what it was asked. */
export interface TestWeb {
  readonly origin: string;
  readonly port: number;
  readonly answers: Map<string, Answer | string>;
  readonly asked: string[];
  close(): Promise<void>;
}

/** Opens a server on a loopback address. A text is a page of HTML, what begins with an XML declaration a feed; nothing is 404. */
export async function openWeb(): Promise<TestWeb> {
  const answers = new Map<string, Answer | string>();
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    const answer = answers.get(path);
    if (typeof answer === 'function') answer(request, response);
    else if (answer === undefined) response.writeHead(404).end('none');
    else {
      const type = answer.startsWith('<?xml')
        ? 'application/xml'
        : answer.startsWith('{')
          ? 'application/json'
          : 'text/html';
      response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(answer);
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    answers,
    asked,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** An answer with a page of HTML. */
export const answering =
  (body: string | Uint8Array, headers: Record<string, string> = {}): Answer =>
  (_, response) =>
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body);

/** An answer that leads elsewhere. */
export const leadingTo =
  (location: string, status = 302): Answer =>
  (_, response) =>
    response.writeHead(status, { location }).end();

/** A page with a short report of which the number says which it is. */
export function reportPage(number: number | string, said = 'The bridge is not safe'): string {
  return `<!doctype html><html lang="en"><head><title>Bridge ${number} closed to lorries | The Courier</title>
<meta property="og:site_name" content="The Courier"><meta property="article:published_time" content="2034-02-02T10:00:00Z"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Bridge ${number} closed to lorries</h1>
<p>The council voted on Monday to close bridge ${number} to lorries, which had been expected since inspectors found cracks in its bearings last autumn.</p>
<p>“${said},” Mayor Mina Pell said after the vote in the customs house, which was not close.</p>
<p>The harbour authority said that bridge ${number} would stay open to cars and cyclists until the end of the year, unless the cracks grew.</p>
</article><footer>All rights reserved.</footer></body></html>`;
}

/** An RSS feed of some addresses. */
export function rss(title: string, items: readonly { link: string; title?: string; at?: string }[]): string {
  const one = ({ link, title: words = link, at = 'Thu, 02 Feb 2034 10:00:00 GMT' }: (typeof items)[number]) =>
    `<item><title>${words}</title><link>${link}</link><pubDate>${at}</pubDate></item>`;
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>${title}</title>${items.map(one).join('')}</channel></rss>`;
}
