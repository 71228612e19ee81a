import { expect, test } from 'vitest';
import { analyse } from '../../src/analyse/index.ts';
import { layOut } from '../../src/analyse/layout.ts';
import { Syntax } from '../../src/analyse/syntax/index.ts';
import { loadKit } from '../../src/load/index.ts';
import { reportOf } from '../../test/reports.ts';
import { isEntity } from './mentions.ts';
import { naiveTimeline, timelineOf } from './timeline.ts';

const kit = await loadKit({ tagger: 'linear' });
const SENTENCES = [
  'Pell opens bridge',
  'June 4, 2031',
  'Mina Pell opened the old bridge at Velm on Tuesday.',
  'She thanked the workers.',
  'Pell will visit Sannow next week.',
  'Otto Rane built the bridge in 1984, and Mina Pell mended it in 2030.',
];
const TEXT = SENTENCES.join('\n\n');

async function read() {
  const report = reportOf(TEXT, { published: '2031-06-04', headline: SENTENCES[0] as string });
  const [record] = await analyse([report], kit);
  const [tagging] = await kit.tagger.tag([layOut(report, kit.abbreviations)], 'text');
  if (record === undefined) throw new Error('expected a record');
  const sentences = SENTENCES.map((one) => ({
    start: TEXT.indexOf(one),
    end: TEXT.indexOf(one) + one.length,
  }));
  const text = { doc: '7', corpus: 'own', created: '2031-06-04', title: '', text: TEXT, sentences };
  return { text, record, syntax: new Syntax(tagging?.trees ?? []) };
}

test('what an entity took part in, by date: by name or pronoun, and not what lies ahead or others did', async () => {
  const own = timelineOf('Mina Pell', [await read()]);
  const told = own.map(({ sentence, text, date }) => `${sentence} ${text} ${date}`);
  expect(told).toContain('2 opened 2031-06-03');
  expect(told).toContain('3 thanked 2031-06-03');
  expect(told).toContain('5 mended 2030');
  expect(told.join()).not.toMatch(/visit|built/);
  const order = new Map(own.map(({ text, order }) => [text, order]));
  expect(order.get('mended')).toBeLessThan(order.get('opened') ?? 0);
});

test('the naive line takes every verb of a sentence that names it', async () => {
  const told = naiveTimeline('Mina Pell', [await read()]).map(({ text, date }) => `${text} ${date}`);
  expect(told).toContain('built 2031-06-04');
  expect(told).toContain('opened 2031-06-04');
});

test.each([
  ['Hallam Boats Inc.', 'Hallam Boats', true],
  ['Hallam', 'Hallam Inc', true],
  ['Hallam', 'Hallam Boats', false],
  ['Velm Harbour Trust', 'Harbour Trust', true],
  ['Otto Rane', 'Mina Rane', false],
])('the actor %s is the entity %s: %s', (name, entity, is) => {
  expect(isEntity({ name }, entity)).toBe(is);
});
