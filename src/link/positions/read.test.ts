import { expect, test } from 'vitest';
import { loadLinkKit } from '../../load/link.ts';
import type { Issue, Statement } from '../../record/index.ts';
import type { Stances } from '../words.ts';
import { questionOf } from './question.ts';
import { readStance } from './read.ts';

const words = await loadLinkKit({ vectors: false });
const NOBODY = { for: 0, against: 0, conditional: 0, unclear: 0, none: 0 };

/** Where a model of these odds and the rules together find that words stand; what the model was asked is kept. */
async function read(proposition: string, said: string, odds: Partial<typeof NOBODY>) {
  const asked: string[] = [];
  const stances: NonNullable<Stances> = (...own) => {
    asked.push(...own);
    return Promise.resolve({ ...NOBODY, ...odds });
  };
  const issue = { id: 'issue:0', proposition, terms: [] } as unknown as Issue;
  const statement = {
    kind: 'direct',
    act: 'say',
    negated: false,
    cue: [{ start: 0, end: 0, text: 'said' }],
    content: [{ start: 0, end: said.length, text: said }],
    refers: null,
  } as unknown as Statement;
  const question = questionOf(issue, words);
  const judged = await readStance(statement, { question, text: said, words, stances });
  return { asked, told: judged && { ...judged, condition: judged.condition?.text ?? null } };
}

test.each([
  ['The ferry should be sold', 'The ferry should be sold'],
  ['The ferry should not be sold', 'The ferry should be sold'],
  ['Ties should no longer be worn', 'Ties should be worn'],
  ['No ferry should be sold', 'ferry should be sold'],
])('"%s" is asked without its denial', async (proposition, affirmed) => {
  expect((await read(proposition, 'My boat too?', { unclear: 1 })).asked).toEqual([
    affirmed,
    '“My boat too?”',
  ]);
});

test('for and against change places where the proposition denies', async () => {
  const odds = { for: 0.1, against: 0.9 };
  expect((await read('The ferry should be sold', 'My boat too?', odds)).told?.stance).toBe('against');
  expect((await read('The ferry should not be sold', 'My boat too?', odds)).told?.stance).toBe('for');
});

test('a condition has to be spelled out', async () => {
  const odds = { conditional: 0.9, against: 0.06, for: 0.04 };
  const spelled = await read('The ferry should be sold', 'Fine, if the crew agrees.', odds);
  expect(spelled.told).toMatchObject({ stance: 'conditional', condition: 'if the crew agrees' });
  expect((await read('The ferry should be sold', 'My boat too?', odds)).told?.stance).toBe('against');
});

test('what is of something else takes no position, and rules tip what the model leaves open', async () => {
  expect((await read('The ferry should be sold', 'My boat too?', { none: 0.9, for: 0.1 })).told).toBeNull();
  const open = { for: 0.5, against: 0.4, none: 0.1 };
  expect((await read('The ferry should be sold', 'Never sell that ferry.', open)).told).toMatchObject({
    stance: 'against',
    rule: 'what-is-proposed',
  });
  expect((await read('The ferry should be sold', 'My boat too?', open)).told).toMatchObject({
    stance: 'for',
    rule: 'read-as-likeliest',
  });
});
