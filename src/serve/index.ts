import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Ledger } from '../ledger/index.ts';
import { Fault } from '../record/index.ts';
import { app, type Handed } from './app.ts';

export type { Answered } from './api/requests.ts';
export type { Deciding } from './deciding.ts';
export type { FindPositions, Positions } from './positions/told.ts';
export type { LookUpQuotation } from './quotation.ts';
export type { Draft } from './routes/draft.ts';
export type { CheckDraft } from './routes/drafts.ts';
export type { BytePlaces } from './routes/provenance.ts';

/** A server that is listening. */
export interface Serving {
  readonly url: string;
  close(): Promise<void>;
}

const HOST = '127.0.0.1';

/**
 * Serves the pages of a ledger on this machine's loopback address; port 0 takes a free one.
 * @throws Fault when the port is taken.
 */
export async function serve({
  ledger,
  port,
  ...handed
}: Handed & {
  ledger: Ledger;
  port: number;
}): Promise<Serving> {
  const server = createServer(getRequestListener(app(ledger, handed).fetch));
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(port, HOST, listening);
  }).catch((cause: NodeJS.ErrnoException) => {
    const why = cause.code === 'EADDRINUSE' ? 'it is taken' : cause.message;
    throw new Fault(
      'no-port',
      `expected port ${port} of ${HOST} to be free, found: ${why}: name another with --port`,
      { cause },
    );
  });
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://${HOST}:${taken}`,
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
