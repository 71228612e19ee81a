import { expect, test } from 'vitest';
import { reportId } from '../../../record/index.ts';
import { coveragePage } from './coverage.ts';

const NOTHING = { analysers: [], sources: [], feeds: [], reasons: [], failures: [] };
const SIZE = { reports: 2, statements: 7, unlinked: 0 };

test('a report that could not be linked is told with the reason, as text', async () => {
  const unlinkable = [{ report: reportId.parse('report:0123456789abcdef'), why: 'no such <b>speaker</b>' }];
  const shown = String(await coveragePage({ ...NOTHING, ...SIZE, unlinkable }));
  expect(shown).toContain('<h2>Could not be linked</h2>');
  expect(shown).toContain('href="/r/report:0123456789abcdef"');
  expect(shown).toContain('no such &lt;b&gt;speaker&lt;/b&gt;');
  expect(String(await coveragePage({ ...NOTHING, ...SIZE, unlinkable: [] }))).not.toContain(
    'Could not be linked',
  );
});
