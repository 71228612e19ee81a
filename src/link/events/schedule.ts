import type { Step } from '../../record/index.ts';
import { formerState, type Standing, type State, standingAfter, stateAfter, UNTOLD } from './standing.ts';
import { toldBy } from './told-by.ts';
import type { Revision, ToldEvent } from './told-event.ts';

/**
 * What reports add to an event's date, one after the other in the order of publication: only what changes or confirms. Of each
 * report counts how it leaves the event; the date that it gives up counts where no report before it had one.
 */
export function scheduleOf(members: readonly ToldEvent[]): Step[] {
  let standing: Standing = UNTOLD;
  const steps: Step[] = [];
  for (const member of members) {
    const add = (revision: Revision, state: State | null) => {
      if (state === null) return;
      steps.push(stepOf(member, revision, state));
      standing = standingAfter(standing, state);
    };
    const { former, end } = toldBy(member, standing.when);
    if (former !== null) add(former, formerState(standing, former.when));
    if (end !== null) add(end, stateAfter(standing, { ...end, published: member.report.published }));
  }
  return steps;
}

function stepOf({ event, report }: ToldEvent, { by, statement, span }: Revision, state: State): Step {
  return {
    ...state,
    by,
    place: event.place,
    report: report.id,
    published: report.published,
    event: event.id,
    statement,
    span,
  };
}
