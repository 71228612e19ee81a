import { describe, expect, test } from 'vitest';
import type { OfficeTold } from '../../ledger/index.ts';
import { reportId } from '../../record/index.ts';
import { officesHeld, officeWords } from './offices.ts';
import { bodyWording, gathered } from './wordings.ts';

/** Offices as reports give them, one report each, a day after the other. */
type Given = readonly (readonly [title: string, of: string | null])[];

const told = (...offices: Given): OfficeTold[] =>
  offices.map(([title, of], nth) => ({
    title,
    of,
    span: { start: 0, end: title.length, text: title },
    report: {
      id: reportId.parse(`report:${String(nth).padStart(16, '0')}`),
      outlet: 'A',
      published: `2034-05-${String(nth + 1).padStart(2, '0')}`,
    },
  }));

const linesOf = (...offices: Given) =>
  officesHeld(told(...offices)).map(({ words, reports }) => `${words} (${reports})`);

describe('an office said in several ways', () => {
  test('is one line with its sources, in the words that tell most', () => {
    const [line, ...others] = officesHeld(
      told(
        ['spokeswoman', 'Ostrey’s foreign ministry'],
        ['spokeswoman', 'ministry'],
        ['spokeswoman', null],
        ['foreign ministry spokesperson', null],
        ['Spokeswoman', 'the foreign ministry'],
        ['spokeswoman', 'Ministry of Foreign Affairs'],
      ),
    );
    expect(others).toEqual([]);
    expect(line).toMatchObject({
      words: 'spokeswoman of Ostrey’s foreign ministry',
      first: '2034-05-01',
      last: '2034-05-06',
      reports: 6,
    });
    expect(line?.told).toHaveLength(6);
  });

  const cases: readonly (readonly [offices: Given, lines: readonly string[]])[] = [
    [
      [
        ['spokeswoman', 'foreign ministry'],
        ['spokeswoman', 'harbour authority'],
      ],
      ['spokeswoman, harbour authority (1)', 'spokeswoman, foreign ministry (1)'],
    ],
    [
      [
        ['spokeswoman', 'Ostrey’s foreign ministry'],
        ['spokeswoman', 'Ostrey'],
      ],
      ['spokeswoman of Ostrey (1)', 'spokeswoman of Ostrey’s foreign ministry (1)'],
    ],
    [
      [
        ['foreign minister', null],
        ['deputy foreign minister', null],
      ],
      ['deputy foreign minister (1)', 'foreign minister (1)'],
    ],
    [
      [
        ['President', 'Ostrey'],
        ['former President', 'Ostrey'],
      ],
      ['former President of Ostrey (1)', 'President of Ostrey (1)'],
    ],
    [
      [
        ['leader', null],
        ['Opposition leader', null],
        ['opposition leader', null],
      ],
      ['Opposition leader (3)'],
    ],
    [
      [
        ['minister', null],
        ['foreign minister', null],
        ['prime minister', null],
      ],
      ['prime minister (1)', 'foreign minister (1)', 'minister (1)'],
    ],
  ];
  test.each(cases.map(([offices, lines]) => ({ offices, lines })))('$offices', ({ offices, lines }) => {
    expect(linesOf(...offices)).toEqual(lines);
  });

  test('undated reports leave the time open, and one report is one whatever it says twice', () => {
    const [one] = told(['Mayor', null]);
    if (one === undefined) throw new Error('expected an office');
    const undated = { ...one, report: { ...one.report, published: null } };
    expect(officesHeld([undated, undated])).toMatchObject([{ first: null, last: null, reports: 1 }]);
    expect(officesHeld([])).toEqual([]);
  });
});

test('a body is joined by its shorter names, never with another or with what is known to be another', () => {
  const names = ['ministry', 'Ostrey’s foreign ministry', 'foreign ministry', 'Ostrey', 'defence ministry'];
  const lines = (some: readonly string[], mayBeOne = () => true) =>
    gathered(some, bodyWording, mayBeOne).map(({ fullest, all }) => `${fullest} ${all.length}`);
  expect(lines(names.slice(0, 4))).toEqual(['Ostrey’s foreign ministry 3', 'Ostrey 1']);
  expect(lines(names)).toEqual([
    'Ostrey’s foreign ministry 2',
    'defence ministry 1',
    'ministry 1',
    'Ostrey 1',
  ]);
  expect(lines(['ministry', 'foreign ministry'], () => false)).toEqual(['foreign ministry 1', 'ministry 1']);
});

test('an office is written with its body', () => {
  expect(officeWords({ title: 'Mayor', of: null })).toBe('Mayor');
  expect(officeWords({ title: 'mayor', of: 'the port' })).toBe('mayor of the port');
});
