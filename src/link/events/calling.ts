import type { Event, EventTitle } from '../../record/index.ts';
import { foldedWords, type Range, spanOf } from '../../text/index.ts';
import type { Taken } from '../taken.ts';
import type { LinkWords } from '../words.ts';
import { calm } from './calm.ts';
import { type Clause, clauseAt } from './clause.ts';
import { type Naming, namingIn, type Scene } from './naming.ts';
import { nameIn } from './participants.ts';

const GAP = ' … ';

/** A phrase by which a report names an event. */
export interface Name extends Pick<Naming, 'family'> {
  /** How many words it has beside its noun that say something, and how many of those who take part it names: that tells more than another word. */
  readonly fullness: number;
  readonly title: EventTitle;
}

/** A clause by which a report tells an event, where no phrase names it. */
export interface Told extends Pick<Clause, 'who'> {
  /** Whether people meet, visit or are to protest together. */
  readonly isOccasion: boolean;
  readonly title: EventTitle;
}

/** By what words a report calls an event. */
export interface Calling {
  readonly names: readonly Name[];
  /** None where there are names. */
  readonly clauses: readonly Told[];
}

/** How a report calls an event where its place is the one that stands, and where it is not: then the name does without it. */
export interface Callings {
  readonly stands: Calling;
  /** Null where the report tells no place. */
  readonly elsewhere: Calling | null;
}

export function callingsOf(event: Event, taken: Taken, words: LinkWords): Callings {
  const called = (stands: boolean) => callingOf(event, { taken, words, stands });
  return { stands: called(true), elsewhere: event.place === null ? null : called(false) };
}

function callingOf(
  event: Event,
  { taken, words, stands }: { readonly taken: Taken; readonly words: LinkWords; readonly stands: boolean },
): Calling {
  const { report, times } = taken.record;
  const scene: Scene = { report, times, place: event.place && { ...event.place.span, stands } };
  const names = event.spans.flatMap((span): Name[] => {
    const naming = namingIn(span, scene, words);
    if (naming === null) return [];
    const title = titled(taken, { pieces: [naming], form: 'name' }, words);
    const fullness = naming.fullness + namesIn(event, report.text.slice(naming.start, naming.end));
    return [{ family: naming.family, fullness, title }];
  });
  if (names.length > 0) return { names, clauses: [] };
  const participants = event.participants.filter((one) => nameIn(event, one, { taken, words }) !== null);
  const mayMeet = event.type === 'CONSULT' || (event.type === 'PROTEST' && event.time !== 'past');
  const clauses = event.spans.map((span): Told => {
    const clause = clauseAt(span, { scene, participants }, words);
    return {
      who: clause.who,
      isOccasion: mayMeet && foldedWords(report.text, span).some(({ form }) => words.familyOf(form) !== null),
      title: titled(taken, { ...clause, form: 'clause' }, words),
    };
  });
  return { names, clauses };
}

/** How many of those who take part some words name. */
const namesIn = ({ participants }: Event, words: string): number =>
  participants.filter(({ actor, name }) => actor !== null && words.includes(name)).length;

/** Words of a report as a title; a clause that does not say who begins within its sentence. */
function titled(
  { record: { report } }: Taken,
  {
    pieces,
    form,
    who = 'told',
  }: Pick<EventTitle, 'form'> & { readonly pieces: readonly Range[] } & Partial<Clause>,
  words: LinkWords,
): EventTitle {
  const told = pieces.map((piece) => calm(report, piece, words)).join(GAP);
  const range = { start: pieces[0]?.start ?? 0, end: pieces.at(-1)?.end ?? 0 };
  const text =
    who === 'not told' ? `${GAP.trimStart()}${told}` : `${told.charAt(0).toUpperCase()}${told.slice(1)}`;
  return { text, form, report: report.id, span: spanOf(report.text, range) };
}
