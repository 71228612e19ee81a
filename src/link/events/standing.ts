import type { Step } from '../../record/index.ts';
import { isAhead, isBehind, isOneDay, lieOf } from './days.ts';

type Status = Step['status'];

/** How an event stands after what was told so far; null before anything was. */
export interface Standing {
  readonly when: string | null;
  readonly status: Status | null;
  /** Dates that were given up: whoever repeats one tells nothing new. */
  readonly former: readonly string[];
}

/** What a report tells of an event, with the day on which it was published. */
export interface Told {
  readonly when: string | null;
  readonly status: Status;
  readonly published: string | null;
}

export interface State {
  readonly when: string | null;
  readonly status: Status;
}

export const UNTOLD: Standing = { when: null, status: null, former: [] };

const OFF: ReadonlySet<Status | null> = new Set<Status>(['postponed', 'cancelled']);
const OVER: ReadonlySet<Status | null> = new Set<Status>(['held', 'under way']);

/** What a report adds to how an event stands; null where that is nothing. */
export function stateAfter(standing: Standing, told: Told): State | null {
  if (standing.status === 'held') return null;
  if (OFF.has(told.status))
    return standing.status === told.status ? null : { when: null, status: told.status };
  if (told.when === null)
    return OVER.has(told.status) ? overWithoutDate(standing, told) : confirmed(standing, told);
  if (isTold(told.when, standing.former)) return takenUp(standing, told);
  if (OVER.has(told.status) ? !isAhead(told.when, told.published) : isBehind(told.when, told.published))
    return over(standing, told.when, told);
  if (standing.status === 'under way') return null;
  if (standing.status === null) return { when: told.when, status: atFirst(told.status) };
  return standing.when === null ? dated(standing, told) : moved(standing.when, standing, told);
}

/** What the date adds that a report gives up: nothing where another was known. */
export function formerState({ when, status }: Standing, former: string | null): State | null {
  const isNew =
    status === null ||
    (status === 'possible' && former !== null && when !== null && lieOf(former, when) === 'within');
  return isNew && former !== null ? { when: former, status: 'planned' } : null;
}

/** Where an event stands when something was added: a date that stands again is no former one. */
export function standingAfter({ when, former }: Standing, state: State): Standing {
  const isGivenUp = when !== null && lieOf(state.when ?? '', when) === 'other';
  const all = isGivenUp ? [...former, when] : former;
  return { ...state, former: all.filter((one) => state.when === null || lieOf(one, state.when) !== 'same') };
}

/** Nothing is confirmed that nobody told before. */
const atFirst = (status: Status): Status => (OVER.has(status) || status === 'confirmed' ? 'planned' : status);

const isTold = (when: string, former: readonly string[]) =>
  former.some((one) => ['same', 'starts'].includes(lieOf(when, one)) || lieOf(one, when) === 'starts');

function confirmed({ when, status }: Standing, told: Told): State | null {
  const isNew = told.status === 'confirmed' && when !== null && status !== 'confirmed' && !OVER.has(status);
  return isNew ? { when, status: 'confirmed' } : null;
}

/** A date that was given up is told again: news only where the event was off and the report says that it is on. */
function takenUp({ status }: Standing, told: Told): State | null {
  const isOn = OFF.has(status) && (told.status === 'confirmed' || told.status === 'rescheduled');
  return isOn ? { when: told.when, status: 'planned' } : null;
}

/** It has begun, or its day is past: with the date that stands where that tells as much, and not before that has come. */
function over(standing: Standing, when: string, told: Told): State | null {
  const status = statusOver(when, told);
  if (standing.when === null) return { when, status };
  if (isAhead(standing.when, told.published)) return null;
  const lie = lieOf(when, standing.when);
  if (lie === 'other' && !OVER.has(told.status)) return null;
  const state: State = { when: tellsAsMuch(when, standing.when) ? standing.when : when, status };
  return state.status === standing.status && state.when === standing.when ? null : state;
}

/** What was under way on one day is held when that is past. */
function statusOver(when: string, { status, published }: Told): Status {
  const isPast = isOneDay(when) && isBehind(when, published);
  return status === 'under way' && !isPast ? status : 'held';
}

/** Whether a date says no more than the one that stands: it is the same, a wider one, or one of its days. */
function tellsAsMuch(when: string, stands: string): boolean {
  const lie = lieOf(when, stands);
  if (lie === 'holds') return !when.includes('/');
  return lie === 'same' || (stands.includes('/') && (lie === 'within' || lie === 'starts'));
}

/** It is over, and no date is told: the one that stands, once it has come. */
function overWithoutDate({ when, status }: Standing, told: Told): State | null {
  if (when === null || isAhead(when, told.published) || status === told.status) return null;
  return { when, status: told.status };
}

/** A date for what had none: it was off, or nobody had one. */
function dated({ status }: Standing, { when, status: told }: Told): State {
  if (told === 'possible') return { when, status: told };
  return { when, status: OFF.has(status) ? 'rescheduled' : told === 'confirmed' ? told : 'planned' };
}

/** A date where one stands: it is the same, a narrower one, or another. */
function moved(former: string, standing: Standing, told: Told): State | null {
  const when = told.when ?? former;
  const lie = lieOf(when, former);
  const wasPossible = standing.status === 'possible';
  const sure = told.status === 'confirmed' ? told.status : 'planned';
  if (lie === 'same' || lie === 'starts' || lie === 'holds')
    return wasPossible && told.status !== 'possible'
      ? { when: former, status: sure }
      : confirmed(standing, told);
  if (told.status === 'possible') return wasPossible ? { when, status: told.status } : null;
  const isNarrower = lie === 'within' && told.status !== 'rescheduled';
  return { when, status: isNarrower || wasPossible ? sure : 'rescheduled' };
}
