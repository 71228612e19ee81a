import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { reportOf } from '../../../test/reports.ts';
import { analyse } from '../../analyse/index.ts';
import type { EventLine } from '../../ledger/index.ts';
import { link } from '../../link/index.ts';
import { loadKit } from '../../load/index.ts';
import { loadLinkKit } from '../../load/link.ts';
import { icsOf } from './ics.ts';

const kit = await loadKit({ tagger: 'linear' });

const linkKit = await loadLinkKit({ vectors: false });

async function linesOf(text: string): Promise<EventLine[]> {
  const report = reportOf(text, { published: '2031-02-26', outlet: 'The Lenn Courier' });
  const [record] = await analyse([report], kit);
  const line = {
    ...report,
    added: '2031-02-26T10:00:00Z',
    version: 1,
    opening: text.slice(0, 50),
    statements: 0,
  };
  const { events } = await link(record === undefined ? [] : [record], { issues: [] }, linkKit);
  return events.map((event) => ({ event, sequence: event.schedule.length - 1, reports: [line] }));
}

/** Read again by a parser that is not ours. */
function read(ics: string) {
  return new ICAL.Component(ICAL.parse(ics)).getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      summary: event.summary,
      start: event.startDate.toString(),
      end: event.endDate.toString(),
      isDate: event.startDate.isDate,
      sequence: event.sequence,
      status: component.getFirstPropertyValue('status'),
    };
  });
}

test('whole days, a sequence for each revision, what is off is cancelled', async () => {
  const events = read(
    icsOf(
      await linesOf(
        'The talks, planned for March 3, will now be held on March 10 and 11; all agreed. The hearing, set for March 5, has been cancelled. The ministry confirmed that the election will be held on March 20. A summit may take place in April.',
      ),
      [],
    ),
  );
  expect(events.map(({ uid: _, ...event }) => event)).toEqual([
    {
      summary: 'Talks',
      start: '2031-03-10',
      end: '2031-03-12',
      isDate: true,
      sequence: 1,
      status: 'TENTATIVE',
    },
    {
      summary: 'Hearing',
      start: '2031-03-05',
      end: '2031-03-06',
      isDate: true,
      sequence: 1,
      status: 'CANCELLED',
    },
    {
      summary: 'Election',
      start: '2031-03-20',
      end: '2031-03-21',
      isDate: true,
      sequence: 0,
      // Nothing is confirmed that nobody told before.
      status: 'TENTATIVE',
    },
    {
      summary: 'Summit (April 2031, day not given)',
      start: '2031-04-01',
      end: '2031-05-01',
      isDate: true,
      sequence: 0,
      status: 'TENTATIVE',
    },
  ]);
  expect(new Set(events.map(({ uid }) => uid)).size).toBe(4);
});

test('a second reading gives the same identifiers', async () => {
  const text = 'The talks will be held on March 3, the ministry said.';
  expect(icsOf(await linesOf(text), [])).toBe(icsOf(await linesOf(text), []));
});

test('marks of iCalendar in a report are text', async () => {
  const [line] = await linesOf('The talks will be held on March 3.');
  if (line === undefined) throw new Error('expected an event');
  const event = { ...line.event, title: null, what: 'talks; on, "x"\\n\nEND:VEVENT' };
  expect(read(icsOf([{ ...line, event }], [])).map(({ summary }) => summary)).toEqual([event.what]);
});
