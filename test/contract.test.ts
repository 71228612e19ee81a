import { describe, expect, test } from 'vitest';
import { analyse } from '../src/analyse/index.ts';
import { oneLane } from '../src/lanes/index.ts';
import { loadKit } from '../src/load/index.ts';
import { CONTRACT, faultsIn, type ReportRecord } from '../src/record/index.ts';
import { keepPrinted, keptBy } from './contract.ts';
import { reportOf } from './reports.ts';

/** The record as something that a test may break. */
type Draft<T> = T extends string | number | boolean | null
  ? T
  : T extends readonly (infer Item)[]
    ? Draft<Item>[]
    : { -readonly [Key in keyof T]: Draft<T[Key]> };

const TEXT = `Sannow bridge to close

“The ministry has told us that the bridge will be shut for a year,” Mayor Edda Bream said on Monday. “We will close it in June,” she said, according to Radio Vantry. “Nobody should cross it,” she added.

Talks with the ferry company Norrfalk AS will begin on February 9.`;

const kit = await loadKit({ tagger: 'linear' });
const report = reportOf(TEXT, { outlet: 'The Sannow Courier', published: '2034-02-01' });
const [record] = await analyse([report], kit);
if (record === undefined) throw new Error('expected a record');

const first = <T>(items: readonly T[]): T => {
  const [item] = items;
  if (item === undefined) throw new Error('expected at least one');
  return item;
};
/** The statement that stands within another, and that one. */
function nested(draft: Draft<ReportRecord>) {
  const inner = first(draft.statements.filter(({ within }) => within !== null));
  return { inner, outer: first(draft.statements.filter(({ id }) => id === inner.within)) };
}

/** For each rule of the contract one way to break it. */
const BREAKS: Readonly<Record<string, (draft: Draft<ReportRecord>) => void>> = {
  'spans-are-the-text': ({ times }) => {
    first(times).span.text = 'Friday';
  },
  'blocks-apart': ({ report }) => {
    report.blocks.push(first(report.blocks));
  },
  'times-apart': ({ times }) => {
    times.push(first(times));
  },
  'pieces-apart': ({ statements }) => {
    const { content } = first(statements);
    content.push(first(content));
  },
  'roles-apart': ({ statements }) => {
    const { content, source } = first(statements);
    content.unshift(first(source));
  },
  'spans-have-words': ({ statements }) => {
    first(statements).to = [{ name: 'reporters', actor: null, span: spanAt('.') }];
  },
  'names-have-words': ({ statements }) => {
    first(statements).speaker = {
      kind: 'described',
      text: '',
      speaksFor: null,
      how: 'stated',
      by: 'words-of-the-source',
    };
  },
  'statements-say-something': ({ statements }) => {
    first(statements).content = [];
  },
  'ids-are-unique': ({ actors }) => {
    actors.push(first(actors));
  },
  'ids-refer': ({ actors }) => {
    actors.length = 0;
  },
  'ids-say-where': ({ statements }) => {
    Object.assign(first(statements), { id: `${first(statements).id}0` });
  },
  'enclosing-first': ({ statements }) => {
    statements.reverse();
  },
  'within-no-circle': (draft) => {
    const { inner, outer } = nested(draft);
    outer.within = inner.id;
  },
  'within-content': (draft) => {
    const { inner, outer } = nested(draft);
    outer.content = inner.source;
  },
  'chain-begins-with-speaker': ({ statements }) => {
    first(first(statements).chain).name = 'Nobody at all';
  },
  'chain-steps-ascend': ({ statements }) => {
    for (const link of first(statements).chain.slice(1)) link.step += 1;
  },
  'chain-ends-with-outlet': ({ statements }) => {
    first(statements).chain.pop();
  },
  'links-say-how': ({ statements }) => {
    first(first(statements).chain).by = 'a-rule';
  },
  'acts-fit-modes': ({ statements }) => {
    first(statements).mode = 'held';
  },
  'values-are-times': ({ times }) => {
    first(times).value = '2034-13-01';
  },
};

function spanAt(words: string) {
  const start = TEXT.indexOf(words);
  return { start, end: start + words.length, text: words };
}

describe('the contract', () => {
  test('is kept by a record as it was made, and every rule has its sentence', () => {
    expect(faultsIn(record)).toEqual([]);
    expect(nested(structuredClone(record) as Draft<ReportRecord>).inner).toBeDefined();
    for (const { promise } of CONTRACT) expect(promise).toMatch(/^\p{Lu}.*\.$/u);
    expect(new Set(CONTRACT.map(({ name }) => name))).toEqual(new Set(Object.keys(BREAKS)));
  });

  test.each(Object.entries(BREAKS))('%s is missed where it does not hold', (name, breaks) => {
    const draft = structuredClone(record) as Draft<ReportRecord>;
    breaks(draft);
    expect(faultsIn(draft as ReportRecord).map((fault) => fault.split(':')[0])).toContain(name);
  });

  test('says which field breaks it, and what was found there', () => {
    const draft = structuredClone(record) as Draft<ReportRecord>;
    first(draft.statements).within = first(draft.statements).id;
    expect(faultsIn(draft as ReportRecord)).toContain(
      `within-no-circle: statements[0].within has ${first(draft.statements).id} within itself`,
    );
  });
});

describe('records that tests make', () => {
  const broken = { ...report, blocks: [...report.blocks, ...report.blocks] };

  test('are looked at wherever they come from: a test, a lane, a command, an eval', async () => {
    await expect(analyse([broken], kit)).rejects.toThrow(/blocks-apart/);
    const [refused] = await oneLane(kit).analyse([broken], true);
    expect(refused).toMatchObject({ code: 'internal', message: expect.stringContaining('blocks-apart') });
    const draft = structuredClone(record) as Draft<ReportRecord>;
    first(draft.statements).chain.pop();
    expect(() => keepPrinted(`a line\n${JSON.stringify(draft)}\n`)).toThrow(/chain-ends-with-outlet/);
    await expect(keptBy(async () => [draft as ReportRecord])([], kit)).rejects.toThrow(/chain/);
  });
});
