import { describe, expect, test } from 'vitest';
import { reportOf } from '../../../test/reports.ts';
import { loadKit } from '../../load/index.ts';
import type { Event } from '../../record/index.ts';
import { analyse } from '../index.ts';
import { scheduled, spoken } from './events.cases.ts';

const kit = await loadKit({ tagger: 'linear' });

async function eventsOf(text: string): Promise<readonly Event[]> {
  const [record] = await analyse([reportOf(text, { published: '2031-02-26' })], kit);
  return record?.events ?? [];
}

function line({ what, when, status, schedule }: Event): string {
  const dates = schedule.map((revision) => revision.when ?? 'null').join(' ');
  return `${what} ${when ?? 'null'} ${status}${schedule.length > 1 ? ` [${dates}]` : ''}`;
}

describe('schedules', () => {
  test.each(scheduled)('%s', async (text, ...wanted) => {
    const found = (await eventsOf(text)).filter(
      ({ when, status, schedule }) => when !== null || schedule.length > 0 || status === 'possible',
    );
    expect(found.map(line)).toEqual(wanted);
  });
});

describe('deeds', () => {
  test.each(spoken)('%s', async (text, ...wanted) => {
    const found = (await eventsOf(text)).filter(({ type, time }) => type !== null && time === 'past');
    const named = (event: Event, part: string) =>
      event.participants.filter((one) => one.part === part).map(({ name }) => name);
    expect(
      found.map((event) => `${event.type} ${named(event, 'actor')} > ${named(event, 'recipient')}`),
    ).toEqual(wanted);
  });
});

test('an event says by which rules its dates were read and its status was made', async () => {
  const [event] = await eventsOf(
    'The talks, which had been planned for March 3, will now take place on March 10.',
  );
  expect(event?.schedule.map(({ when, rule }) => [when, rule])).toEqual([
    ['2031-03-03', 'was-planned'],
    ['2031-03-10', 'lies-ahead'],
  ]);
  expect(event?.rules).toEqual({ says: ['was-planned', 'lies-ahead'], status: 'another-date' });
});
