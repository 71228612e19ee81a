import { type Policy, type Refusal, refuse } from '../../record/index.ts';
import { MOST_SENT } from './body.ts';
import { headersFor, isConditional, policyOf } from './conditions.ts';
import { agentFor, isPublic, isPublicOrPrivate } from './reach.ts';
import { type Answer, request } from './request.ts';
import { isForgotten, LONGEST_WAIT, type Rests, restAfter, restsInMemory, retryAfter } from './rests.ts';
import { openRobots } from './robots.ts';

export { isPublic } from './reach.ts';
export type { Rests } from './rests.ts';

/** Something of the web, fetched; `policy` is what is to be kept to ask only whether it has changed. */
export interface FetchedBytes {
  readonly kind: 'fetched';
  /** Where it came from, after all redirects. */
  readonly address: string;
  readonly bytes: Uint8Array;
  /** The media type that its header names, in lower case without parameters; empty where it names none. */
  readonly type: string;
  readonly charset: string | null;
  readonly policy: Policy;
  /** When it was answered, ISO 8601 in UTC. */
  readonly at: string;
}

/** It is as it was: its server was asked, and says so. */
export interface NotModified {
  readonly kind: 'not-modified';
  readonly policy: Policy;
  readonly at: string;
}

export type Fetched = FetchedBytes | NotModified | Refusal;

export interface Fetcher {
  /** Asks for an address, always; `former` is what an earlier answer gave, to be told only what is new. */
  get(address: string, former?: Policy | null): Promise<Fetched>;
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
  /** Where hosts that want not to be asked are kept beyond this process. */
  readonly rests?: Rests;
}

/** A site's pages are asked for one after the other, with a second between them unless it asks for more. */
const DELAY = 1000;
/** How often a question is put again that failed for a reason that may pass, and the first wait, which doubles. */
const TRIES = 3;
const FIRST_WAIT = 1000;
const MOST_RULES = 600_000;
const MAY_PASS = new Set([408, 425, 500, 502, 503, 504]);
const GONE = new Set([404, 410, 451]);

/** Opens the way to the web: public addresses, robots, delays, rests, and another try where that may help. */
export function openFetcher(options: FetcherOptions = {}): Fetcher {
  const { allowPrivate = false, now = () => new Date(), delay = DELAY } = options;
  const pause = options.pause ?? ((milliseconds) => new Promise((done) => setTimeout(done, milliseconds)));
  const patience = options.patience === undefined ? {} : { patience: options.patience };
  const dispatcher = agentFor(options.isAllowed ?? (allowPrivate ? isPublicOrPrivate : isPublic));
  const turns = new Map<string, Promise<number>>();
  const rests = options.rests ?? restsInMemory();

  /** Keeps what an answer says of when its host may be asked again. */
  const heed = async <A extends Answer | Refusal>(answer: A): Promise<A> => {
    const host = 'code' in answer ? undefined : URL.parse(answer.address)?.host;
    if ('code' in answer || host === undefined) return answer;
    const rest = restAfter(answer, await rests.rest(host), now());
    if (rest !== null) await rests.keepRest(host, rest);
    return answer;
  };
  /** A page that a host gives ends what it said before, once that is long over; its rules for programs do not. */
  const end = async (answer: Answer | Refusal): Promise<void> => {
    const host = 'code' in answer || answer.status >= 400 ? undefined : URL.parse(answer.address)?.host;
    if (host === undefined) return;
    const rest = await rests.rest(host);
    if (rest !== null && isForgotten(rest, now())) await rests.keepRest(host, null);
  };
  const resting = async ({ host }: URL): Promise<Refusal | null> => {
    const rest = await rests.rest(host);
    if (rest === null || rest.until <= now().toISOString()) return null;
    return refuse(
      'resting',
      `expected to ask ${host}, found that it wants not to be asked until ${rest.until}`,
    );
  };
  const robots = openRobots(
    async (address) => heed(await request(address, { dispatcher, most: MOST_RULES, ...patience })),
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
    const refusal = (await resting(url)) ?? (await robots.refusal(url));
    // The rules themselves may be what the host does not want to be asked for.
    if (refusal !== null) return (await resting(url)) ?? refusal;
    await turnAt(url);
    return null;
  };

  const ask = async (address: string, former: Policy | null): Promise<Answer | Refusal> => {
    const headersAt = headersFor(former);
    let isAsked = false;
    const mayAsk = async (url: URL) => {
      const refusal = await mayVisit(url);
      // Who was led there has asked somebody, and that is a visit.
      if (refusal?.code === 'resting' && isAsked) return refuse('http-error', refusal.message);
      isAsked ||= refusal === null;
      return refusal;
    };
    for (let tried = 1; ; tried++) {
      const answer = await heed(
        await request(address, { dispatcher, headersAt, most: MOST_SENT, ...patience }, mayAsk),
      );
      const wait = tried === TRIES ? null : waitAfter(answer, now());
      if (wait === null) return answer;
      await pause(wait ?? FIRST_WAIT * 2 ** (tried - 1));
    }
  };

  return {
    async get(address, former = null) {
      const answer = await ask(address, former);
      await end(answer);
      if ('code' in answer) return answer;
      const { status, headers } = answer;
      const at = now().toISOString();
      if (status === 304 && isConditional(former, answer))
        return { kind: 'not-modified', policy: { ...former, isMoved: answer.moved }, at };
      if (GONE.has(status))
        return refuse('gone', `expected a page, found status ${status} at ${answer.address}`);
      if (status < 200 || status >= 300)
        return refuse('http-error', `expected a page, found status ${status} at ${answer.address}`);
      return {
        kind: 'fetched',
        address: answer.address,
        bytes: answer.bytes,
        ...mediaType(headers['content-type'] ?? ''),
        policy: policyOf(answer),
        at,
      };
    },
    close: () => dispatcher.destroy(),
  };
}

/** How long to wait before a question is put again, undefined where that is not told; null where that does not help. */
function waitAfter(answer: Answer | Refusal, now: Date): number | null | undefined {
  if ('code' in answer)
    return answer.code === 'unreachable' || answer.code === 'timed-out' ? undefined : null;
  if (!MAY_PASS.has(answer.status)) return null;
  const told = retryAfter(answer.headers['retry-after'], now) ?? undefined;
  return told !== undefined && told > LONGEST_WAIT ? null : told;
}

function mediaType(header: string): { type: string; charset: string | null } {
  const charset = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(header)?.[1] ?? null;
  return { type: header.split(';')[0]?.trim().toLowerCase() ?? '', charset };
}
