import parser from 'robots-parser';
import { type Refusal, refuse } from '../../record/index.ts';
import { AGENT, type Answer } from './request.ts';

/** How long the rules of a site are kept, in milliseconds: RFC 9309 says a day at most. */
const KEPT = 86_400_000;
/** After a failure the site is asked again sooner. */
const KEPT_FAILED = 600_000;
/** A longer wait between two pages is taken for a mistake, in seconds. */
const LONGEST_DELAY = 60;

/** The package's own types are of a module that Node does not see. */
const parseRobots = parser as unknown as (
  address: string,
  text: string,
) => {
  isAllowed(address: string, agent: string): boolean | undefined;
  getCrawlDelay(agent: string): number | undefined;
  getSitemaps(): string[];
};

interface Rules {
  readonly until: number;
  isAllowed(address: string): boolean;
  /** Seconds between two pages, where the site asks for them. */
  readonly delay: number | null;
  /** Why nothing is allowed, where that is no rule of the site. */
  readonly refusal: Refusal | null;
}

export interface Robots {
  /** Why a page may not be visited, or null. */
  refusal(address: URL): Promise<Refusal | null>;
  /** Seconds between two pages of a site, where it asks for them and was asked. */
  delay(address: URL): number | null;
}

/**
 * What sites say to programs, by RFC 9309: no file is no rule; a file that cannot be had for a fault of the server forbids
 * everything for a while.
 */
export function openRobots(get: (address: string) => Promise<Answer | Refusal>, now: () => Date): Robots {
  const known = new Map<string, Promise<Rules>>();
  const rulesOf = async ({ origin }: URL): Promise<Rules> => {
    const kept = await known.get(origin);
    if (kept !== undefined && kept.until > now().getTime()) return kept;
    const asked = ask(origin);
    known.set(origin, asked);
    return await asked;
  };
  const ask = async (origin: string): Promise<Rules> => {
    const at = now().getTime();
    const answer = await get(`${origin}/robots.txt`);
    if ('code' in answer) {
      const isGone =
        answer.code === 'redirect-loop' || answer.code === 'too-long' || answer.code === 'not-text';
      return isGone ? free(at) : closed(at, answer);
    }
    if (answer.status >= 500 || answer.status === 429) {
      const why = `expected the rules of ${origin} for programs, found status ${answer.status}`;
      return closed(at, refuse('unreachable', why));
    }
    if (answer.status >= 400) return free(at);
    const robots = parseRobots(`${origin}/robots.txt`, new TextDecoder().decode(answer.bytes));
    return {
      until: at + KEPT,
      isAllowed: (address) => robots.isAllowed(address, AGENT) !== false,
      delay: Math.min(robots.getCrawlDelay(AGENT) ?? 0, LONGEST_DELAY) || null,
      refusal: null,
    };
  };
  const delays = new Map<string, number | null>();
  return {
    async refusal(address) {
      const { isAllowed, delay, refusal } = await rulesOf(address);
      delays.set(address.origin, delay);
      if (isAllowed(address.href)) return null;
      return (
        refusal ??
        refuse(
          'robots',
          `expected a page that programs may read, found that ${address.host} forbids ${address.pathname}`,
        )
      );
    },
    delay: ({ origin }) => delays.get(origin) ?? null,
  };
}

const free = (at: number): Rules => ({ until: at + KEPT, isAllowed: () => true, delay: null, refusal: null });

const closed = (at: number, refusal: Refusal): Rules => ({
  until: at + KEPT_FAILED,
  isAllowed: () => false,
  delay: null,
  refusal,
});
