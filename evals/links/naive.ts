import {
  type Issue,
  type LinkedActor,
  type LinkedActorId,
  type LinkedEvent,
  type LinkedEventId,
  type Picture,
  type Position,
  type PositionChange,
  type ReportRecord,
  type Statement,
  speakerName,
  type Utterance,
  type UtteranceId,
} from '../../src/record/index.ts';
import { contentOf, holdsWords, wordsOf } from './contents.ts';
import { type Drawn, inOrder, issuesOf } from './drawn.ts';

/** What is against, in the line of code to beat; all else is for. */
const AGAINST = /\b(?:not|never|reject\w*|oppose\w*)\b/i;

/**
 * The same story as the line of code to beat draws it: actors by one name, utterances by the same words, each event by itself,
 * stances of contents with a term of the issue by words of polarity. What the last report tells of an event stands.
 */
export function naivePicture(drawn: Drawn): Drawn {
  const records = inOrder(drawn.story).flatMap((number) => drawn.records.get(number) ?? []);
  const positions = issuesOf(drawn.story.gold).flatMap((issue) => positionsOn(issue, records));
  const picture: Picture = {
    actors: actorsOf(records),
    utterances: utterancesOf(records),
    events: records.toReversed().flatMap(eventsOf),
    positions,
    changes: changesOf(positions),
    reprints: [],
    corrections: [],
  };
  return { ...drawn, picture };
}

const whoOf = (name: string) => `who:${name}` as LinkedActorId;

function actorsOf(records: readonly ReportRecord[]): LinkedActor[] {
  const all = records.flatMap(({ report, actors }) => actors.map((actor) => ({ actor, report })));
  return [...Map.groupBy(all, ({ actor }) => actor.name)].map(([name, members]) => ({
    id: whoOf(name),
    name,
    kind: members[0]?.actor.kind ?? 'person',
    names: [name],
    members: members.map(({ actor, report }) => ({ report: report.id, actor: actor.actor, link: null })),
    offices: members.flatMap(({ actor, report: { id, published } }) =>
      actor.offices.map(({ title, of, span }) => ({ title, of, report: id, published, span })),
    ),
    speaksFor: [],
  }));
}

function utterancesOf(records: readonly ReportRecord[]): Utterance[] {
  const all = records.flatMap(({ report, statements }) =>
    statements.map((statement) => ({ report, statement })),
  );
  const groups = Map.groupBy(all, ({ statement }) => wordsOf(contentOf(statement)).join(' '));
  return [...groups].map(([words, told]) => ({
    id: `utterance:${words}` as UtteranceId,
    speakers: [],
    words,
    renditions: told.map(({ report, statement }) => ({
      statement: statement.id,
      report: report.id,
      published: report.published,
      outlet: report.outlet,
      link: null,
    })),
    root: { kind: 'speaker', name: '', who: null, rule: 'naive' },
    said: told.find(({ statement }) => statement.said !== null)?.statement.said?.value ?? null,
    outlets: new Set(told.map(({ report }) => report.outlet)).size,
    differences: [],
  }));
}

function eventsOf({ report: { id, published }, events }: ReportRecord): LinkedEvent[] {
  return events.map((event) => ({
    id: `what:${event.id}` as LinkedEventId,
    what: event.what,
    title: null,
    kind: 'occasion',
    names: [],
    parties: [],
    places: [],
    members: [{ event: event.id, report: id, published, link: null }],
    schedule: event.schedule.map(({ when, status, statement, span }) => ({
      when,
      status,
      by: null,
      place: event.place?.name ?? null,
      report: id,
      published,
      event: event.id,
      statement,
      span,
    })),
    when: event.when,
    status: event.status,
    place: event.place?.name ?? null,
  }));
}

function positionsOn({ id, terms }: Issue, records: readonly ReportRecord[]): Position[] {
  const isOn = (statement: Statement) =>
    terms.some((term) => holdsWords(wordsOf(contentOf(statement)), wordsOf(term)));
  return records.flatMap(({ report, statements }) =>
    statements.filter(isOn).map((statement) => {
      const name = speakerName(statement) ?? '';
      return {
        issue: id,
        statement: statement.id,
        report: report.id,
        published: report.published,
        who: name === '' ? null : whoOf(name),
        name,
        for: null,
        forWho: null,
        stance: AGAINST.test(contentOf(statement)) ? 'against' : 'for',
        condition: null,
        rule: 'naive',
        decided: null,
      };
    }),
  );
}

/** Where somebody's stance differs from the one before. */
function changesOf(positions: readonly Position[]): PositionChange[] {
  const groups = Map.groupBy(positions, ({ issue, name }) => `${issue} ${name}`);
  return [...groups.values()].flatMap((own) =>
    own.flatMap((after, at) => {
      const before = own[at - 1];
      if (before === undefined || before.stance === after.stance) return [];
      const { issue, who, name, report } = after;
      const stances = { from: before.stance, to: after.stance };
      return [{ issue, who, name, ...stances, before: before.statement, after: after.statement, report }];
    }),
  );
}
