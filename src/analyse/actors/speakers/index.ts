import type { Actor, Report, Statement } from '../../../record/index.ts';
import type { Range } from '../../../text/index.ts';
import type { Syntax } from '../../syntax/index.ts';
import type { Name } from '../../tag/index.ts';
import type { ReportWords } from '../actor-words.ts';
import type { Cast, Member } from '../cast.ts';
import { confirmed } from '../names.ts';
import type { Phrases } from '../phrases.ts';
import type { Reading } from '../reading.ts';
import { byBody, byPossessor, bySide, otherPronoun } from './bodies.ts';
import { byName } from './by-name.ts';
import { ofTurn } from './interview.ts';
import { byAge, firstPerson, personalPronoun, relative, secondPerson } from './persons.ts';
import { byRole, describedBefore, epithet, lede, ofTwo } from './roles.ts';
import type { Resolved, Scene, Sieve, Speaker } from './scene.ts';

/** From what the text states to what is only likely; the first answer counts and carries the sieve's name. */
const SIEVES: readonly Sieve[] = [
  byName,
  bySide,
  firstPerson,
  secondPerson,
  relative,
  personalPronoun,
  otherPronoun,
  byRole,
  lede,
  ofTwo,
  byAge,
  byBody,
  byPossessor,
  describedBefore,
  epithet,
  described,
];

/** So many statements before a pronoun are asked: more than its reach holds. */
const MOST_ASKED = 200;

/** Gives each statement its speaker, an enclosing statement before those within it. `statements` are in the order of the text. */
export function resolveSpeakers(
  report: Pick<Report, 'text' | 'outlet' | 'agency' | 'blocks'>,
  {
    statements,
    sentences,
    names,
    syntax,
    cast,
    idOf,
    phrases,
  }: {
    statements: readonly Statement[];
    sentences: readonly Range[];
    names: readonly Name[];
    syntax: Syntax;
    cast: Cast;
    idOf: ReadonlyMap<Member, Actor['actor']>;
    phrases: Phrases;
  },
  words: ReportWords,
): Statement[] {
  const sources = statements.flatMap(({ source }) => source.slice(0, 1));
  const resolved: Resolved[] = [];
  const byId = new Map<Statement['id'], Resolved>();
  for (const statement of statements) {
    const enclosing = statement.within === null ? null : (byId.get(statement.within) ?? null);
    const before = resolved.slice(-MOST_ASKED);
    const speaker = speakerOf(statement, {
      report,
      sentences,
      names,
      syntax,
      cast,
      idOf,
      phrases,
      words,
      before,
      enclosing,
      sources,
    });
    const one = { statement: { ...statement, speaker }, speaker };
    resolved.push(one);
    byId.set(statement.id, one);
  }
  return resolved.map(({ statement }) => statement);
}

function speakerOf(statement: Statement, scene: Scene): Speaker {
  const turn = ofTurn(statement, scene);
  if (turn !== null) return turn;
  const reading = readingOf(statement, scene);
  if (reading === null) return { kind: 'unknown', why: 'the text names no source', others: [] };
  for (const sieve of SIEVES) {
    const speaker = sieve(statement, reading, scene);
    if (speaker !== null) return speaker;
  }
  return { kind: 'unknown', why: 'no rule knows this source', others: [] };
}

/** Of a source in pieces the first that has a name, else the last: "the museum, which … it". */
function readingOf(
  { source }: Statement,
  { report: { text, blocks }, phrases, cast }: Scene,
): Reading | null {
  const readings = source.map((span) => {
    const whole = phrases.read(span);
    if (whole.name !== null && cast.has(whole.name)) return whole;
    return phrases.read(confirmed(text, blocks, span) ?? span);
  });
  return readings.find(({ name }) => name !== null) ?? readings.at(-1) ?? null;
}

function described({ source }: Statement, { text }: Reading, { phrases }: Scene): Speaker {
  const [only, ...more] = source;
  const isWhole = only !== undefined && more.length === 0 && text.startsWith(only.text.slice(0, 2));
  const words = isWhole ? phrases.descriptionIn(only) : text;
  return { kind: 'described', text: words, speaksFor: null, how: 'stated', by: 'words-of-the-source' };
}
