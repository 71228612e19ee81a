import type {
  Actor,
  ActorId,
  Event,
  EventId,
  Report,
  ReportRecord,
  Statement,
  StatementId,
} from '../../../src/record/index.ts';
import type { Span } from '../../../src/text/index.ts';
import { reportOf } from '../../../test/reports.ts';
import { STORY } from './story.ts';

const REPORTS = STORY.reports.map(({ text, url, outlet, published }) =>
  reportOf(text, { url, outlet, published }),
);

/** The first place of words in a text. */
export function spanOf({ text }: Report, words: string): Span {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`expected the words in the text: ${words}`);
  return { start, end: start + words.length, text: words };
}

function recordOf(
  number: number,
  told: { statements: string[]; actors: [name: string, mention: string][]; events: string[] },
): ReportRecord {
  const report = REPORTS[number - 1];
  if (report === undefined) throw new Error(`expected one of three reports, found ${number}`);
  return {
    report,
    statements: told.statements.map((words, at) => statementOf(`${number}.${at}`, spanOf(report, words))),
    actors: told.actors.map(([name, mention], at) =>
      actorOf(`${number}.${at}`, name, spanOf(report, mention)),
    ),
    events: told.events.map((words, at) => eventOf(`${number}.${at}`, spanOf(report, words))),
    times: [],
    flags: [],
  };
}

const statementOf = (id: string, content: Span) =>
  ({
    id: `statement:${id}` as StatementId,
    content: [content],
    source: [],
    speaker: { kind: 'unknown', why: 'not asked', others: [] },
    said: null,
  }) as unknown as Statement;

const actorOf = (id: string, name: string, mention: Span): Actor => ({
  actor: `actor:${id}` as ActorId,
  name,
  kind: 'person',
  country: null,
  sector: null,
  offices: [],
  mentions: [mention],
});

const eventOf = (id: string, span: Span) =>
  ({
    id: `event:${id}` as EventId,
    what: span.text,
    place: null,
    when: null,
    status: 'planned',
    schedule: [],
    spans: [span],
  }) as unknown as Event;

/** The records of the story, written by hand. */
export const RECORDS: ReadonlyMap<number, ReportRecord> = new Map([
  [
    1,
    recordOf(1, {
      statements: ['The ferry is not safe'],
      actors: [['Mina Pell', 'mayor Mina Pell']],
      events: ['The vote'],
    }),
  ],
  [
    2,
    recordOf(2, {
      statements: ['“The ferry is not safe,”', 'the ferry is old'],
      actors: [
        ['Mina Pell', 'Mina Pell'],
        ['Oren Pell', 'Oren Pell'],
        ['Radio Norne', 'Radio Norne'],
      ],
      events: ['The vote'],
    }),
  ],
  [
    3,
    recordOf(3, {
      statements: ['the ferry unsafe and old'],
      actors: [['Pell', 'Pell']],
      events: ['The vote', 'a ball'],
    }),
  ],
]);
