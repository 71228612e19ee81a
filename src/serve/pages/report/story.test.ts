import { expect, test } from 'vitest';
import type { AlsoTelling } from '../../../ledger/index.ts';
import { reportId } from '../../../record/index.ts';
import { MOST_OTHERS, sharedWords, storyList } from './story.ts';

const other = (given: Partial<AlsoTelling> = {}): AlsoTelling => ({
  report: {
    id: reportId.parse('report:0123456789abcdef'),
    outlet: null,
    published: null,
    headline: '<b>Talks</b>',
    added: '2031-03-01T08:00:00.000Z',
    version: 1,
    opening: 'Talks',
    statements: 2,
  },
  statements: 0,
  events: [],
  kin: null,
  ...given,
});
const event = (what: string, when: string | null) => ({ id: 'what:0123456789abcdef' as never, what, when });

test('what two reports share is told in words', () => {
  expect(sharedWords(other({ statements: 2, events: [event('talks', '2031-06-02')] }))).toBe(
    '2 statements, talks of Mon, 2 June 2031',
  );
  expect(sharedWords(other({ events: ['a', 'b', 'c'].map((what) => event(what, null)) }))).toBe(
    'a without a date, b without a date, 1 more event',
  );
  expect(sharedWords(other({ kin: 'copy', statements: 1 }))).toBe('a copy, 1 statement');
});

test('other reports are listed as text, at most twelve, and none for none', async () => {
  const page = String(await storyList([other(), ...Array.from({ length: MOST_OTHERS }, () => other())]));
  expect(page.match(/<li>/g)).toHaveLength(MOST_OTHERS);
  expect(page).toContain('&lt;b&gt;Talks');
  expect(page).toContain('Outlet not known</b> · date not known');
  expect(page).toContain('More than 12 others tell of it.');
  expect(storyList([])).toBe('');
});
