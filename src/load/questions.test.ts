import { describe, expect, test } from 'vitest';
import { HOME } from '../home.ts';
import { loadQuestions } from './questions.ts';
import { readTable } from './table.ts';

const questionIn = await loadQuestions();

describe('a question in plain words', () => {
  test.each([
    ['What did Petra Lunn say about the pier?', 'Petra Lunn', 'pier'],
    ['what has the mayor said  on tolls', 'mayor', 'tolls'],
    ['What did Petra Lunn say?', 'Petra Lunn', ''],
    ['What is Ambrose Teale’s view on the bridge?', 'Ambrose Teale', 'bridge'],
    ['Where does Ostrey stand on tolls?', 'Ostrey', 'tolls'],
    ['Who said that the pier is not on the table?', null, 'pier is not on the table'],
    ['who first said an end to tolls', null, 'end to tolls'],
    ['Lunn said about the pier', 'Lunn', 'pier'],
    ['Ambrose Teale on the bridge', 'Ambrose Teale', 'bridge'],
  ])('%s', (line, by, words) => {
    expect(questionIn(line)).toEqual({ by, words });
  });

  test.each([
    'pier',
    'bridge closed to lorries',
    'What did she',
    '“What did she say about the pier?”',
    'who had it first',
    'Who said it first?',
    '',
    `What did ${'x'.repeat(300)} say`,
  ])('none is seen in: %s', (line) => {
    expect(questionIn(line)).toBeNull();
  });

  test('a long line of small words is answered at once', () => {
    const began = performance.now();
    questionIn('what did on about the '.repeat(9));
    expect(performance.now() - began).toBeLessThan(200);
  });

  test('every form is known by its own example', async () => {
    const rows = await readTable(new URL('lexicons/en/questions.tsv', HOME));
    for (const [form = '', example = ''] of rows)
      expect(questionIn(example) !== null, example).toBe(/BY|WORDS/.test(form));
  });
});
