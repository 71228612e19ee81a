import { type Dispatcher, errors } from 'undici';
import { type Refusal, refuse } from '../../record/index.ts';
import { ACCEPTED, BadCompression, bytesOf, TooLong } from './body.ts';
import { reachOf } from './range.ts';
import { PrivateAddress } from './reach.ts';

export const AGENT = 'Onrecord';
const USER_AGENT = `${AGENT}/0.1 (reads news reports for a local record)`;
const MOST_REDIRECTS = 10;
/** Milliseconds for one answer as a whole: a server that sends a byte a second is not waited for. */
export const PATIENCE = 60_000;

/** An answer in full. */
export interface Answer {
  readonly kind: 'answer';
  /** Where it came from, after all redirects. */
  readonly address: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
  /** The ways there for good (301, 308) alone: then the address itself has moved. */
  readonly moved: boolean;
}

export interface RequestOptions {
  readonly dispatcher: Dispatcher;
  /** What is sent to an address besides, which may be one hop of many. */
  readonly headersAt?: (address: string) => Readonly<Record<string, string>>;
  readonly most: number;
  readonly patience?: number;
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * Asks for an address and follows redirects, each looked at like the first. `mayVisit` is asked before every hop: robots
 * and delays are its work. Gives the answer, whatever its status, or the reason why there is none.
 */
export async function request(
  address: string,
  options: RequestOptions,
  mayVisit: (address: URL) => Promise<Refusal | null> = async () => null,
): Promise<Answer | Refusal> {
  const visited = new Set<string>();
  let at = URL.parse(address);
  let moved = true;
  for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
    if (at === null || (at.protocol !== 'http:' && at.protocol !== 'https:'))
      return refuse('unsupported', `expected an address of the web, found ${at?.href ?? address}`);
    at.hash = '';
    if (visited.has(at.href))
      return refuse('redirect-loop', `expected a page, found that ${address} leads back to ${at.href}`);
    visited.add(at.href);
    const refusal = await mayVisit(at);
    if (refusal !== null) return refusal;
    const answer = await ask(at, options);
    if ('code' in answer) return answer;
    const to = REDIRECTS.has(answer.status) ? answer.headers.location : undefined;
    if (to === undefined) return { ...answer, moved: moved && hop > 0 };
    moved &&= answer.status === 301 || answer.status === 308;
    at = URL.parse(to, at.href);
  }
  return refuse('redirect-loop', `expected a page after at most ${MOST_REDIRECTS} redirects from ${address}`);
}

async function ask(url: URL, options: RequestOptions): Promise<Omit<Answer, 'moved'> | Refusal> {
  const { dispatcher, headersAt, most, patience = PATIENCE } = options;
  const signal = AbortSignal.timeout(patience);
  try {
    const response = await dispatcher.request({
      origin: url.origin,
      path: url.pathname + url.search,
      method: 'GET',
      headers: {
        'user-agent': USER_AGENT,
        accept: 'text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.5',
        'accept-language': 'en',
        'accept-encoding': ACCEPTED,
        ...headersAt?.(url.href),
      },
      signal,
    });
    const told = single(response.headers);
    const bytes = await bytesOf(response.body, told['content-encoding'] ?? null, most);
    return { kind: 'answer', address: url.href, status: response.statusCode, headers: told, bytes };
  } catch (error) {
    return refusalOf(error, url, patience);
  }
}

function single(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? (value[0] ?? '') : value]],
    ),
  );
}

/** The named reason behind what went wrong on the way. */
function refusalOf(error: unknown, url: URL, patience: number): Refusal {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof PrivateAddress)
      return refuse(
        'private-address',
        `expected a public address, found that ${url.host} is ${cause.address}${reachOf(cause.address) === 'private' ? ': --allow-private reads it' : ''}`,
      );
    if (cause instanceof TooLong)
      return refuse('too-long', `expected a page of at most some megabytes, found more at ${url.href}`);
    if (cause instanceof BadCompression)
      return refuse(
        'not-text',
        `expected a page, found a compression that cannot be undone (${cause.message}) at ${url.href}`,
      );
    if (
      cause.name === 'TimeoutError' ||
      cause instanceof errors.HeadersTimeoutError ||
      cause instanceof errors.BodyTimeoutError ||
      cause instanceof errors.ConnectTimeoutError
    )
      return refuse(
        'timed-out',
        `expected an answer within ${patience / 1000} seconds, found none from ${url.host}`,
      );
  }
  const code =
    error instanceof Error && 'code' in error
      ? String(error.code)
      : error instanceof Error
        ? error.message
        : String(error);
  return refuse('unreachable', `expected an answer from ${url.host}, found ${code}`);
}
