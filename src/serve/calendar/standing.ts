import { formerDates, type LinkedEvent } from '../../record/index.ts';

/** How an event stands, as a reader of the calendar asks: what became of its date. */
export function standingPill({ status, schedule }: Pick<LinkedEvent, 'status' | 'schedule'>): string {
  const moved = movedWords(formerDates(schedule).length);
  switch (status) {
    case 'postponed':
      return 'postponed, no date';
    case 'planned':
    case 'rescheduled':
      return moved === '' ? 'planned' : moved;
    case 'confirmed':
      return moved === '' ? 'confirmed' : `${moved}, confirmed`;
    default:
      return status;
  }
}

function movedWords(times: number): string {
  if (times === 0) return '';
  return `moved ${times === 1 ? 'once' : times === 2 ? 'twice' : `${times} times`}`;
}
