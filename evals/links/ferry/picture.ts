import type {
  ActorId,
  EventId,
  LinkedActorId,
  LinkedEvent,
  LinkedEventId,
  Picture,
  Position,
  ReportId,
  StatementId,
  Step,
  UtteranceId,
} from '../../../src/record/index.ts';
import { issueIdOf } from '../drawn.ts';
import { RECORDS, spanOf } from './records.ts';

const reportAt = (number: number) => {
  const report = RECORDS.get(number)?.report;
  if (report === undefined) throw new Error(`expected one of three reports, found ${number}`);
  return report;
};
const idAt = (number: number): ReportId => reportAt(number).id;
/** The number of the report of a member such as "2.1". */
const of = (id: string) => Number(id[0]);

function actor(name: string, members: string[], title: string | null = null): Picture['actors'][number] {
  const report = idAt(1);
  const span = spanOf(reportAt(1), 'mayor');
  return {
    id: `who:${name}` as LinkedActorId,
    name,
    kind: 'person',
    names: [name],
    members: members.map((id) => ({ report: idAt(of(id)), actor: `actor:${id}` as ActorId, link: null })),
    offices: title === null ? [] : [{ title, of: null, report, published: null, span }],
    speaksFor: [],
  };
}

function utterance(name: string, statements: string[]): Picture['utterances'][number] {
  return {
    id: `utterance:${name}` as UtteranceId,
    speakers: [],
    words: name,
    renditions: statements.map((id) => ({
      statement: `statement:${id}` as StatementId,
      report: idAt(of(id)),
      published: null,
      outlet: null,
      link: null,
    })),
    root: { kind: 'medium', name: 'Radio Norne', who: null, rule: 'test' },
    said: '2031-03-01',
    outlets: 1,
    differences: [],
  };
}

/** An event over all reports with these members and steps. */
export function event(
  events: string[],
  steps: Pick<Step, 'when' | 'status' | 'report' | 'place'>[],
): LinkedEvent {
  const last = steps.at(-1);
  return {
    id: `what:${events[0]}` as LinkedEventId,
    what: 'it',
    title: null,
    kind: 'occasion',
    names: [],
    parties: [],
    places: [],
    members: events.map((id) => ({
      event: `event:${id}` as EventId,
      report: idAt(of(id)),
      published: null,
      link: null,
    })),
    schedule: steps.map((step) => ({
      ...step,
      by: null,
      published: null,
      event: `event:${events[0]}` as EventId,
      statement: null,
      span: spanOf(reportAt(1), 'March 3'),
    })),
    when: last?.when ?? null,
    status: last?.status ?? 'planned',
    place: last?.place ?? null,
  };
}

const WHO = 'who:Mina Pell' as LinkedActorId;
const ISSUE = issueIdOf('The ferry should be closed');

const position = (statement: string, stance: Position['stance'], body: string | null): Position => ({
  issue: ISSUE,
  statement: `statement:${statement}` as StatementId,
  report: idAt(of(statement)),
  published: null,
  who: WHO,
  name: 'Mina Pell',
  for: body,
  forWho: null,
  stance,
  condition: null,
  rule: 'test',
  decided: null,
});

/** The third report’s step tells a date that was given up. */
export const VOTE: Parameters<typeof event>[1] = [
  { when: '2031-03-03', status: 'planned', report: idAt(1), place: null },
  { when: null, status: 'postponed', report: idAt(2), place: null },
  { when: '2031-03-03', status: 'rescheduled', report: idAt(3), place: null },
];
const BALL: typeof VOTE = [
  { when: '2031-03-05', status: 'planned', report: idAt(3), place: 'the great hall' },
];

/** The picture, drawn by hand: the rendition of the third report is put with the other Pell's words, and so is its Pell; the third report's vote is taken for news. */
export const PICTURE: Picture = {
  actors: [actor('Mina Pell', ['1.0', '2.0'], 'mayor'), actor('Oren Pell', ['2.1', '3.0'])],
  utterances: [utterance('not safe', ['1.0', '2.0']), utterance('old', ['2.1', '3.0'])],
  events: [event(['1.0', '2.0', '3.0'], VOTE), event(['3.1'], BALL)],
  positions: [position('1.0', 'for', null), position('3.0', 'unclear', 'Norne')],
  changes: [
    {
      issue: ISSUE,
      who: WHO,
      name: 'Mina Pell',
      from: 'for',
      to: 'against',
      before: 'statement:1.0' as StatementId,
      after: 'statement:3.0' as StatementId,
      report: idAt(3),
    },
  ],
  reprints: [
    { report: idAt(3), of: idAt(2), shared: 1 },
    { report: idAt(2), of: idAt(1), shared: 1 },
  ],
  corrections: [{ report: idAt(3), of: idAt(1), span: spanOf(reportAt(3), 'Pell'), rule: 'test' }],
};
