import { type Event, haveDayInCommon, type LinkedEvent, parseWhen } from '../../record/index.ts';

/** What one report tells of an event, beside what stood when it was published. */
export interface Telling {
  readonly member: LinkedEvent['members'][number];
  readonly told: Event | null;
  /** The date that stood by all reports before it, or null for none, where the report tells another. */
  readonly against: string | null | undefined;
}

/** What each report tells of an event, in the order of publication: told side by side, and nothing of it settled. */
export function tellingsOf({ members, schedule }: LinkedEvent, told: readonly Event[]): Telling[] {
  const byId = new Map(told.map((event) => [event.id as string, event]));
  const nth = new Map(members.map(({ event }, at) => [event as string, at]));
  return members.map((member, at) => {
    const own = byId.get(member.event) ?? null;
    const steps = schedule.filter((step) => (nth.get(step.event) ?? 0) <= at);
    const stood = steps.at(-1);
    const isNews = stood?.event === member.event;
    const isAgainst = own !== null && stood !== undefined && !isNews && isOther(own.when, stood.when);
    return { member, told: own, against: isAgainst ? (stood?.when ?? null) : undefined };
  });
}

/** Whether a report tells a date that is not the one that stands. */
function isOther(told: string | null, stands: string | null): boolean {
  const [one, other] = [parseWhen(told), parseWhen(stands)];
  return one !== null && (other === null || !haveDayInCommon(one, other));
}
