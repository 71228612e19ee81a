import { expect, test } from 'vitest';
import { recordOf, renditions, type Says } from '../../../test/said-records.ts';
import type { Statement } from '../../record/index.ts';
import { rootOf } from './root.ts';
import { sayingDay } from './saying-day.ts';

const QUOTED = '"The old pier is rotten and nobody in this town should stand on it,"';
const COPY = '"We sail when the ice allows," ';

test.each<[string, string, kind: string, root: string]>([
  ['what was told to the outlet', `${COPY}Edda Pell told this newspaper.`, 'medium', 'Marrow Gazette'],
  ['the outlet by a part of its name', `${COPY}Edda Pell told the Gazette.`, 'medium', 'Marrow Gazette'],
  ['a medium called one', `${COPY}Edda Pell said on the broadcaster Lorn One.`, 'medium', 'Lorn One'],
  ['reporters', `${COPY}Edda Pell told reporters.`, 'speaker', 'Edda Pell'],
  ['a town, though the outlet has its name', `${COPY}Edda Pell said in Marrow.`, 'speaker', 'Edda Pell'],
  ['a day', `${COPY}Edda Pell said on Monday.`, 'speaker', 'Edda Pell'],
])('the root of %s', (_, text, kind, name) => {
  const record = recordOf('Marrow Gazette', '2031-05-06', text, [
    ['Edda Pell', text.includes('told') ? 'told' : 'said', COPY.trim()],
  ]);
  expect(rootOf(renditions(record), [])).toMatchObject({ kind, name });
});

test('the root is the agency in whose copy all renditions stand, and not where one has it otherwise', () => {
  const says: readonly Says[] = [['Edda Pell', 'said', COPY.trim()]];
  const copies = ['Marrow Gazette', 'Lorn Evening Post'].map((outlet) =>
    recordOf(outlet, '2031-05-06', `${COPY}Edda Pell said.\n\n(Source: NordPress)`, says),
  );
  const own = recordOf('Quay Radio', '2031-05-06', `${COPY}Edda Pell said.`, says);
  expect(rootOf(renditions(...copies), [])).toMatchObject({ kind: 'medium', name: 'NordPress' });
  expect(rootOf(renditions(...copies, own), [])).toMatchObject({ kind: 'speaker' });
});

test.each<[string, readonly (string | undefined)[], string | null]>([
  ['the day that a report names', ['2031-05-05'], '2031-05-05'],
  ['the day that most name', ['2031-05-04', '2031-05-05', '2031-05-05'], '2031-05-05'],
  ['none for a month', ['2031-05'], null],
  ['none for a day after the report', ['2031-05-09'], null],
  ['none where nothing tells', [undefined], null],
])('it was said on %s', (_, said, wanted) => {
  const records = said.map((value, at) =>
    recordOf(`Outlet ${at}`, '2031-05-06', `${QUOTED} Edda Pell said.`, [
      ['Edda Pell', 'said', QUOTED, ...(value === undefined ? [] : [value])] as unknown as Says,
    ]),
  );
  expect(sayingDay(renditions(...records))).toBe(wanted);
});

test('what a statement that points back tells is said, though the words are held', () => {
  const text = 'Edda Pell does not intend to reopen the rotten pier. This was stated by Edda Pell.';
  const record = recordOf('Marrow Gazette', '2031-05-06', text, [
    ['Edda Pell', 'does not intend', 'to reopen the rotten pier'],
    ['Edda Pell', 'was stated by', 'This'],
  ]);
  const [held, said] = record.statements as [Statement, Statement];
  const statements = [
    { ...held, mode: 'held' },
    { ...said, refers: { spans: held.content } },
  ] as unknown as Statement[];
  expect(renditions({ ...record, statements })).toHaveLength(2);
  expect(renditions({ ...record, statements: statements.slice(0, 1) })).toHaveLength(0);
});
