import type { Rest } from '../../record/index.ts';

/** Where is kept which hosts want not to be asked for a while. */
export interface Rests {
  rest(host: string): Promise<Rest | null>;
  /** Keeps until when a host rests; null once it answers again. */
  keepRest(host: string, rest: Rest | null): Promise<void>;
}

/** For whoever keeps nothing: known as long as the process lives. */
export function restsInMemory(): Rests {
  const known = new Map<string, Rest>();
  return {
    rest: async (host) => known.get(host) ?? null,
    async keepRest(host, rest) {
      if (rest === null) known.delete(host);
      else known.set(host, rest);
    },
  };
}

/** A wait of at most this is waited here and now, in milliseconds; what is longer is kept, and somebody else's turn. */
export const LONGEST_WAIT = 60_000;
const TOO_MANY = 429;
/** How long a host rests that says "too many" and not for how long, which doubles each time. */
const UNTOLD = 900_000;
/** The longest rest: a server that asks for weeks is asked tomorrow whether it meant that. */
const LONGEST_REST = 86_400_000;

/** How long a host rests that says so so often in a row, and not for how long. */
const untold = (times: number): number => UNTOLD * 2 ** Math.min(times - 1, 10);

/** Until when the host of an answer wants not to be asked; null where it says no such thing. */
export function restAfter(
  { status, headers }: { status: number; headers: Readonly<Record<string, string>> },
  former: Rest | null,
  now: Date,
): Rest | null {
  const told = status < 400 ? null : retryAfter(headers['retry-after'], now);
  if (status !== TOO_MANY && (told === null || told <= LONGEST_WAIT)) return null;
  const times = (former?.times ?? 0) + 1;
  const wait = Math.max(told ?? untold(times), LONGEST_WAIT);
  return { until: new Date(now.getTime() + Math.min(wait, LONGEST_REST)).toISOString(), times };
}

/**
 * Whether a rest that is over no longer counts: after as long a time again. A host that gives its feed and limits its
 * pages would else begin with the shortest rest each time, and another's answer would end one that has just begun.
 */
export function isForgotten({ until, times }: Rest, now: Date): boolean {
  return now.getTime() >= Date.parse(until) + Math.min(untold(times), LONGEST_REST);
}

/** The wait that a server asks for, in milliseconds: seconds, or a date. */
export function retryAfter(value: string | undefined, now: Date): number | null {
  if (value === undefined) return null;
  const told = value.trim();
  const milliseconds = /^\d+$/.test(told) ? Number(told) * 1000 : Date.parse(told) - now.getTime();
  return Number.isFinite(milliseconds) ? Math.max(0, milliseconds) : null;
}
