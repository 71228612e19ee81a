import { expect, test } from 'vitest';
import type { ReportLine, Stood } from '../../../ledger/index.ts';
import { reportId } from '../../../record/index.ts';
import { standingWords, versionsPage } from './versions.ts';

const [FIRST, SECOND] = ['report:0000000000000001', 'report:0000000000000002'].map((id) =>
  reportId.parse(id),
);
const stood = (version: number, day: number): Stood => ({
  report: (version === 1 ? FIRST : SECOND) ?? reportId.parse('report:0000000000000000'),
  version,
  from: `2034-02-0${day}T10:00:00.000Z`,
  to: `2034-02-0${day}T16:00:00.000Z`,
});
const line = ({ report, version, from }: Stood): ReportLine => ({
  id: report,
  outlet: 'The Courier',
  published: null,
  headline: 'Bridge closed',
  added: from,
  version,
  opening: 'Bridge closed',
  statements: 0,
});
const words = (markup: unknown) =>
  String(markup)
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
const [A, B, A_AGAIN] = [stood(1, 2), stood(2, 3), stood(1, 4)];

test('a report says which version stands, where that is not plain', () => {
  expect(words(standingWords([A], A.report))).toBe('');
  expect(words(standingWords([A, B], B.report))).toBe('');
  expect(words(standingWords([A, B], A.report))).toMatch(/^Version 2 stands since .*3/);
  expect(words(standingWords([A, B, A_AGAIN], A.report))).toMatch(/^Version 1 stands again since .*4/);
  expect(words(standingWords([A, B, A_AGAIN], B.report))).toMatch(/^Version 1 stands again since .*4/);
  expect(words(standingWords([], A.report))).toBe('');
});

test('the versions stand in the order in which they stood, the latest first', async () => {
  const steps = [A, B, A_AGAIN].map((time) => ({ line: line(time), stood: time, changes: [] }));
  const page = words(await versionsPage({ id: A.report, count: 2, steps, visits: [] }));
  expect(page).toMatch(
    /2 versions .*Version 1 again .*stands now.*Version 2 .*Version 1 .*The first that was read/,
  );
  expect(page.match(/stands now/g)).toHaveLength(1);
});
