import { type Dispatcher, errors } from 'undici';
import { type Refusal, refuse } from '../../record/index.ts';
import { bodyOf } from './body.ts';
import { Cookies } from './cookies.ts';
import { ACCEPTED, BadCompression, TooLong } from './packed.ts';
import { reachOf } from './range.ts';
import { CONNECT, PrivateAddress, SILENCE } from './reach.ts';
import { refreshOf } from './refresh.ts';
import { isEnough } from './whole.ts';

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
/** What an answer is kept by: of one that was broken off nothing is, so that it is asked for in full. */
const KEPT_BY = ['etag', 'last-modified'];

/**
 * Asks for an address and follows redirects, of the header and of the page, each looked at like the first. Cookies that
 * are set on the way go along: a site that sets one and leads back to the same address is no circle. `mayVisit` is asked
 * before every hop: robots and delays are its work. Gives the answer, whatever its status, or the reason why there is none.
 */
export async function request(
  address: string,
  options: RequestOptions,
  mayVisit: (address: URL) => Promise<Refusal | null> = async () => null,
): Promise<Answer | Refusal> {
  const visited = new Set<string>();
  const cookies = new Cookies();
  const hopOf = (url: URL) => `${url.href} ${cookies.for(url)}`;
  let at = URL.parse(address);
  let moved = true;
  for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
    if (at === null || (at.protocol !== 'http:' && at.protocol !== 'https:'))
      return refuse('unsupported', `expected an address of the web, found ${at?.href ?? address}`);
    at.hash = '';
    if (visited.has(hopOf(at)))
      return refuse('redirect-loop', `expected a page, found that ${address} leads back to ${at.href}`);
    visited.add(hopOf(at));
    const refusal = await mayVisit(at);
    if (refusal !== null) return refusal;
    const { answer, setCookies } = await ask(at, options, cookies.for(at));
    if ('code' in answer) return answer;
    cookies.take(setCookies, at);
    const to = leadsTo(answer);
    // A page that only looks at itself anew is that page.
    const isItself = to?.href === at.href && answer.status === 200 && visited.has(hopOf(at));
    if (to === undefined || isItself) return { ...answer, moved: moved && hop > 0 };
    moved &&= answer.status === 301 || answer.status === 308;
    at = to;
  }
  return refuse('redirect-loop', `expected a page after at most ${MOST_REDIRECTS} redirects from ${address}`);
}

/** Where an answer leads, null where that is no address, and undefined where it does not lead on. */
function leadsTo(answer: Omit<Answer, 'moved'>): URL | null | undefined {
  const { status, headers, address } = answer;
  if (REDIRECTS.has(status) && headers.location !== undefined)
    return URL.parse(inAscii(headers.location), address);
  const refresh = status === 200 ? refreshOf(answer) : null;
  return refresh === null ? undefined : URL.parse(refresh);
}

/** Bytes beyond ASCII, which a header's value has as characters of Latin-1, as an address has them: most are UTF-8. */
function inAscii(value: string): string {
  return value.replaceAll(
    /[\x80-\xff]/g,
    (byte) => `%${(byte.codePointAt(0) ?? 0).toString(16).toUpperCase()}`,
  );
}

interface Asked {
  readonly answer: Omit<Answer, 'moved'> | Refusal;
  readonly setCookies: readonly string[];
}

async function ask(url: URL, options: RequestOptions, cookies: string): Promise<Asked> {
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
        ...(cookies !== '' && { cookie: cookies }),
        ...headersAt?.(url.href),
      },
      signal,
    });
    const told = single(response.headers);
    const setCookies = [response.headers['set-cookie'] ?? []].flat();
    const { bytes, cut } = await bodyOf(response.body, told['content-encoding'] ?? null, most);
    if (cut !== null && !isEnough(bytes)) return { answer: refusalOf(cut, url, patience), setCookies };
    if (cut !== null) for (const name of KEPT_BY) delete told[name];
    const status = response.statusCode;
    return { answer: { kind: 'answer', address: url.href, status, headers: told, bytes }, setCookies };
  } catch (error) {
    return { answer: refusalOf(error, url, patience), setCookies: [] };
  }
}

function single(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? (value[0] ?? '') : value]],
    ),
  );
}

/** How many milliseconds were waited for what did not come; null where something else went wrong. */
function waitedFor(cause: Error, patience: number): number | null {
  if (cause.name === 'TimeoutError') return patience;
  if (cause instanceof errors.ConnectTimeoutError) return CONNECT;
  const isSilent = cause instanceof errors.HeadersTimeoutError || cause instanceof errors.BodyTimeoutError;
  return isSilent ? SILENCE : null;
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
    const waited = waitedFor(cause, patience);
    if (waited !== null)
      return refuse(
        'timed-out',
        `expected an answer within ${waited / 1000} seconds, found none from ${url.host}`,
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
