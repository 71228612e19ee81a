import { z } from 'zod';
import type { EventLine, Ledger } from '../ledger/index.ts';
import type { Event } from '../record/index.ts';
import { periodAsked, when } from './period.ts';
import { quoted, reportTold } from './told.ts';
import { count, limit, nothing, tool, words } from './tool.ts';

/** As `onrecord calendar`: what was announced for a date, and what slipped. */
export const calendar = tool({
  name: 'calendar',
  title: 'Announced dates',
  description:
    'Lists events to which reports give a date, each once, with every date they had: who gave it, in which words of which report. Dates are EDTF.',
  input: z.strictObject({
    when: when('Only what is, or was to be, within it').optional(),
    words: words('Words of what reports call it.').optional(),
    who: words('Who takes part or gave a date.').optional(),
    limit,
  }),
  answer: async ({ when, words, who, limit }, { ledger }) => {
    const period = periodAsked(when) ?? (await ledger.calendarSpan());
    if (period === null) return nothing('no event in the ledger has a date');
    const { total, isMore, events } = await ledger.calendar({ ...period, words, who, limit, offset: 0 });
    if (total === 0) return nothing('no event with a date fits what was asked for');
    const shown = events.length < total ? `; the first ${events.length} are given` : '';
    return {
      onRecord: true,
      answer: `${isMore ? 'More than ' : ''}${count(total, 'event')} on record${shown}.`,
      events: await Promise.all(events.map((line) => eventTold(ledger, line))),
    };
  },
});

async function eventTold(ledger: Ledger, { event, reports }: EventLine) {
  const { id, kind, status, title, when, schedule } = event;
  const told = await ledger.eventsTold(schedule.map((step) => step.event));
  const byId = new Map<string, Event>(told.map((one) => [one.id, one]));
  return {
    id,
    title: title === null ? null : quoted(title.report, title.span),
    kind,
    status,
    when,
    schedule: schedule.map((step) => {
      const place = byId.get(step.event)?.place ?? null;
      return {
        when: step.when,
        status: step.status,
        by: step.by === null ? null : step.by.name,
        words: quoted(step.report, step.span),
        place: place === null ? null : quoted(step.report, place.span),
        statement: step.statement,
        published: step.published,
      };
    }),
    reports: reports.map(reportTold),
  };
}
