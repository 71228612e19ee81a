import { type Actor, parseWhen, type Report, type Statement } from '../../record/index.ts';
import type { Range } from '../../text/index.ts';
import { Syntax } from '../syntax/index.ts';
import type { Name, TreeWord } from '../tag/index.ts';
import type { ActorWords } from './actor-words.ts';
import { actorsOf } from './actors-of.ts';
import { addressees } from './addressees.ts';
import { withAsked } from './asked.ts';
import { castOf } from './casting.ts';
import { isCited, isCiter, withoutCarriers } from './chain/carriers.ts';
import { chainOf } from './chain/index.ts';
import { doubtOf, venueOf } from './chain/venue.ts';
import { properNames } from './names.ts';
import { Phrases } from './phrases.ts';
import { resolveSpeakers } from './speakers/index.ts';
import { withSpeaksFor } from './speaks-for/index.ts';

export type { ActorWords } from './actor-words.ts';

/**
 * Takes a report's names, trees, statements and sentences, in the order of the text. Gives the actors, and the statements with their
 * speakers: first everybody who has a name, with short forms joined to long ones and roles to names; then each source by
 * the first sieve that answers; then whom they speak to, and on whose word each statement is, an enclosing one first; and at last whom speakers speak for,
 * since that changes nothing of who they are.
 * Does not look beyond the report.
 */
export function resolveActors(
  report: Pick<Report, 'text' | 'outlet' | 'agency' | 'published' | 'blocks'>,
  {
    names: tagged,
    trees,
    statements,
    sentences,
  }: {
    names: readonly Name[];
    trees: readonly (readonly TreeWord[])[];
    statements: readonly Statement[];
    sentences: readonly Range[];
  },
  lexicon: ActorWords,
): { actors: Actor[]; statements: Statement[] } {
  const names = properNames(report.text, { names: tagged, sentences }, lexicon);
  const named = new Map(names.map(({ start, end, kind }) => [report.text.slice(start, end), kind]));
  const words = { ...lexicon, named };
  const syntax = new Syntax(trees);
  const phrases = new Phrases(report.text, names, { syntax, words });
  const cast = castOf(report, { names, statements }, { words, phrases });
  const when = parseWhen(report.published);
  const { actors, idOf } = actorsOf(report.text, cast, { when, words });
  const spoken = resolveSpeakers(
    report,
    { statements, sentences, names, syntax, cast, idOf, phrases },
    words,
  );
  const { statements: own, carriers, cited } = withoutCarriers(spoken, { cast, words });
  const talk = partners(own);
  const byId = new Map<Statement['id'], Statement>();
  let before: Statement | null = null;
  for (const statement of own) {
    const partner =
      isTurn(statement) && statement.speaker.kind === 'named' ? talk.get(statement.speaker.name) : undefined;
    const to = partner === undefined ? addressees(report, { statement, cast, idOf }, words) : [partner];
    const venue = statement.within === null ? venueOf(statement, { report, sentences }) : null;
    const chain = chainOf(
      { ...statement, venue },
      { report, sentences, names, syntax, cast, idOf, words, byId, before, carriers, cited },
    );
    const doubt = doubtOf(statement, { report, sentences });
    const whole: Statement = { ...statement, to, venue, doubt, chain };
    byId.set(statement.id, whole);
    // Who is cited speaks on, and not whoever cites them.
    const cites = before !== null && isCited(before) && isCiter(statement, before);
    if (statement.within === null && !cites) before = whole;
  }
  const asked = withAsked([...byId.values()], { text: report.text, cast, idOf, syntax });
  const statementsOf = withSpeaksFor(asked, { report, cast, idOf, words, when });
  return { actors: governing(actors, statementsOf), statements: statementsOf };
}

/** A country or a capital that says something is its government. */
function governing(actors: readonly Actor[], statements: readonly Statement[]): Actor[] {
  const speaking = new Set(
    statements.flatMap(({ mode, speaker }) =>
      mode === 'said' && speaker.kind === 'named' ? [speaker.actor] : [],
    ),
  );
  return actors.map((actor) =>
    actor.kind === 'country' && actor.country !== null && speaking.has(actor.actor)
      ? { ...actor, kind: 'government', sector: 'GOV' }
      : actor,
  );
}

/** Two who take turns speak to each other: for each of the two names, the other one. */
function partners(statements: readonly Statement[]): ReadonlyMap<string, Statement['to'][number]> {
  const first = new Map<string, Statement['to'][number] | null>();
  for (const { speaker, source } of statements.filter(isTurn)) {
    const [span] = source;
    if (speaker.kind !== 'named' || span === undefined) first.set('', null);
    else if (!first.has(speaker.name))
      first.set(speaker.name, { name: speaker.name, actor: speaker.actor, span });
  }
  const [one, other, ...more] = first.values();
  if (one == null || other == null || more.length > 0) return new Map();
  return new Map([
    [one.name, other],
    [other.name, one],
  ]);
}

/** "Dovic: It is arithmetic.": direct words without marks behind a colon. */
function isTurn({ cue, content, kind }: Statement): boolean {
  return cue[0]?.text === ':' && kind === 'direct' && !/^["“”„«‘']/.test(content[0]?.text ?? '');
}
