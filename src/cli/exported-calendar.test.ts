import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { entryOf } from '../ledger/ledger.contract.ts';
import { openSqlite } from '../ledger/sqlite/index.ts';
import { link } from '../link/index.ts';
import { loadLinkKit } from '../load/link.ts';
import { exportCalendar } from './exported-calendar.ts';

test('writes one calendar, however many pages of events there are', async () => {
  const entry = await entryOf('Talks moved\n\nThe talks will be held on March 10, Mayor Mina Pell said.', {
    published: '2031-02-26',
  });
  const { events } = await link([entry.record], { issues: [] }, await loadLinkKit({ vectors: false }));
  const [event] = events;
  if (event === undefined) throw new Error('expected an event');
  const all = Array.from({ length: 205 }, (_, nth) => ({
    event: { ...event, id: `what:${String(nth).padStart(16, '0')}` as typeof event.id },
    sequence: 0,
    reports: [],
  }));
  const ledger = openSqlite(':memory:');
  const many = {
    calendar: async ({ limit, offset }: { limit: number; offset: number }) => ({
      total: all.length,
      isMore: false,
      events: all.slice(offset, offset + limit),
    }),
    goneEvents: ledger.goneEvents.bind(ledger),
  };
  let written = '';
  const put = async (text: string) => {
    written += text;
  };
  expect(await exportCalendar(put, { ledger: many, search: { words: '' } }, () => false)).toBe(205);
  const calendar = new ICAL.Component(ICAL.parse(written));
  expect(calendar.name).toBe('vcalendar');
  const uids = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one).uid);
  expect(uids).toEqual(all.map(({ event: { id } }) => `${id}@onrecord`));
  await ledger.close();
});
