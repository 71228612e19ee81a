import { describe, expect, test } from 'vitest';
import { recordOf, WORDS } from '../../../test/said-records.ts';
import type { Issue, Statement } from '../../record/index.ts';
import { takenIn } from '../taken.ts';
import { type Suggestion, suggestIssues, type Voices } from './index.ts';
import { wordedIn } from './wording.ts';

/** Who, the act, the cue, the words, as the text of a report has them. */
type Says = readonly [who: string, act: Statement['act'], cue: string, words: string];

const KIT = { ...WORDS, likeness: null };
const VOICES: Voices = {
  speaker: (_, { speaker }) => (speaker.kind === 'named' ? speaker.name : null),
  utterance: () => null,
};

function takenOf(outlet: string, published: string, text: string, says: readonly Says[]) {
  const record = recordOf(
    outlet,
    published,
    text,
    says.map(([who, , cue, words]) => [who, cue, words]),
  );
  const statements = record.statements.map((one, nth) => ({ ...one, negated: false, act: says[nth]?.[1] }));
  return takenIn({ ...record, statements } as typeof record, 0);
}

const suggested = (
  takens: readonly ReturnType<typeof takenOf>[],
  issues: readonly Issue[] = [],
  voices = VOICES,
): Promise<Suggestion[]> => suggestIssues(takens, { voices, issues }, KIT);

const BRIDGE = takenOf(
  'Tarnmouth Post',
  '2033-04-02',
  'Orla Venn demanded that the Narrow Bridge must be closed to lorries. Hugo Stell rejected a closure of the Narrow Bridge to lorries.',
  [
    ['Orla Venn', 'demand', 'demanded', 'that the Narrow Bridge must be closed to lorries'],
    ['Hugo Stell', 'refuse', 'rejected', 'a closure of the Narrow Bridge to lorries'],
  ],
);
const LATER = takenOf(
  'Harbour Echo',
  '2033-05-10',
  'Mina Tosk said the bridge should stay open, and lorries belong on it.\n\nPia Rall welcomed the new ferry.',
  [
    ['Mina Tosk', 'say', 'said', 'the bridge should stay open, and lorries belong on it'],
    ['Pia Rall', 'praise', 'welcomed', 'the new ferry'],
  ],
);

describe('a question on which several take a side', () => {
  test('is suggested, worded after a statement, with who, where and when', async () => {
    const [first, ...others] = await suggested([LATER, BRIDGE]);
    expect(others).toEqual([]);
    expect(first).toMatchObject({
      proposition: 'The Narrow Bridge must be closed to lorries',
      from: BRIDGE.record.statements[0]?.id,
      reports: 2,
      speakers: ['Orla Venn', 'Hugo Stell', 'Mina Tosk'],
      first: '2033-04-02',
      last: '2033-05-10',
    });
    expect(first?.statements).toHaveLength(3);
    expect(first?.terms).toEqual(expect.arrayContaining(['bridge', 'lorries']));
  });

  test('is the same whatever the order of the reports', async () => {
    expect(await suggested([BRIDGE, LATER])).toEqual(await suggested([LATER, BRIDGE]));
  });

  test('is not suggested again where an issue asks it', async () => {
    const issue = (proposition: string, terms: string[]) =>
      ({ id: 'issue:0000000000000001', proposition, terms }) as unknown as Issue;
    const [first] = await suggested([BRIDGE, LATER]);
    expect(
      await suggested([BRIDGE, LATER], [issue(first?.proposition ?? '', [...(first?.terms ?? [])])]),
    ).toEqual([]);
    expect(await suggested([BRIDGE, LATER], [issue('Lorries should be banned from the bridge', [])])).toEqual(
      [],
    );
    expect(await suggested([BRIDGE, LATER], [issue('The ferry should be sold', ['ferry'])])).toHaveLength(1);
  });

  test('is also of one who says it anew on another day', async () => {
    const again = takenOf(
      'Harbour Echo',
      '2033-04-20',
      'Orla Venn wrote that the Narrow Bridge should lose its lorries.',
      [['Orla Venn', 'say', 'wrote', 'the Narrow Bridge should lose its lorries']],
    );
    const alone = takenOf(
      'Tarnmouth Post',
      '2033-04-02',
      'Orla Venn demanded that the Narrow Bridge must be closed to lorries.',
      [['Orla Venn', 'demand', 'demanded', 'that the Narrow Bridge must be closed to lorries']],
    );
    expect((await suggested([alone, again])).map(({ speakers }) => speakers)).toEqual([['Orla Venn']]);
  });
});

describe('no issue', () => {
  test('is made of facts on one topic', async () => {
    const facts = takenOf(
      'Tarnmouth Post',
      '2033-04-02',
      'Orla Venn said the Narrow Bridge was built in 1904. Hugo Stell said 400 lorries used the Narrow Bridge. Mina Tosk said the Narrow Bridge was closed on Monday.',
      [
        ['Orla Venn', 'say', 'said', 'the Narrow Bridge was built in 1904'],
        ['Hugo Stell', 'say', 'said', '400 lorries used the Narrow Bridge'],
        ['Mina Tosk', 'say', 'said', 'the Narrow Bridge was closed on Monday'],
      ],
    );
    expect(await suggested([facts])).toEqual([]);
  });

  test('is made of copies in which one says one thing once', async () => {
    const text = 'Orla Venn demanded that the Narrow Bridge must be closed to lorries.';
    const says: Says[] = [
      ['Orla Venn', 'demand', 'demanded', 'that the Narrow Bridge must be closed to lorries'],
    ];
    const copies = ['Tarnmouth Post', 'Harbour Echo', 'Sannow Mail'].map((outlet, nth) =>
      takenOf(outlet, `2033-04-0${nth + 1}`, text, says),
    );
    expect(await suggested(copies)).toEqual([]);
    const cut = takenOf('Vale Sun', '2033-04-09', 'Orla Venn demanded that the old bridge must be closed.', [
      ['Orla Venn', 'demand', 'demanded', 'that the old bridge must be closed'],
    ]);
    const oneUtterance: Voices = { ...VOICES, utterance: () => 'utterance:1' };
    expect(await suggested([...copies, cut], [], oneUtterance)).toEqual([]);
  });

  test('is made of what nobody is known to say, or of two that speak of other things', async () => {
    const nobody: Voices = { ...VOICES, speaker: () => null };
    expect(await suggested([BRIDGE, LATER], [], nobody)).toEqual([]);
    const apart = takenOf(
      'Tarnmouth Post',
      '2033-04-02',
      'Orla Venn demanded that school meals must be free. Hugo Stell rejected a merger of the two banks.',
      [
        ['Orla Venn', 'demand', 'demanded', 'that school meals must be free'],
        ['Hugo Stell', 'refuse', 'rejected', 'a merger of the two banks'],
      ],
    );
    expect(await suggested([apart])).toEqual([]);
    expect(await suggested([])).toEqual([]);
  });
});

describe('the sentence of a statement', () => {
  const worded = (act: Statement['act'], said: string, body: string | null = 'Sannow Council') => {
    const statement = { act, content: [{ start: 0, end: said.length, text: said }] } as unknown as Statement;
    return wordedIn({ statement, body }, WORDS)?.proposition ?? null;
  };

  test.each<[Statement['act'], string, string | null]>([
    ['say', 'that the old pool should be filled in', 'The old pool should be filled in'],
    ['say', '"The pier must go, whatever they say,"', 'The pier must go'],
    ['want', 'the toll keepers to leave the bridge', 'The toll keepers should leave the bridge'],
    ['plan', 'to sell the ferry by May', 'Sannow Council should sell the ferry by May'],
    ['refuse', 'that Sannow will never sell its ferry', 'Sannow should sell its ferry'],
    ['refuse', 'a merger of the two banks', 'There should be a merger of the two banks'],
    ['say', '“The night bus stays.”', 'The night bus should stay'],
    ['demand', '"We must close the harbour,"', 'Sannow Council must close the harbour'],
  ])('%s: %s', (act, said, expected) => {
    expect(worded(act, said)).toBe(expected);
  });

  test.each<[Statement['act'], string]>([
    ['say', 'it should be closed'],
    ['say', 'that they must go'],
    ['say', 'whether the pool should be filled in'],
    ['say', 'if the pool must close for good'],
    ['say', 'the pool was closed on Monday'],
    ['announce', 'the council will meet on Friday'],
    ['praise', 'a merger of the two banks'],
    ['say', ''],
  ])('none that stands by itself: %s: %s', (act, said) => {
    expect(worded(act, said)).toBeNull();
  });

  test('of a person alone is none of "we" and of what that person means to do', () => {
    expect(worded('demand', 'We must close the harbour', null)).toBeNull();
    expect(worded('want', 'to swim in the harbour', null)).toBeNull();
    expect(worded('want', 'to close the harbour', 'Whoever')).toBeNull();
  });
});
