import { expect, test } from 'vitest';
import { parseWhen } from '../../record/index.ts';
import type { AskedOfIssue } from './asked.ts';
import { positionsCsv } from './csv.ts';
import { pictureWith, toldOf, turnOf } from './positions.cases.ts';

const ALL: AskedOfIssue = { actor: null, stance: null };

test('a table has what Discourse Network Analyzer takes first, and no cell that a spreadsheet runs', () => {
  const first = toldOf('=HYPERLINK("x")', 'for', '2034-05-01', { for: 'Lenn' });
  const second = toldOf('Oda "O" Brekk', 'conditional', '2034-06-01', { for: 'Lenn', words: 'a, b' });
  const open = toldOf('Pia Roe', 'against', null);
  const [head, ...rows] = positionsCsv(
    'Monitors, perhaps',
    pictureWith([first, second, open], [turnOf(first, second)]),
    ALL,
  ).split('\r\n');
  expect(head?.split(',').slice(0, 7)).toEqual([
    'date',
    'person',
    'organization',
    'concept',
    'agreement',
    'stance',
    'was',
  ]);
  expect(rows[0]).toContain(`2034-05-01,"'=HYPERLINK(""x"")",Lenn,"Monitors, perhaps",1,for,,`);
  expect(rows[1]).toContain('2034-06-01,"Oda ""O"" Brekk",Lenn,"Monitors, perhaps",,conditional,for,,"a, b"');
  expect(rows[2]).toMatch(/^,Pia Roe,,"Monitors, perhaps",0,against,/);
  expect(rows.length).toBe(4);
  expect(parseWhen('2034-05-01')?.kind).toBe('day');
});

test('a table that is asked for by actor or position has those rows alone', () => {
  const first = toldOf('Oda Brekk', 'for', '2034-05-01', { for: 'Lenn' });
  const second = toldOf('Pia Roe', 'against', '2034-06-01');
  const rows = (asked: Partial<AskedOfIssue>) =>
    positionsCsv('The bridge', pictureWith([first, second], []), { ...ALL, ...asked })
      .split('\r\n')
      .slice(1, -1);
  expect(rows({}).length).toBe(2);
  expect(rows({ stance: 'against' })).toEqual([expect.stringContaining('Pia Roe')]);
  expect(rows({ actor: 'lenn' })).toEqual([expect.stringContaining('Oda Brekk')]);
  expect(rows({ actor: 'lenn', stance: 'against' })).toEqual([]);
});
