import type { Actor, ReportId } from '../../record/index.ts';
import { foundBy } from '../decided/anchors.ts';
import type { Decided } from '../decided/index.ts';
import type { Taken } from '../taken.ts';
import { type LinkWords, plainName, stemsOf } from '../words.ts';
import { bodyKey, initialsOf, isShort, rootOf } from './body-name.ts';
import { type PersonName, personName, soundOf } from './person-name.ts';
import { type Seats, seatsIn } from './seats.ts';

/** An actor of one report, as linking compares it. */
export interface Node {
  /** What is joined: a full name over all reports, a surname alone in its report. */
  readonly unit: string;
  readonly taken: Taken;
  readonly report: ReportId;
  readonly actor: Actor;
  readonly plain: string;
  /** As a person's name, whatever the report took it for: a surname alone may be anything. */
  readonly person: PersonName;
  readonly body: string;
  /** The stems of its offices and of what they are of. */
  readonly offices: ReadonlySet<string>;
  readonly isSpeaking: boolean;
  /** Which capital is whose, as its report tells. */
  readonly seats: Seats;
  /** Whether a decision takes it out of its name: then it is joined by decisions alone. */
  readonly isOut: boolean;
}

export const nodeKey = (report: string, actor: string) => `${report} ${actor}`;

export function nodesOf(taken: Taken, words: LinkWords): Node[] {
  const { report, actors, statements } = taken.record;
  const seats = seatsIn(report.text);
  const speaking = new Set(
    statements.flatMap(({ speaker }) => (speaker.kind === 'named' ? [speaker.actor] : [])),
  );
  return actors.map((actor) => {
    const plain = plainName(actor.name);
    const isBare = actor.kind === 'person' && !plain.includes(' ');
    return {
      unit: isBare ? nodeKey(report.id, actor.actor) : plain,
      taken,
      report: report.id,
      actor,
      plain,
      person: personName(actor.name, words),
      body: bodyKey(actor.name),
      offices: new Set(actor.offices.flatMap(({ title, of }) => stemsOf(`${title} ${of ?? ''}`, words))),
      isSpeaking: speaking.has(actor.actor),
      seats,
      isOut: false,
    };
  });
}

/** The actors of reports, those a unit of their own that a decision takes out of their names. */
export function takenOut(
  nodesOf: (taken: Taken) => readonly Node[],
  decided: Decided,
): (taken: Taken) => readonly Node[] {
  return (taken) => {
    const nodes = nodesOf(taken);
    const mayBe = () => true;
    const ids = new Set(
      decided
        .takenOut(taken.record.report.id)
        .map((anchor) => foundBy(anchor, taken.record, { kind: 'actor', mayBe })),
    );
    if (ids.size === 0) return nodes;
    return nodes.map((node) => {
      const own = nodeKey(node.report, node.actor.actor);
      return ids.has(node.actor.actor) && node.unit !== own ? { ...node, unit: own, isOut: true } : node;
    });
  };
}

export const isPerson = ({ actor }: Node) => actor.kind === 'person';

/** By what an actor is found again: the sound of a surname, the words of a body, initials, the capital that stands for it. */
export function actorKeys({ actor, plain, person, body, isSpeaking, seats, isOut }: Node): string[] {
  if (isOut) return [];
  const initials = isShort(actor.name) ? plain.replaceAll(' ', '') : initialsOf(actor.name);
  const own = [...seats].filter(([, root]) => root === rootOf(plain)).map(([seat]) => `seat ${seat}`);
  return [
    `surname ${soundOf(person.surname)}`,
    `body ${body}`,
    `name ${plain}`,
    ...(actor.kind === 'person' || initials === null ? [] : [`initials ${initials}`]),
    ...(isSpeaking ? [`seat ${plain}`] : []),
    ...own,
  ];
}
