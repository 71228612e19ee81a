import { describe, expect, test } from 'vitest';
import { recordOf, renditions, type Says } from '../../../test/said-records.ts';
import type { ReportRecord } from '../../record/index.ts';
import { candidatePairs } from '../candidates.ts';
import { join, type PairLink } from '../joining.ts';
import { utteranceKeys } from './keys.ts';
import { areUtterancesApart, LEAST, utterancePair } from './pairs.ts';
import type { Rendition } from './rendition.ts';

async function groupsOf(records: readonly ReportRecord[]): Promise<Rendition[][]> {
  const all = renditions(...records);
  const idOf = ({ statement }: Rendition): string => statement.id;
  const byId = new Map(all.map((one) => [idOf(one), one]));
  const at = (id: string) => byId.get(id) as Rendition;
  const pairs: PairLink[] = [];
  for (const [a, b] of candidatePairs(all, { keysOf: (one) => [...utteranceKeys(one), one.report.id], idOf }))
    pairs.push(...[await utterancePair(a, b, null)].filter((pair) => pair !== null));
  const joined = join([...byId.keys()], {
    pairs,
    areApart: (a, b) => areUtterancesApart(at(a), at(b)),
    least: LEAST,
  });
  return joined.map(({ keys }) => keys.map(at));
}

const QUOTED = '"The old pier is rotten and nobody in this town should stand on it,"';
const FIRST = recordOf('Marrow Gazette', '2031-05-06', `${QUOTED} Edda Pell told reporters.`, [
  ['Edda Pell', 'told', QUOTED],
]);

/** A second report, of one statement. */
const second = (published: string, text: string, says: Says, outlet = 'Lorn Evening Post') =>
  recordOf(outlet, published, text, [says]);

const SAME: readonly [string, ReportRecord][] = [
  ['the same words', second('2031-05-06', `${QUOTED} Edda Pell said.`, ['Edda Pell', 'said', QUOTED])],
  [
    'a part of them',
    second('2031-05-07', '"The old pier is rotten," Edda Pell said.', [
      'Edda Pell',
      'said',
      '"The old pier is rotten,"',
    ]),
  ],
  [
    'a bracket',
    second('2031-05-07', '"The old pier is rotten and nobody [here] should stand on it," Edda Pell said.', [
      'Edda Pell',
      'said',
      '"The old pier is rotten and nobody [here] should stand on it,"',
    ]),
  ],
  [
    'a word changed, under a title',
    second(
      '2031-05-07',
      '"The old pier is rotten and nobody in the town should stand on it," Ms Pell said.',
      ['Ms Pell', 'said', '"The old pier is rotten and nobody in the town should stand on it,"'],
    ),
  ],
  [
    'indirect',
    second('2031-05-07', 'Edda Pell said that the old pier was rotten and nobody should stand on it.', [
      'Edda Pell',
      'said',
      'that the old pier was rotten and nobody should stand on it',
    ]),
  ],
  [
    'looked back on weeks later',
    second('2031-05-28', 'Edda Pell had said that the old pier was rotten and nobody should stand on it.', [
      'Edda Pell',
      'had said',
      'that the old pier was rotten and nobody should stand on it',
    ]),
  ],
];

const ALIKE: readonly [string, ReportRecord][] = [
  [
    'news of weeks later, in words much like them',
    second('2031-05-28', '"The old pier is rotten and we shall pull it down," Edda Pell said.', [
      'Edda Pell',
      'said',
      '"The old pier is rotten and we shall pull it down,"',
    ]),
  ],
  [
    'dated to another day',
    second('2031-05-16', `${QUOTED.replace('nobody', 'no child')} Edda Pell said on Thursday.`, [
      'Edda Pell',
      'said',
      QUOTED.replace('nobody', 'no child'),
      '2031-05-15',
    ]),
  ],
  [
    'of another person',
    second('2031-05-06', '"The old pier is rotten but I stand on it daily," Otto Quist said.', [
      'Otto Quist',
      'said',
      '"The old pier is rotten but I stand on it daily,"',
    ]),
  ],
  [
    'told before it was said',
    second('2031-05-01', `"The old pier is rotten," Edda Pell said.`, [
      'Edda Pell',
      'said',
      '"The old pier is rotten,"',
      '2031-05-01',
    ]),
  ],
  [
    'of another matter',
    second('2031-05-06', '"The ferry will sail at noon," Edda Pell said.', [
      'Edda Pell',
      'said',
      '"The ferry will sail at noon,"',
    ]),
  ],
];

describe('one act of saying', () => {
  test.each(SAME)('is rendered with %s', async (_, record) => {
    expect(await groupsOf([FIRST, record])).toHaveLength(1);
  });

  test.each(ALIKE)('is not one that is %s', async (_, record) => {
    const said = recordOf('Marrow Gazette', '2031-05-06', `${QUOTED} Edda Pell said on Tuesday.`, [
      ['Edda Pell', 'said', QUOTED, '2031-05-06'],
    ]);
    expect(await groupsOf([said, record])).toHaveLength(2);
  });

  test('is the same in whatever order reports come', async () => {
    const records = [FIRST, ...[...SAME, ...ALIKE].map(([, record]) => record)];
    const partition = async (some: readonly ReportRecord[]) =>
      (await groupsOf(some))
        .map((group) =>
          group
            .map(({ report, content }) => `${report.id} ${content}`)
            .toSorted()
            .join('\n'),
        )
        .toSorted();
    const wanted = await partition(records);
    const shuffled = records.toSorted((a, b) => (a.report.id < b.report.id ? -1 : 1));
    for (const order of [records.toReversed(), shuffled]) expect(await partition(order)).toEqual(wanted);
  });

  test.each([
    ['7', 2],
    ['4', 1],
  ])('that speaks of pier 4 and one of pier %s are %i', async (number, count) => {
    const [one, other] = ['4', number].map((own) => QUOTED.replace('pier', `pier ${own}`)) as [
      string,
      string,
    ];
    const records = [
      recordOf('Marrow Gazette', '2031-05-06', `${one} Edda Pell said.`, [['Edda Pell', 'said', one]]),
      second('2031-05-06', `${other} Edda Pell said.`, ['Edda Pell', 'said', other]),
    ];
    expect(await groupsOf(records)).toHaveLength(count);
  });

  test('is held together by a row of words where a report has the wrong speaker', async () => {
    const wrong = second('2031-05-07', `${QUOTED} Otto Quist said.`, ['Otto Quist', 'said', QUOTED]);
    expect(await groupsOf([FIRST, wrong])).toHaveLength(1);
  });
});
