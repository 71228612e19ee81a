import CachePolicy from 'http-cache-semantics';
import { type Refusal, refuse } from '../../record/index.ts';
import { MOST_SENT } from './body.ts';
import { agentFor, isPublic, isPublicOrPrivate } from './reach.ts';
import { type Answer, request } from './request.ts';
import { openRobots } from './robots.ts';

export { isPublic } from './reach.ts';

/** Something of the web, fetched; `policy` is what is to be kept to ask again only when it may have changed. */
export interface FetchedBytes {
  readonly kind: 'fetched';
  /** Where it came from, after all redirects. */
  readonly address: string;
  readonly bytes: Uint8Array;
  /** The media type that its header names, in lower case without parameters; empty where it names none. */
  readonly type: string;
  readonly charset: string | null;
  readonly policy: string;
}

/** It is as it was: its time is not over, or the server says so. */
export interface NotModified {
  readonly kind: 'not-modified';
  readonly policy: string;
}

export type Fetched = FetchedBytes | NotModified | Refusal;

export interface Fetcher {
  /** Fetches an address; `policy` is what an earlier fetch gave. */
  get(address: string, policy?: string | null): Promise<Fetched>;
  close(): Promise<void>;
}

export interface FetcherOptions {
  readonly allowPrivate?: boolean;
  /** Which IP addresses may be asked, in place of all public ones. */
  readonly isAllowed?: (address: string) => boolean;
  readonly now?: () => Date;
  /** Waits so many milliseconds. */
  readonly pause?: (milliseconds: number) => Promise<void>;
  /** Milliseconds between two questions to one host. */
  readonly delay?: number;
  readonly patience?: number;
}

/** A site's pages are asked for one after the other, with a second between them unless it asks for more. */
const DELAY = 1000;
/** How often a question is put again that failed for a reason that may pass, and the first wait, which doubles. */
const TRIES = 3;
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 60_000;
const MOST_RULES = 600_000;
const MAY_PASS = new Set([408, 425, 429, 500, 502, 503, 504]);
const GONE = new Set([404, 410, 451]);

/** Opens the way to the web: public addresses, robots, delays, caching, and another try where that may help. */
export function openFetcher(options: FetcherOptions = {}): Fetcher {
  const { allowPrivate = false, now = () => new Date(), delay = DELAY } = options;
  const pause = options.pause ?? ((milliseconds) => new Promise((done) => setTimeout(done, milliseconds)));
  const patience = options.patience === undefined ? {} : { patience: options.patience };
  const dispatcher = agentFor(options.isAllowed ?? (allowPrivate ? isPublicOrPrivate : isPublic));
  const turns = new Map<string, Promise<number>>();
  const robots = openRobots(
    (address) => request(address, { dispatcher, most: MOST_RULES, ...patience }),
    now,
  );

  /** Waits until the host may be asked again. */
  const turnAt = async (url: URL): Promise<void> => {
    const wait = Math.max(delay, (robots.delay(url) ?? 0) * 1000);
    const before = turns.get(url.host);
    const turn = (async () => {
      const last = await before;
      const left = last === undefined ? 0 : last + wait - now().getTime();
      if (left > 0) await pause(left);
      return now().getTime();
    })();
    turns.set(url.host, turn);
    await turn;
  };
  const mayVisit = async (url: URL): Promise<Refusal | null> => {
    const refusal = await robots.refusal(url);
    if (refusal === null) await turnAt(url);
    return refusal;
  };

  const ask = async (
    address: string,
    headers: Readonly<Record<string, string>>,
  ): Promise<Answer | Refusal> => {
    for (let tried = 1, wait = FIRST_WAIT; ; tried++, wait *= 2) {
      const answer = await request(address, { dispatcher, headers, most: MOST_SENT, ...patience }, mayVisit);
      const mayPass =
        'code' in answer
          ? answer.code === 'unreachable' || answer.code === 'timed-out'
          : MAY_PASS.has(answer.status);
      if (!mayPass || tried === TRIES) return answer;
      const asked = 'code' in answer ? null : retryAfter(answer.headers['retry-after'], now());
      if (asked !== null && asked > LONGEST_WAIT) return answer;
      await pause(asked ?? wait);
    }
  };

  return {
    async get(address, kept = null) {
      const former =
        kept === null ? null : CachePolicy.fromObject(JSON.parse(kept) as CachePolicy.CachePolicyObject);
      const asked = { url: address, method: 'GET', headers: { host: URL.parse(address)?.host ?? '' } };
      if (former?.satisfiesWithoutRevalidation(asked) === true)
        return { kind: 'not-modified', policy: kept ?? '' };
      const conditional = former === null ? {} : conditions(former.revalidationHeaders(asked));
      const answer = await ask(address, conditional);
      if ('code' in answer) return answer;
      const { status, headers } = answer;
      if (status === 304 && former !== null) {
        const { policy } = former.revalidatedPolicy(asked, { status, headers });
        return { kind: 'not-modified', policy: JSON.stringify(policy.toObject()) };
      }
      if (GONE.has(status))
        return refuse('gone', `expected a page, found status ${status} at ${answer.address}`);
      if (status < 200 || status >= 300)
        return refuse('http-error', `expected a page, found status ${status} at ${answer.address}`);
      const policy = new CachePolicy(asked, { status, headers }, { shared: false });
      return {
        kind: 'fetched',
        address: answer.address,
        bytes: answer.bytes,
        ...mediaType(headers['content-type'] ?? ''),
        policy: JSON.stringify(policy.toObject()),
      };
    },
    close: () => dispatcher.destroy(),
  };
}

/** Only what asks "has it changed?": the rest of the headers is this program's own. */
function conditions(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(
    ['if-none-match', 'if-modified-since'].flatMap((name) => {
      const value = headers[name];
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );
}

/** The wait that a server asks for, in milliseconds: seconds, or a date. */
function retryAfter(value: string | undefined, now: Date): number | null {
  if (value === undefined) return null;
  const milliseconds = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now.getTime();
  return Number.isFinite(milliseconds) ? Math.max(0, milliseconds) : null;
}

function mediaType(header: string): { type: string; charset: string | null } {
  const charset = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(header)?.[1] ?? null;
  return { type: header.split(';')[0]?.trim().toLowerCase() ?? '', charset };
}
