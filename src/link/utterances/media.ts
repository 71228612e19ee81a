import type { ChainLink, LinkedActorId, Statement } from '../../record/index.ts';
import { remembered } from '../../text/index.ts';
import { personIn } from '../actors/persons.ts';
import type { Taken } from '../taken.ts';
import type { LinkWords } from '../words.ts';
import { frameOf } from './frame.ts';
import { areOneMedium, isCalled } from './medium-name.ts';
import { mediumWords } from './medium-words.ts';

/** A medium behind a statement, as its report tells it. */
export interface Medium {
  readonly name: string;
  readonly who: LinkedActorId | null;
  /** Whether the words were given to it ("told X", "on X"), and not taken from its copy. */
  readonly isTold: boolean;
  /** Whether its report tells that it is a medium; else another has to. */
  readonly isSure: boolean;
}

/** The media behind a statement; its own outlet only where the words were given to it. */
export function mediaOf(statement: Statement, taken: Taken, words: LinkWords): Medium[] {
  const { own: calledOwn, same, any, lead } = mediumWords(words);
  const { report } = taken.record;
  const frame = frameOf(statement, report.text).words;
  const leads = [...frame.matchAll(lead)].map(([, article, noun, name = '']) => ({
    name: `${article ?? ''} ${name}`.trim(),
    isSure: noun !== undefined,
  }));
  const to = statement.to.map(({ name }) => ({ name, isSure: false }));
  const own = report.outlet ?? '';
  const known = mediaNamed(words)(taken);
  const told = [...leads, ...to].map(({ name, isSure }): Medium => {
    if (isCalled(own, name)) return { name: own, who: null, isTold: true, isSure: true };
    const one = known.find((medium) => isCalled(medium.name, name));
    return { ...(one ?? { name, who: null }), isTold: true, isSure: isSure || one !== undefined };
  });
  const links = statement.chain
    .filter(({ step, by, relation, name, actor }) => {
      const isMedium = by === null ? relation === 'quotes' : by !== OUTLET;
      return step > 0 && isMedium && !any.test(name) && !isPerson(actor, taken);
    })
    .map(({ name, actor, by }): Medium => {
      const isTold = by === null && told.some((one) => areOneMedium(one.name, name));
      return { name, who: whoIn(taken, actor), isTold, isSure: true };
    });
  const quoting = quotingIn(frame, taken, words);
  const before = same.test(frame) ? mediumBefore(statement, taken, words) : null;
  return [
    ...told,
    ...(calledOwn.test(frame) && own !== '' ? [{ name: own, who: null, isTold: true, isSure: true }] : []),
    ...(before === null ? [] : [{ ...before, isTold: true, isSure: true }]),
    ...(quoting === null ? [] : [{ name: quoting, who: null, isTold: true, isSure: true }]),
    ...links,
  ];
}

/** The medium that a frame begins with where it quotes somebody; no person. */
function quotingIn(frame: string, { record: { actors } }: Taken, words: LinkWords): string | null {
  const name = mediumWords(words).quotes.exec(frame)?.[1];
  const isBody = !actors.some(
    (actor) => actor.kind === 'person' && actor.name.split(' ').includes(name ?? ''),
  );
  return name !== undefined && isBody ? name : null;
}

const OUTLET = 'outlet-of-the-report';

const isPerson = (actor: ChainLink['actor'], { actors }: Taken) =>
  actor !== null && actors.get(actor)?.kind === 'person';

type Named = Pick<Medium, 'name' | 'who'>;

const whoIn = (taken: Taken, actor: ChainLink['actor']) => personIn(taken, actor)?.id ?? null;

/** What a report tells to be media: actors of that kind, what its chains quote, and what it calls so. */
const mediaNamed = remembered((words: LinkWords) => {
  const { any, called: calls } = mediumWords(words);
  return remembered((taken: Taken): readonly Named[] => {
    const { report, actors, statements } = taken.record;
    const media = actors.filter(({ kind }) => kind === 'outlet' || kind === 'agency');
    const links = statements.flatMap(({ chain }) =>
      chain.filter(({ by, relation, name }) => by === null && relation === 'quotes' && !any.test(name)),
    );
    const called = [...report.text.matchAll(calls)].map(([, one, other]) => one ?? other ?? '');
    return [
      ...[...media, ...links].map(({ name, actor }) => ({ name, who: whoIn(taken, actor) })),
      ...called.map((name) => ({ name, who: null })),
    ];
  });
});

/** The medium that the report named last before a statement. */
function mediumBefore({ cue }: Statement, taken: Taken, words: LinkWords): Named | null {
  const before = taken.record.report.text.slice(0, cue[0]?.start ?? 0);
  const placed = mediaNamed(words)(taken)
    .map((medium) => ({ medium, place: before.lastIndexOf(medium.name) }))
    .filter(({ place }) => place >= 0);
  return placed.toSorted((a, b) => b.place - a.place)[0]?.medium ?? null;
}
