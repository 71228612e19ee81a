import type { EventLine } from '../../ledger/index.ts';
import { calledOf, csvCell, csvLine, formerDates } from '../../record/index.ts';
import { standingPill } from './standing.ts';

const COLUMNS = [
  'event',
  'title',
  'kind',
  'when',
  'former',
  'status',
  'standing',
  'place',
  'who',
  'announced_by',
  'published',
  'outlet',
  'report',
  'words',
  'reports',
];

/** The header of a table of events. */
export const calendarHead = (): string => csvLine(COLUMNS);

/** An event as a row: its date and those it had in EDTF, and on whose word the last one is. */
export function calendarRow({ event, reports }: EventLine): string {
  const last = event.schedule.at(-1);
  const outlet = reports.find(({ id }) => id === last?.report)?.outlet;
  return csvLine(
    [
      event.id,
      calledOf(event),
      event.kind,
      event.when,
      formerDates(event.schedule).join(' '),
      event.status,
      standingPill(event),
      event.place,
      event.parties.map(({ name }) => name).join('; '),
      last?.by?.name,
      last?.published,
      outlet,
      last?.report,
      last?.span.text,
      reports.length,
    ].map(csvCell),
  );
}
