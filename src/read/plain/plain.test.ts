import { describe, expect, test } from 'vitest';
import { pageOf, reportOf } from '../../../test/reports.ts';
import { LONGEST_TEXT } from '../refuse/index.ts';
import { readPlain } from './index.ts';

const kinds = (text: string, given: Parameters<typeof reportOf>[1] = {}) =>
  reportOf(text, given).blocks.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);

describe('paragraphs', () => {
  test('end at a line break; blank lines only separate', () => {
    expect(kinds('One is here.\nTwo is here.\n\n\nThree is here.')).toEqual([
      'paragraph: One is here.',
      'paragraph: Two is here.',
      'paragraph: Three is here.',
    ]);
  });
  test('know every line break: CRLF, CR, form feed, Unicode’s own', () => {
    expect(kinds('One.\r\nTwo.\rThree.\fFour.\u2028Five.')).toHaveLength(5);
  });
  test('of a hard-wrapped text end at blank lines alone', () => {
    const wrapped = `The council of the town voted on Monday to close the old bridge to lorries,
which had been expected since the inspectors found cracks in two of its nine
bearings last autumn and told the mayor.

“We have no choice,” the mayor said after the vote, which was not close, in the
hall that had been the customs house until the war.`;
    expect(kinds(wrapped)).toHaveLength(2);
  });
  test('of short lines that nobody wrapped stay apart', () => {
    expect(
      kinds(
        'The first line is short.\nThe second is a bit longer than that.\nThird.\nThe fourth line ends here.',
      ),
    ).toHaveLength(4);
  });
});

describe('the headline', () => {
  test('is a first paragraph under 200 characters without a full stop', () => {
    expect(reportOf('Bridge closed\nThe bridge is closed.').headline).toBe('Bridge closed');
    expect(reportOf('Is the bridge safe?\nIt is not.').headline).toBe('Is the bridge safe?');
  });
  test('is none when the first line ends in a full stop, with marks behind it or not, or is long', () => {
    expect(reportOf('The bridge is closed.\nMore.').headline).toBeNull();
    expect(reportOf('“The bridge is closed.”\nMore.').headline).toBeNull();
    expect(reportOf(`${'long '.repeat(50)}\nMore.`).headline).toBeNull();
  });
  test('given from outside wins, and marks the first block only when that has its words', () => {
    const same = reportOf('Bridge closed\nThe bridge is closed.', { headline: 'BRIDGE CLOSED' });
    expect([same.headline, same.blocks[0]?.kind]).toEqual(['BRIDGE CLOSED', 'headline']);
    const other = reportOf('Bridge closed\nThe bridge is closed.', { headline: 'Traffic news' });
    expect([other.headline, other.blocks[0]?.kind]).toEqual(['Traffic news', 'paragraph']);
  });
});

describe('items and subheads', () => {
  test('are known by their marks and by their place', () => {
    expect(
      kinds(
        'Head\nThe text begins here.\nWhat is known\nThis is known by all.\n- One item\n• Two item\n2) Three item',
      ),
    ).toEqual([
      'headline: Head',
      'paragraph: The text begins here.',
      'subhead: What is known',
      'paragraph: This is known by all.',
      'item: One item',
      'item: Two item',
      'item: Three item',
    ]);
  });
  test('are not dialogue behind a dash, nor a short sentence', () => {
    expect(
      kinds('Head\nHe rose.\n— I will not go, he said.\nHe stayed.\nNobody spoke after that.').map(
        (line) => line.split(':')[0],
      ),
    ).toEqual(['headline', 'paragraph', 'paragraph', 'paragraph', 'paragraph']);
  });
});

describe('Markdown', () => {
  test('has headings, paragraphs, items and quoted paragraphs, and no code or front matter', () => {
    const text =
      '---\ntitle: x\n---\n# Bridge closed\n\nThe bridge is *closed*.\n\n## Why\n\n- cracks\n- rust\n\n> Quoted line.\n\n```\ncode\n```\n';
    expect(kinds(text, { format: 'markdown' })).toEqual([
      'headline: Bridge closed',
      'paragraph: The bridge is *closed*.',
      'subhead: Why',
      'item: cracks',
      'item: rust',
      'paragraph: Quoted line.',
    ]);
  });
});

describe('a refusal', () => {
  const code = (text: string) => {
    const report = readPlain(pageOf(text));
    return 'code' in report ? report.code : 'report';
  };
  test('names its reason', () => {
    expect(code('')).toBe('empty');
    expect(code(' \n\t…')).toBe('empty');
    expect(code('a\0b')).toBe('nul');
    expect(code('a\ud800b')).toBe('lone-surrogate');
    expect(code('a'.repeat(LONGEST_TEXT + 1))).toBe('too-long');
    expect(code('a'.repeat(LONGEST_TEXT))).toBe('report');
  });
});

test('a report’s id comes from its URL or outlet, and its text', () => {
  const id = (given: Parameters<typeof reportOf>[1]) => reportOf('Some text.', given).id;
  expect(id({ outlet: 'A' })).toBe(id({ outlet: 'A', path: 'elsewhere.txt' }));
  expect(id({ outlet: 'A' })).not.toBe(id({ outlet: 'B' }));
  expect(id({ url: 'https://a.example/1' })).not.toBe(id({ url: 'https://a.example/2' }));
});
