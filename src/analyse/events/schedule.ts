import {
  compareWhens,
  type Event,
  grainOf,
  interval,
  isCoarser,
  isSameWhen,
  type When,
  writeWhen,
} from '../../record/index.ts';
import type { Assertion } from './assertion.ts';
import { STATUS_RULES, type StatusRule } from './status-rules.ts';

type Status = Event['status'];

/** An entry of a schedule before it is known whose word it is. */
export interface Entry {
  readonly when: When | null;
  readonly status: Status;
  readonly assertion: Assertion;
}

/**
 * Takes what a report says of one event's date. Gives the schedule, first announcements first, with the date and status that
 * stand at its end: a later date beside a former one is rescheduled; put off without a date leaves none; what was given up
 * and has a date again has that one.
 */
export function scheduleOf(assertions: readonly Assertion[]): Scheduled & { status: Status } {
  const scheduled = scheduledBy(assertions);
  return { ...scheduled, status: STATUS_RULES[scheduled.by].status };
}

export interface Scheduled {
  readonly schedule: readonly Entry[];
  readonly when: When | null;
  readonly by: StatusRule | 'read-as-likeliest';
}

function scheduledBy(assertions: readonly Assertion[]): Scheduled & { by: StatusRule } {
  const of = (...kinds: Assertion['says'][]) => assertions.filter(({ says }) => kinds.includes(says));
  const dated = (list: readonly Assertion[]) => list.filter(({ when }) => when !== null);
  const held = of('held', 'under way');
  const moved = dated(of('moved'));
  const isBegun = of('held', 'under way').length > 0;
  // Of what has begun, a day to come is its end.
  const set = dated(of('planned', 'confirmed')).filter(({ edge }) => !(isBegun && edge === 'end'));
  // "the vote, due on May 2, will be on May 9": what was due gives way to what the clause itself says.
  const isElse = moved.length > 0 || set.length > 0 || of('cancelled', 'postponed').length > 0;
  const due = dated(of('due'));
  const formerly = distinct([...dated(of('formerly')), ...(isElse ? due : [])]);
  if (!isElse) set.push(...due);
  const confirmed = of('confirmed');
  const isOff = of('cancelled').length > 0;
  const isPutOff = of('postponed').length > 0;
  const olds = formerly.filter((old) => !moved.some(({ when }) => isSameWhen(when, old.when)));
  const lastSet = best(set.filter(({ when }) => olds.every((old) => !isSameWhen(old.when, when))));
  const current = whole(best(moved) ?? lastSet, assertions);
  const before = (list: readonly Assertion[]) =>
    list
      .toSorted((a, b) => (a.when === null || b.when === null ? 0 : compareWhens(a.when, b.when)))
      .map((one) => entry(one, 'planned'));
  const heldAt = best(dated(held));
  const isAhead = set.some(({ when }) => isLater(when, heldAt?.when ?? null));
  const isDone = held.length > 0 && moved.length === 0 && !isAhead && (heldAt !== null || set.length === 0);
  if (isDone) {
    const one = heldAt ?? held[0];
    const by = one?.says === 'under way' ? 'has-begun' : 'done';
    const own = heldAt === null ? [] : [entry(heldAt, STATUS_RULES[by].status)];
    return {
      schedule: [...before(olds.filter(({ when }) => !isSameWhen(when, heldAt?.when ?? null))), ...own],
      when: heldAt?.when ?? null,
      by,
    };
  }
  if (current === null && (isOff || isPutOff)) {
    const by = isOff ? 'given-up' : 'put-off';
    const told = first(of(isOff ? 'cancelled' : 'postponed'));
    const known = olds.length > 0 ? olds : distinct(set);
    // A cancelled event that never had a date has nothing in its schedule but that.
    return {
      schedule: [...before(known), ...(told === undefined ? [] : [entry(told, STATUS_RULES[by].status)])],
      when: null,
      by,
    };
  }
  if (current !== null && (olds.length > 0 || moved.length > 0 || isOff)) {
    const known = [
      ...olds,
      ...distinct(
        set.filter(
          ({ when }) => moved.length > 0 && ![current, ...olds].some((one) => isSameWhen(one.when, when)),
        ),
      ),
    ];
    return {
      schedule: [...before(known), entry(current, 'rescheduled')],
      when: current.when,
      by: 'another-date',
    };
  }
  const told = of('postponed').at(-1);
  const isAfter = told !== undefined && current !== null && current.mention.sentence >= told.mention.sentence;
  if (current !== null && isPutOff && isAfter)
    return { schedule: [entry(current, 'rescheduled')], when: current.when, by: 'date-behind-putting-off' };
  if (current !== null && isPutOff && set.length > 0) {
    return {
      schedule: [
        ...before(distinct(set)),
        ...(told === undefined ? [] : [entry(told, 'postponed' as const)]),
      ],
      when: null,
      by: 'put-off-behind-a-date',
    };
  }
  if (current !== null) {
    const by = confirmed.length > 0 ? 'dated-and-confirmed' : 'dated';
    return { schedule: [entry(current, STATUS_RULES[by].status)], when: current.when, by };
  }
  const possible = best(dated(of('possible')));
  if (possible !== null)
    return { schedule: [entry(possible, 'possible')], when: possible.when, by: 'date-that-may-be' };
  const [former] = olds;
  if (former !== undefined)
    return { schedule: before(olds), when: olds.at(-1)?.when ?? null, by: 'former-date-alone' };
  const by = confirmed.length > 0 ? 'confirmed' : of('possible').length > 0 ? 'may-be' : 'nothing-else';
  return { schedule: [], when: null, by };
}

/** The first in the body, else the headline's. */
const first = (list: readonly Assertion[]) => list.find(({ isHeadline }) => !isHeadline) ?? list[0];

const entry = (assertion: Assertion, status: Status): Entry => ({ when: assertion.when, status, assertion });

/** One of those with the same date, the first in the body before the headline's. */
function distinct(list: readonly Assertion[]): Assertion[] {
  return [...Map.groupBy(list, ({ when }) => when && writeWhen(when)).values()].flatMap(
    (same) => same.find(({ isHeadline }) => !isHeadline) ?? same[0] ?? [],
  );
}

/** Whether one date is behind another in order; nothing is where one of them is none. */
const isLater = (one: When | null, other: When | null) =>
  one !== null && other !== null && compareWhens(one, other) > 0;

/** The most exact date; of those as exact, the first in the body. */
function best(list: readonly Assertion[]): Assertion | null {
  return (
    distinct(list).toSorted(
      (a, b) => exactness(b) - exactness(a) || Number(a.isHeadline) - Number(b.isHeadline),
    )[0] ?? null
  );
}

/** Two for days, one for parts of a year, none for a year and longer. */
function exactness({ when }: Assertion): number {
  const grain = when === null ? null : grainOf(when);
  if (grain === null || !isCoarser('year', grain)) return 0;
  return grain === 'day' ? 2 : 1;
}

/** "opens on May 2 and closes on June 9": the beginning with the end that another clause gives. */
function whole(current: Assertion | null, assertions: readonly Assertion[]): Assertion | null {
  if (current === null || current.edge !== 'begin' || current.when?.kind === 'interval') return current;
  const end = assertions.find(
    ({ edge, when, says }) => edge === 'end' && says === current.says && isLater(when, current.when),
  );
  const when = end === undefined ? null : interval(current.when, end.when);
  return when === null ? current : { ...current, when };
}
