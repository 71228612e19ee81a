import type { Actor, LinkedActorId, Statement } from '../../record/index.ts';
import type { Persons } from '../actors/index.ts';
import { byPublication, type Taken } from '../taken.ts';
import { plainName } from '../words.ts';

/** A body that is spoken for, by its name over all reports. */
export interface Body {
  readonly who: LinkedActorId | null;
  readonly name: string;
}

/** On whose behalf statements are made, told by the report or, of the same person, by another. */
export type BodyOf = (statement: Statement, taken: Taken) => Body | null;

const GENITIVE = /(\p{Lu}[\p{L}-]*(?: \p{Lu}[\p{L}-]*)*)['’]s $/u;

interface Told extends Body {
  readonly nth: number;
}

/** Takes reports. An office that one of them tells goes with its holder to those that tell none: the latest before, else the first after. */
export function bodiesIn(takens: readonly Taken[], persons: Persons): BodyOf {
  const told = new Map<LinkedActorId, Told[]>();
  const inOrder = takens.toSorted(byPublication);
  for (const [nth, taken] of inOrder.entries())
    for (const { speaker } of taken.record.statements) {
      if (speaker.kind !== 'named') continue;
      const who = persons.of(taken.record.report.id, speaker.actor);
      const body = bodyTold(speaker, taken, persons) ?? bodyBefore(speaker.actor, taken, persons);
      if (who === null || body === null || body.who === who.id) continue;
      told.set(who.id, [...(told.get(who.id) ?? []), { ...body, nth }]);
    }
  return ({ speaker }, taken) => {
    if (speaker.kind === 'unknown') return null;
    const own = bodyTold(speaker, taken, persons);
    const who = speaker.kind === 'named' ? persons.of(taken.record.report.id, speaker.actor) : null;
    const known = (who === null ? undefined : told.get(who.id)) ?? [];
    const nth = inOrder.indexOf(taken);
    const near = known.findLast((one) => one.nth <= nth) ?? known[0];
    // A body that is linked says more than a bare word such as "ministry".
    return own?.who == null ? (known.find((one) => one.who !== null) ?? own ?? near ?? null) : own;
  };
}

function bodyTold(
  speaker: Exclude<Statement['speaker'], { kind: 'unknown' }>,
  { record: { report, actors } }: Taken,
  persons: Persons,
): Body | null {
  if (speaker.speaksFor === null) return null;
  const { actor, name } = speaker.speaksFor;
  const who = persons.of(report.id, actor ?? bodyNamed(name, actors)?.actor ?? null);
  return { who: who?.id ?? null, name: who?.name ?? name };
}

/** "Belmark's transport minister": a body whose name stands in the genitive before the office. */
function bodyBefore(
  actor: string | null,
  { record: { report, actors } }: Taken,
  persons: Persons,
): Body | null {
  const offices = actors.find((one) => one.actor === actor)?.offices ?? [];
  for (const { span } of offices) {
    const name = GENITIVE.exec(report.text.slice(0, span.start))?.[1];
    const body = name === undefined ? null : bodyNamed(name, actors);
    const who = body === null ? null : persons.of(report.id, body.actor);
    if (who !== null) return { who: who.id, name: who.name };
  }
  return null;
}

/** "The council", where one body of the report's alone is called so, or so in part. */
function bodyNamed(name: string, actors: readonly Actor[]): Actor | null {
  const plain = plainName(name);
  const bodies = actors.filter(({ kind }) => kind !== 'person' && kind !== 'outlet' && kind !== 'agency');
  const same = bodies.filter((body) => plainName(body.name) === plain);
  const partly = bodies.filter((body) => ` ${plainName(body.name)} `.includes(` ${plain} `));
  const [only = null] = same.length > 0 ? same : partly;
  return same.length === 1 || partly.length === 1 ? only : null;
}
