import { isIP } from 'node:net';
import type { Agent } from 'undici';
import { reachOf } from '../ingest/fetch/range.ts';
import { PrivateAddress } from '../ingest/fetch/reach.ts';
import { retryAfter } from '../ingest/fetch/rests.ts';

/** Milliseconds within which a receiver must have answered: the least that Standard Webhooks lets a sender wait. */
export const PATIENCE = 15_000;

const GONE = 410;

/** What became of a message: taken, not wanted any more, or failed, with how many milliseconds the receiver asks to wait. */
export type Posted =
  | { readonly kind: 'taken' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'failed'; readonly why: string; readonly wait: number };

/** Sends JSON to an address. Redirects are not followed: what is signed is for one receiver. */
export async function post(
  { url, headers, body }: { url: string; headers: Readonly<Record<string, string>>; body: string },
  { agent, now, patience = PATIENCE }: { agent: Agent; now: () => Date; patience?: number | undefined },
): Promise<Posted> {
  const { origin, pathname, search, host } = new URL(url);
  try {
    const response = await agent.request({
      origin,
      path: pathname + search,
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'user-agent': 'Onrecord/0.1',
        ...headers,
      },
      body,
      signal: AbortSignal.timeout(patience),
    });
    const { statusCode: status } = response;
    // The status is the whole answer; what else comes is not waited for.
    response.body.on('error', () => {}).destroy();
    if (status >= 200 && status < 300) return { kind: 'taken' };
    if (status === GONE) return { kind: 'gone' };
    const told = [response.headers['retry-after']].flat()[0];
    return { kind: 'failed', why: `status ${status} from ${host}`, wait: retryAfter(told, now()) ?? 0 };
  } catch (error) {
    return { kind: 'failed', why: whyNot(error, { host, patience }), wait: 0 };
  }
}

function whyNot(error: unknown, { host, patience }: { host: string; patience: number }): string {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof PrivateAddress)
      return `${host} is ${cause.address}, no public address: make the alert again with --allow-private`;
    if (cause.name === 'TimeoutError') return `no answer within ${patience / 1000} seconds from ${host}`;
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return `no answer from ${host}: ${code}`;
}

/** Why an address cannot be a webhook, as far as it tells by itself; null where it can. Names are looked up when it is sent to. */
export function refusedFor(address: string, allowPrivate: boolean): string | null {
  const url = URL.parse(address);
  if (url === null || !/^https?:$/.test(url.protocol)) return `"${address}"`;
  if (url.username !== '' || url.password !== '') return 'a name or password in it';
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  const isLocal = literal === 'localhost' || literal.endsWith('.localhost');
  const reach = isLocal ? 'private' : isIP(literal) === 0 ? 'public' : reachOf(literal);
  if (reach === 'public' || (reach === 'private' && allowPrivate)) return null;
  return `${literal}, no public address${reach === 'private' ? ': --allow-private sends there' : ''}`;
}
