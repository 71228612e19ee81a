import { expect, test } from 'vitest';
import { issue } from '../../record/index.ts';
import { pictureWith, toldOf, turnOf } from './positions.cases.ts';
import { type AskedRows, positionRows } from './rows.ts';

const issueOf = (nth: number) =>
  issue.parse({ id: `issue:${String(nth).padStart(16, '0')}`, proposition: `The bridge ${nth}`, terms: [] });
const early = toldOf('Oda Brekk', 'for', '2034-05-01', { for: 'Lenn' });
const late = toldOf('Oda Brekk', 'conditional', '2034-06-01', { for: 'Lenn' });
const open = toldOf('Pia Roe', 'against', null);
const other = toldOf('Pia Roe', 'against', '2034-07-01');
const KNOWN = [
  { issue: issueOf(1), picture: pictureWith([early, late, open], [turnOf(early, late)]) },
  { issue: issueOf(2), picture: pictureWith([other], []) },
  { issue: issueOf(3), picture: null },
];
const ALL: AskedRows = { issue: null, who: null, stance: null, when: null };
const told = (asked: Partial<AskedRows>) => positionRows(KNOWN, { ...ALL, ...asked }).map((row) => row.told);

test('positions on all issues stand in one list, the latest first, each with what it changes', () => {
  expect(told({})).toEqual([other, late, early, open]);
  expect(positionRows(KNOWN, ALL).map(({ was }) => was)).toEqual([null, 'for', null, null]);
});

test.each<[Partial<AskedRows>, unknown[]]>([
  [{ issue: issueOf(2).id }, [other]],
  [{ who: 'lenn' }, [late, early]],
  [{ who: 'roe pia' }, [other, open]],
  [{ who: 'nobody' }, []],
  [{ stance: 'against' }, [other, open]],
  [{ when: { first: '2034-05-01', last: '2034-06-30' } }, [late, early]],
  [{ stance: 'for', who: 'Pia' }, []],
])('%o', (asked, found) => {
  expect(told(asked)).toEqual(found);
});
