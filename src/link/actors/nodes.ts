import type { Actor } from '../../record/index.ts';
import { foundBy } from '../decided/anchors.ts';
import type { Decided } from '../decided/index.ts';
import { type OfReport, ofReport } from '../of-report.ts';
import type { Taken } from '../taken.ts';
import { type LinkWords, plainName, stemsOf } from '../words.ts';
import { bodyKey, initialsOf, isShort, rootOf } from './body-name.ts';
import { type PersonName, personName, soundOf } from './person-name.ts';

/** An actor of one report, as linking compares it. */
export interface Node {
  /** What is joined: a full name over all reports, a surname alone in its report. */
  readonly unit: string;
  readonly report: OfReport;
  readonly actor: Pick<Actor, 'actor' | 'name' | 'kind'>;
  readonly plain: string;
  /** As a person's name, whatever the report took it for: a surname alone may be anything. */
  readonly person: PersonName;
  readonly body: string;
  /** The stems of its offices and of what they are of. */
  readonly offices: ReadonlySet<string>;
  readonly isSpeaking: boolean;
  /** Whether a decision takes it out of its name: then it is joined by decisions alone. */
  readonly isOut: boolean;
}

export const nodeKey = (report: string, actor: string) => `${report} ${actor}`;

export function nodesOf(taken: Taken, words: LinkWords): Node[] {
  const { actors, statements } = taken.record;
  const report = ofReport(words)(taken);
  const speaking = new Set(
    statements.flatMap(({ speaker }) => (speaker.kind === 'named' ? [speaker.actor] : [])),
  );
  return actors.map(({ actor, name, kind, offices }) => {
    const plain = plainName(name);
    const isBare = kind === 'person' && !plain.includes(' ');
    return {
      unit: isBare ? nodeKey(report.id, actor) : plain,
      report,
      actor: { actor, name, kind },
      plain,
      person: personName(name, words),
      body: bodyKey(name),
      offices: new Set(offices.flatMap(({ title, of }) => stemsOf(`${title} ${of ?? ''}`, words))),
      isSpeaking: speaking.has(actor),
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
      const own = nodeKey(node.report.id, node.actor.actor);
      return ids.has(node.actor.actor) && node.unit !== own ? { ...node, unit: own, isOut: true } : node;
    });
  };
}

export const isPerson = ({ actor }: Node) => actor.kind === 'person';

/** By what an actor is found again: the sound of a surname, the words of a body, initials, the capital that stands for it. */
export function actorKeys({
  actor,
  plain,
  person,
  body,
  isSpeaking,
  report: { seats },
  isOut,
}: Node): string[] {
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
