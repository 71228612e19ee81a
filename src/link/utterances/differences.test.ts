import { describe, expect, test } from 'vitest';
import { recordOf, renditions, type Says, WORDS } from '../../../test/said-records.ts';
import { loadLinkKit } from '../../load/link.ts';
import type { ReportRecord, Utterance } from '../../record/index.ts';
import { differencesOf } from './differences.ts';

const { quoting } = await loadLinkKit({ vectors: false });
const NOBODY: Utterance['root'] = {
  kind: 'speaker',
  name: 'Edda Pell',
  who: null,
  rule: 'nobody-had-it-alone',
};

/** A report that quotes words in one row, or in two with the attribution between. */
function quotes(
  words: string | readonly [string, string],
  outlet: string,
  published = '2031-05-07',
): ReportRecord {
  const parts = [words].flat().map((part) => `"${part}"`);
  const text = parts.length === 1 ? `${parts[0]} Edda Pell said.` : `${parts[0]} Edda Pell said. ${parts[1]}`;
  return recordOf(outlet, published, text, [
    ['Edda Pell', 'said', text.slice(0, parts[0]?.length) as Says[2]],
    ...parts.slice(1).map((part): Says => ['Edda Pell', 'said', part]),
  ]);
}

const differences = (records: readonly ReportRecord[], root = NOBODY) =>
  differencesOf(renditions(...records), { root, quoting, denial: WORDS.stance.denial });

/** As if a first report's outlet had it alone. */
const GAZETTE: Utterance['root'] = {
  kind: 'medium',
  name: 'Marrow Gazette',
  who: null,
  rule: 'told-to-it-alone',
};

/** What is told of a second quotation beside a first: the kind, its own words, the first one's. */
const told = (first: string, second: string) =>
  differences(
    [quotes(first, 'Marrow Gazette', '2031-05-06'), quotes(second, 'Lorn Evening Post')],
    GAZETTE,
  ).map(({ kind, span, against }) => [kind, span.text, against.span.text]);

const SAID =
  'The old pier is rotten and, after twelve hard winters, nobody in this town should ever stand on it. We will not open it before 12 May.';

describe('told as a difference', () => {
  test.each<[string, string, readonly (readonly [string, string, string])[]]>([
    [
      'words left out without a mark',
      'The old pier is rotten and nobody in this town should ever stand on it. We will not open it before 12 May.',
      [['left out', 'and nobody', 'and, after twelve hard winters, nobody']],
    ],
    [
      'words left out behind an ellipsis',
      'The old pier is rotten and … nobody in this town should ever stand on it. We will not open it before 12 May.',
      [['ellipsis', 'and … nobody', 'and, after twelve hard winters, nobody']],
    ],
    [
      'a bracket',
      'The old pier is rotten and, after twelve hard winters, nobody [in Lorn] should ever stand on it. We will not open it before 12 May.',
      [['bracket', 'Lorn', 'this town']],
    ],
    [
      'a word changed',
      'The old pier is unsafe and, after twelve hard winters, nobody in this town should ever stand on it. We will not open it before 12 May.',
      [['changed', 'unsafe', 'rotten']],
    ],
    [
      'a word put in',
      'The old pier is completely rotten and, after twelve hard winters, nobody in this town should ever stand on it. We will not open it before 12 May.',
      [['put in', 'is completely rotten', 'is rotten']],
    ],
    [
      'a negation lost',
      'The old pier is rotten and, after twelve hard winters, nobody in this town should ever stand on it. We will open it before 12 May.',
      [['negation', 'will open', 'will not open']],
    ],
    [
      'another number',
      'The old pier is rotten and, after twelve hard winters, nobody in this town should ever stand on it. We will not open it before 21 May.',
      [['number', '21', '12']],
    ],
    [
      'another number in words',
      'The old pier is rotten and, after two hard winters, nobody in this town should ever stand on it. We will not open it before 12 May.',
      [['number', 'two', 'twelve']],
    ],
    [
      'in a part of it too, and twice',
      'The pier is rotten and, after twelve hard winters, nobody in the town should ever stand on it.',
      [
        ['left out', 'The pier', 'The old pier'],
        ['changed', 'the', 'this'],
      ],
    ],
    [
      'a last word changed',
      'The old pier is rotten and, after twelve hard winters, nobody in this town should ever stand there.',
      [['changed', 'there', 'on it']],
    ],
    [
      'another wording, as one',
      'Nobody may set foot on the pier in this town any longer; it has rotted through twelve winters and is old.',
      [
        [
          'wording',
          'Nobody may set foot on the pier in this town any longer; it has rotted through twelve winters and is old',
          SAID.slice(0, -1),
        ],
      ],
    ],
  ])('%s', (_, second, expected) => {
    expect(told(SAID, second)).toEqual(expected);
  });
});

describe('no difference', () => {
  test.each<[string, string, string]>([
    ['the same words', SAID, SAID],
    ['capitals, commas and marks', SAID, SAID.toUpperCase().replaceAll(',', ' –')],
    ['a part, from the middle of a sentence', SAID, 'nobody in this town should ever stand on it'],
    ['a part behind a bracketed capital', SAID, '[N]obody in this town should ever stand on it.'],
    ['a sentence of it', SAID, 'We will not open it before 12 May.'],
    ['another sentence of the speech', SAID, 'The ferry goes from the fish quay until further notice.'],
    [
      'a sentence of it and another',
      SAID,
      'We will not open it before 12 May. The ferry goes from the fish quay until then.',
    ],
    [
      'what the first leaves out behind an ellipsis',
      'The old pier is rotten and … nobody in this town should stand on it',
      'The old pier is rotten and, as you see, nobody in this town should stand on it',
    ],
    ['a short phrase', SAID, 'rotten pier'],
    [
      'spelling, contractions, figures',
      'We will not organise the defence of the harbour with two cease-fire centres, it is over, and 80 per cent cannot pay.',
      "We won't organize the defense of the harbor with 2 ceasefire centers, it's over, and eighty percent can not pay.",
    ],
    ['a mark of doubt', SAID, SAID.replace('rotten', 'rotten [sic]')],
  ])('%s', (_, first, second) => {
    expect(told(first, second)).toEqual([]);
  });

  test('what stands outside quotation marks', () => {
    const indirect = recordOf(
      'Lorn Evening Post',
      '2031-05-07',
      'Edda Pell said that the new pier was rotten and that somebody should stand on it.',
      [['Edda Pell', 'said', 'that the new pier was rotten and that somebody should stand on it']],
    );
    expect(differences([quotes(SAID, 'Marrow Gazette'), indirect])).toEqual([]);
  });

  test('a quotation told in two pieces', () => {
    const [one, other] = SAID.split('. ') as [string, string];
    expect(
      differences([quotes(SAID, 'Marrow Gazette'), quotes([`${one},`, other], 'Lorn Evening Post')]),
    ).toEqual([]);
  });

  test('of two renditions in one report', () => {
    const text = `"${SAID}" Edda Pell said. "The new pier is rotten and, after twelve hard winters, nobody in this town should ever stand on it." Edda Pell said.`;
    const one = recordOf('Marrow Gazette', '2031-05-06', text, [
      ['Edda Pell', 'said', `"${SAID}"`],
      ['Edda Pell', 'said', text.slice(text.indexOf('"The new'), text.lastIndexOf('"') + 1)],
    ]);
    expect(differences([one])).toEqual([]);
  });
});

describe('what the others are compared with', () => {
  const cut = SAID.replace(', after twelve hard winters,', '');
  const outlets = (records: readonly ReportRecord[], root = NOBODY) =>
    differences(records, root).map(({ report, against }) => [report, against.report]);

  test('is what most have word for word, though one puts a word in', () => {
    const records = [
      quotes(SAID.replace('rotten', 'so rotten'), 'A', '2031-05-06'),
      quotes(SAID, 'B'),
      quotes(SAID, 'C'),
    ];
    expect(outlets(records)).toEqual([[records[0]?.report.id, records[1]?.report.id]]);
  });

  test('is the root’s own, where it quotes nearly as much', () => {
    const records = [quotes(SAID, 'A', '2031-05-06'), quotes(cut, 'Lorn Wire')];
    const root: Utterance['root'] = {
      kind: 'medium',
      name: 'Lorn Wire',
      who: null,
      rule: 'told-to-it-alone',
    };
    expect(outlets(records)).toEqual([[records[1]?.report.id, records[0]?.report.id]]);
    expect(outlets(records, root)).toEqual([[records[0]?.report.id, records[1]?.report.id]]);
  });

  test('has its words at their places', () => {
    const records = [quotes(SAID, 'A', '2031-05-06'), quotes(cut, 'B')];
    const texts = new Map(records.map(({ report }) => [report.id, report.text]));
    for (const one of differences(records))
      for (const { report, span } of [one, one.against])
        expect(texts.get(report)?.slice(span.start, span.end)).toBe(span.text);
  });
});

test('a row of contractions takes no more time than its length', () => {
  const row = "it's he'd ".repeat(180);
  expect(
    told(`${row} the pier is old and rotten`, `${row.replaceAll("'", '’')} the pier is old and rotten`),
  ).toEqual([]);
  expect(told(`${row} the old pier`, `${row.replaceAll("it's", 'x')} the old pier`)).toHaveLength(1);
});
