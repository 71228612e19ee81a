import type { EventId, LinkedEvent, Position, PositionChange } from '../../src/record/index.ts';
import { changesIn } from './changes.ts';
import { type Drawn, issueIdOf, numberOf } from './drawn.ts';
import { isSameList, joinedEvents, type Matched, matchedIn } from './events.ts';
import type { Cited, GoldIssue } from './gold.ts';
import { eventsNamed } from './mentions.ts';
import { takenIn } from './positions.ts';

/** Each event of the gold with its list and ours beside it; events wrongly joined; ours of several reports that match none. */
export function tellEvents(drawn: Drawn): string[] {
  const matched = matchedIn(drawn);
  const wrong = joinedEvents(drawn).filter(({ isJoined }) => isJoined);
  const others = drawn.picture.events.filter(
    (event) => event.members.length > 1 && !matched.some(({ own }) => own === event),
  );
  return [
    ...matched.flatMap((pair) => tellEvent(drawn, pair)),
    ...wrong.map(({ a, b }) => `! wrongly joined: ${a}, ${b}`),
    ...others.map((own) => `    besides: ${own.what}: ${membersOf(drawn, own)}`),
  ];
}

function tellEvent(drawn: Drawn, { gold, own }: Matched): string[] {
  const theirs = gold.schedule.map(({ when, status, report, place }) =>
    stepOf({ report, when, status, place: place ?? null }),
  );
  const ours = (own?.schedule ?? []).map(({ when, status, report, place }) =>
    stepOf({ report: numberOf(drawn, report), when, status, place }),
  );
  return [
    `${sign(own === null, own !== null && isSameList(own.schedule, gold.schedule))} ${gold.name}`,
    ...gold.mentions.map((one) => `    ${one[0]} ${one[1]}: ${namesOf(drawn, one).join(', ') || '-'}`),
    ...(own === null ? [] : [`    ours: ${membersOf(drawn, own)}`]),
    ...beside(theirs, ours),
    `    ends  ${finalOf(gold.final)}  |  ${own === null ? '-' : finalOf(own)}`,
  ];
}

const membersOf = (drawn: Drawn, { members }: LinkedEvent) =>
  members
    .map(({ report, event, link }) => {
      const number = numberOf(drawn, report);
      return `${number} ${whatOf(drawn, number, event)}${link === null ? '' : ` (${link.rule})`}`;
    })
    .join('; ');

interface Told {
  readonly report: number;
  readonly when: string | null;
  readonly status: string;
}

const sign = (isMissing: boolean, isSame: boolean) => (isMissing ? '-' : isSame ? '=' : '!');
const stepOf = ({ report, when, status, place }: Told & { place: string | null }) =>
  `${report} ${when ?? 'no date'} ${status}${place === null ? '' : ` at ${place}`}`;
const finalOf = ({ when, status, place }: Omit<Told, 'report'> & { place: string | null }) =>
  `${when ?? 'no date'} ${status} at ${place ?? '-'}`;

function beside(theirs: readonly string[], ours: readonly string[]): string[] {
  const width = Math.max(...theirs.map((line) => line.length));
  return Array.from({ length: Math.max(theirs.length, ours.length) }, (_, at) => {
    const [left, right] = [theirs[at] ?? '', ours[at] ?? ''];
    return `      ${left.padEnd(width)}  |  ${right}`;
  });
}

const whatOf = (drawn: Drawn, number: number, id: EventId) =>
  drawn.records.get(number)?.events.find((event) => event.id === id)?.what ?? id;

const namesOf = (drawn: Drawn, cited: Cited) =>
  eventsNamed(drawn, cited).map((id) => whatOf(drawn, cited[0], id));

/** Positions of each issue, the gold's and ours; ours that the gold lacks; changes. */
export const tellPositions = (drawn: Drawn): string[] =>
  drawn.story.gold.issues.flatMap((issue) => tellIssue(drawn, issue));

function tellIssue(drawn: Drawn, issue: GoldIssue): string[] {
  const taken = takenIn(drawn, issue);
  const lines = issue.positions.map((gold) => {
    const one = taken.find((other) => other.gold === gold);
    const isSame = one?.own?.stance === gold.stance;
    const ours = one === undefined ? 'no statement' : one.own === null ? 'no position' : positionOf(one.own);
    const theirs = `${gold.actor} for ${gold.for ?? 'themselves'}: ${gold.stance}${gold.condition === null ? '' : ` (${gold.condition})`}`;
    return `  ${sign(one === undefined, isSame)} ${gold.report} ${theirs}\n        ${gold.content}\n        ours: ${ours}`;
  });
  const besides = drawn.picture.positions.filter(
    (own) => own.issue === issueIdOf(issue.proposition) && !taken.some((one) => one.own === own),
  );
  const { pairs, wrong } = changesIn(drawn, issue);
  return [
    issue.proposition,
    ...lines,
    ...besides.map(
      (own) => `    besides: ${numberOf(drawn, own.report)} ${positionOf(own)} ${own.statement}`,
    ),
    ...pairs.map(
      ({ gold, own }) =>
        `  ${own === null ? '-' : '='} change: ${gold.report} ${gold.actor} ${gold.from} → ${gold.to}`,
    ),
    ...wrong.map((own) => `  ! change: ${changeOf(drawn, own)}`),
  ];
}

const positionOf = ({ name, for: body, stance, condition, rule }: Position) =>
  `${name} for ${body ?? 'themselves'}: ${stance}${condition === null ? '' : ` (${condition.text})`}, by ${rule}`;

const changeOf = (drawn: Drawn, { report, name, from, to }: PositionChange) =>
  `${numberOf(drawn, report)} ${name} ${from} → ${to}`;
