import type { Event } from '../../../record/index.ts';
import type { EventReading } from '../../tag/index.ts';
import type { Shared } from './times.ts';

type Status = Event['status'];

/**
 * The likeliest standing, by naive Bayes: what the tagger gives each, by how likely an event that stands so has a date, has a
 * former one, and is told so by the clauses that name it (`told`; null where they tell of none). How often was counted over
 * `training/events/hands/`, with some leave for what nobody tells.
 */
export function standing({ status }: EventReading, shared: readonly Shared[], told: Status | null): Status {
  const most = (role: 'current' | 'former') => Math.max(0, ...shared.map((one) => one[role]));
  const [dated, moved] = [most('current'), most('former')];
  const fits = (has: number, often: number) => has * often + (1 - has) * (1 - often);
  const weighed = status.map(([name, share]) => {
    const { current, former, clauses } = OFTEN[name];
    return [
      name,
      share * fits(dated, current) * fits(moved, former) * (told === null ? 1 : clauses[told]),
    ] as const;
  });
  const [best = 'planned'] = weighed.toSorted((a, b) => b[1] - a[1])[0] ?? [];
  return best === 'held' && told === 'under way' ? told : best;
}

/** Of events that stand so: how often they have a date that stands, and a former one; and what the clauses say. */
interface Often {
  readonly current: number;
  readonly former: number;
  readonly clauses: Readonly<Record<Status, number>>;
}

const ORDER = [
  'planned',
  'possible',
  'confirmed',
  'rescheduled',
  'postponed',
  'cancelled',
  'held',
  'under way',
] as const;

const clauses = (...shares: readonly number[]) =>
  Object.fromEntries(ORDER.map((name, at) => [name, shares[at] ?? 0])) as Record<Status, number>;

const OVER: Often = {
  current: 0.6,
  former: 0.14,
  clauses: clauses(0.09, 0.02, 0.02, 0.02, 0.11, 0.02, 0.68, 0.04),
};

const OFTEN: Readonly<Record<Status, Often>> = {
  planned: { current: 0.7, former: 0.03, clauses: clauses(0.85, 0.02, 0.03, 0.01, 0.01, 0.01, 0.07, 0.01) },
  possible: { current: 0.6, former: 0.05, clauses: clauses(0.5, 0.32, 0.03, 0.05, 0.03, 0.03, 0.03, 0.03) },
  confirmed: { current: 0.7, former: 0.11, clauses: clauses(0.57, 0.05, 0.15, 0.05, 0.03, 0.01, 0.11, 0.02) },
  rescheduled: {
    current: 0.9,
    former: 0.84,
    clauses: clauses(0.61, 0.04, 0.01, 0.14, 0.09, 0.02, 0.09, 0.01),
  },
  postponed: { current: 0.05, former: 0.8, clauses: clauses(0.36, 0.14, 0.03, 0.05, 0.17, 0.04, 0.18, 0.02) },
  cancelled: { current: 0.05, former: 0.7, clauses: clauses(0.43, 0.01, 0.01, 0.06, 0.07, 0.28, 0.12, 0.01) },
  held: OVER,
  'under way': OVER,
};
