import { beforeAll, describe, expect, test } from 'vitest';
import { loadLinkKit } from '../../load/link.ts';
import type { Issue, Position, Statement } from '../../record/index.ts';
import type { LinkWords } from '../words.ts';
import { changesOf } from './changes.ts';
import { questionOf } from './question.ts';
import { stanceOf } from './stance.ts';

let words: LinkWords;
beforeAll(async () => {
  words = await loadLinkKit();
});

const RAILWAY = ['The harbour railway should be shut', 'line', 'trains', 'closure'];
const WOLVES = ['Hunters may shoot wolves in the Sarn hills', 'wolves', 'cull', 'licence'];
const BUS = ['The town should keep its night bus', 'night bus', 'route'];

function stance([proposition = '', ...terms]: string[], said: string, cue: string, act: Statement['act']) {
  const issue = { id: 'issue:0', proposition, terms } as unknown as Issue;
  const statement = {
    kind: cue === '' ? 'direct' : 'indirect',
    act,
    negated: false,
    cue: [{ start: 0, end: 0, text: cue }],
    content: [{ start: 0, end: said.length, text: said }],
    refers: null,
  } as unknown as Statement;
  const { stance: told, condition } = stanceOf(statement, {
    question: questionOf(issue, words),
    text: said,
    words,
  });
  return condition === null ? told : `${told}: ${condition.text}`;
}

describe('what is said in its own words', () => {
  test.each([
    [RAILWAY, 'There is no question of shutting the railway.', 'against'],
    [RAILWAY, 'Close that line and you close the town.', 'against'],
    [RAILWAY, 'The railway is a museum that eats money. Shut it.', 'for'],
    [RAILWAY, 'We shall keep the line, provided the state pays.', 'conditional: provided the state pays'],
    [RAILWAY, 'The line runs past my house.', 'unclear'],
    [WOLVES, 'A wolf that takes calves must be shot.', 'for'],
    [WOLVES, 'Whoever shoots a wolf goes to prison.', 'against'],
    [WOLVES, 'No licence before the count is in.', 'conditional: before the count is in'],
    [WOLVES, 'I have nothing against wolves, but these have to be shot.', 'for'],
    [BUS, 'We are scrapping the night bus, and that is final.', 'against'],
    [BUS, 'The night bus stays, whether there is money or not.', 'for'],
  ])('%j: %s', (question, said, expected) => {
    expect(stance(question, said, '', 'say')).toBe(expected);
  });
});

describe('what the act of saying tells', () => {
  test.each([
    [RAILWAY, 'rejected', 'refuse', 'calls to shut the railway', 'against'],
    [RAILWAY, 'warned', 'warn', 'that shutting the railway would cut off villages', 'against'],
    [RAILWAY, 'warned', 'warn', 'that keeping the railway open would ruin the county', 'for'],
    [WOLVES, 'ruled out', 'rule out', 'a cull', 'against'],
    [BUS, 'refused', 'refuse', 'to cut the route', 'for'],
  ] as const)('%j: %s (%s) %s', (question, cue, act, said, expected) => {
    expect(stance([...question], said, cue, act)).toBe(expected);
  });
});

describe('a change', () => {
  const at = (report: string, stance: Position['stance'], rule = 'what-is-proposed', name = 'A') =>
    ({ issue: 'i', report, stance, rule, name, who: null, for: null, forWho: null }) as unknown as Position;
  test.each([
    ['is told between two reports', [at('1', 'for'), at('2', 'conditional')], ['2']],
    ['rests on no weak rule', [at('1', 'for'), at('2', 'against', 'denied')], []],
    ['is none within one report', [at('1', 'for'), at('1', 'against')], []],
    ['is none between two actors', [at('1', 'for'), at('2', 'against', 'what-is-proposed', 'B')], []],
    ['is none there and back', [at('1', 'for'), at('2', 'against'), at('3', 'for')], []],
    ['is no whole turn by a word of favour', [at('1', 'for'), at('2', 'against', 'words-of-favour')], []],
    ['passes over what is not clear', [at('1', 'for'), at('2', 'unclear'), at('3', 'for')], []],
  ])('%s', (_, positions, reports) => {
    expect(changesOf(positions).map(({ report }) => report)).toEqual(reports);
  });
});
