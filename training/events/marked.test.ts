import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readMarked } from './marked.ts';

const HANDS = new URL('hands/', import.meta.url);
const REPORT = `# t01 fair
@ 2031-05-02 | The Sannow Echo | [1= Tasting] moved
The [1= tasting] slides from [1f 9 May] to [1c 16 May], she said [s on Friday].

= 1 | 2031-05-16 | rescheduled
`;

test.each(readdirSync(HANDS).filter((name) => name.endsWith('.txt')))(
  '%s is written as its README says',
  (name) => {
    const reports = readMarked(readFileSync(new URL(name, HANDS), 'utf8'));
    expect(reports.length).toBeGreaterThan(40);
    for (const { text, marks } of reports)
      for (const { start, end } of marks) expect(text.slice(start, end).trim()).not.toBe('');
  },
);

describe('a marked report', () => {
  test('loses its marks and keeps where they stood', () => {
    const [report] = readMarked(REPORT);
    expect(report?.text).toBe(
      'Tasting moved\n\nThe tasting slides from 9 May to 16 May, she said on Friday.',
    );
    expect(
      report?.marks.map(({ part, event, start, end }) => [part, event, report.text.slice(start, end)]),
    ).toEqual([
      ['names', 1, 'Tasting'],
      ['names', 1, 'tasting'],
      ['former', 1, '9 May'],
      ['current', 1, '16 May'],
      ['said', null, 'on Friday'],
    ]);
    expect(report?.events).toEqual([{ number: 1, when: '2031-05-16', status: 'rescheduled' }]);
  });

  test.each([
    ['[1c 16 May]', '16 May', 'event 1 has a date that no words give'],
    ['| rescheduled', '| slid', 'expected "= 1 | 2031-05-02 | planned", found "= 1 | 2031-05-16 | slid"'],
    [
      '2031-05-16 | rescheduled',
      'null | postponed',
      'event 1 is postponed and words give its date: they are former',
    ],
    ['[s on Friday]', '[1s on Friday]', 'no number fits "[1s on Friday]"'],
    ['she said', 'she [said', 'a bracket that marks nothing: "[said on Friday."'],
    ['[1f 9 May]', '[2f 9 May]', 'former of event 2, which has no line of its own'],
  ])('with %s as %s is refused by name', (right, wrong, message) => {
    expect(() => readMarked(REPORT.replace(right, wrong))).toThrow(`t01/1: ${message}`);
  });
});
