import type { z } from 'zod';
import { draft } from '../routes/drafts.ts';
import * as actors from './answers/actors.ts';
import * as finding from './answers/finding.ts';
import * as people from './answers/people.ts';
import * as reports from './answers/reports.ts';
import * as asked from './parameters.ts';
import type { SampleOf } from './samples.ts';
import { healthAnswer, readyAnswer } from './watching.ts';

/** One answer with data: its address, what may be asked, and the schema of what comes. */
export interface Operation {
  readonly name: string;
  readonly path: string;
  readonly about: string;
  readonly group: 'record' | 'people' | 'server';
  /** Whose id stands in the path, or is asked for. */
  readonly of?: SampleOf;
  readonly asked?: Readonly<Record<string, z.ZodType>>;
  readonly isList?: true;
  readonly answer: z.ZodType;
  /** What is sent, where something is. */
  readonly sent?: z.ZodType;
  /** Whether the answer is all there is, without `data` around it: a feed. */
  readonly isBare?: true;
  /** Another answer at the same address. */
  readonly also?: { readonly status: 300; readonly answer: z.ZodType };
  readonly problems: readonly number[];
  /** Other forms of the same: their ending and their media type. */
  readonly forms?: Readonly<Record<string, string>>;
}

const CSV = { '.csv': 'text/csv' };
const ATOM = { '.atom': 'application/atom+xml' };

/** Every answer with data, in the order in which a stranger meets them. */
export const OPERATIONS: readonly Operation[] = [
  {
    name: 'Search',
    path: '/search.json',
    about: 'Statements by words and by who, whom, when; quotations against the record.',
    group: 'record',
    asked: asked.searchAsked,
    isList: true,
    answer: finding.searchAnswer,
    problems: [400],
    forms: { ...CSV, ...ATOM },
  },
  {
    name: 'Today',
    path: '/today.json',
    about: 'What was newly said, each act of saying once, with what lies ahead.',
    group: 'record',
    asked: asked.todayAsked,
    isList: true,
    answer: finding.todayAnswer,
    problems: [400, 404],
    forms: ATOM,
  },
  {
    name: 'Reports',
    path: '/reports.json',
    about: 'Reports, the latest addition first.',
    group: 'record',
    isList: true,
    answer: reports.reportsAnswer,
    problems: [400],
  },
  {
    name: 'Report',
    path: '/r/{id}.json',
    about: 'A report with its record, and what is linked with it.',
    group: 'record',
    of: 'report',
    answer: reports.reportAnswer,
    problems: [404],
  },
  {
    name: 'Versions',
    path: '/r/{id}/versions.json',
    about: 'The versions of a report, and what each has otherwise.',
    group: 'record',
    of: 'report',
    answer: reports.versionsAnswer,
    problems: [404],
  },
  {
    name: 'Snapshot',
    path: '/r/{id}/snapshot.json',
    about: 'How a report came out of its page; the bytes themselves at .bytes.',
    group: 'record',
    of: 'report',
    answer: reports.snapshotAnswer,
    problems: [404],
    forms: { '.bytes': 'application/octet-stream' },
  },
  {
    name: 'Statement',
    path: '/s/{id}.json',
    about: 'A statement with its report, its utterance and a citation.',
    group: 'record',
    of: 'statement',
    answer: reports.statementAnswer,
    problems: [404],
  },
  {
    name: 'Utterance',
    path: '/u/{id}.json',
    about: 'One act of saying over all reports, with the first 200 renditions.',
    group: 'record',
    of: 'utterance',
    answer: reports.utteranceAnswer,
    problems: [404],
    forms: CSV,
  },
  {
    name: 'Actors',
    path: '/actors.json',
    about: 'Who speaks or is named, those who say most first.',
    group: 'record',
    asked: asked.actorsAsked,
    isList: true,
    answer: actors.actorsAnswer,
    problems: [400],
    forms: CSV,
  },
  {
    name: 'Actor',
    path: '/a/{id}.json',
    about: 'An actor with names, offices and what it said, the latest first.',
    group: 'record',
    of: 'actor',
    asked: asked.actorAsked,
    isList: true,
    answer: actors.actorAnswer,
    also: { status: 300, answer: actors.bearersAnswer },
    problems: [400, 404],
    forms: { ...CSV, ...ATOM },
  },
  {
    name: 'ActorReports',
    path: '/a/{id}/reports.json',
    about: 'The reports that name an actor.',
    group: 'record',
    of: 'actor',
    isList: true,
    answer: actors.actorReportsAnswer,
    also: { status: 300, answer: actors.bearersAnswer },
    problems: [400, 404],
  },
  {
    name: 'ActorFeed',
    path: '/a/{id}/feed.json',
    about: 'What an actor said last, as JSON Feed.',
    group: 'record',
    of: 'actor',
    answer: people.feedAnswer,
    isBare: true,
    problems: [404],
    forms: ATOM,
  },
  {
    name: 'Issues',
    path: '/issues.json',
    about: 'Issues that people defined; `found` is null until positions are found.',
    group: 'record',
    answer: finding.issuesAnswer,
    problems: [],
    forms: { ...CSV, ...ATOM },
  },
  {
    name: 'Issue',
    path: '/i/{id}.json',
    about: 'Who stands where on an issue, and where that changed.',
    group: 'record',
    of: 'issue',
    asked: asked.issueAsked,
    answer: finding.issueAnswer,
    problems: [400, 404, 501, 503],
    forms: { ...CSV, ...ATOM },
  },
  {
    name: 'Positions',
    path: '/positions.json',
    about: 'Positions on all issues that stand, with what each was before it changed.',
    group: 'record',
    asked: asked.positionsAsked,
    answer: finding.positionsAnswer,
    problems: [400, 501],
    forms: CSV,
  },
  {
    name: 'Calendar',
    path: '/calendar.json',
    about: 'Events over all reports, by the day that stands.',
    group: 'record',
    asked: asked.calendarAsked,
    isList: true,
    answer: finding.calendarAnswer,
    problems: [400],
    forms: { ...CSV, '.ics': 'text/calendar' },
  },
  {
    name: 'Event',
    path: '/e/{id}.json',
    about: 'An event with every date that it had, by whom and in which words.',
    group: 'record',
    of: 'event',
    answer: finding.eventAnswer,
    problems: [404],
  },
  {
    name: 'Sources',
    path: '/sources.json',
    about: 'Root sources of one kind beside outlets: two lists that go on together, by their numbers.',
    group: 'record',
    asked: asked.sourcesAsked,
    isList: true,
    answer: finding.sourcesAnswer,
    problems: [400],
    forms: CSV,
  },
  {
    name: 'Source',
    path: '/sources/{id}.json',
    about: 'One outlet or root source by its name, and what it told.',
    group: 'record',
    of: 'source',
    asked: asked.sourceAsked,
    isList: true,
    answer: finding.sourceAnswer,
    problems: [400, 404],
    forms: CSV,
  },
  {
    name: 'Flags',
    path: '/flags.json',
    about: 'What an editor should look at.',
    group: 'record',
    asked: asked.flagsAsked,
    isList: true,
    answer: finding.flagsAnswer,
    problems: [400],
  },
  {
    name: 'Check',
    path: '/check.json',
    about: 'Looks a draft over; nothing of it is kept.',
    group: 'people',
    sent: draft,
    answer: people.checkAnswer,
    problems: [400, 403, 413, 422],
  },
  {
    name: 'Alerts',
    path: '/alerts.json',
    about: 'Saved searches and how much news each has.',
    group: 'people',
    answer: people.alertsAnswer,
    problems: [],
  },
  {
    name: 'Alert',
    path: '/alerts/{id}.json',
    about: 'The news of an alert, as JSON Feed.',
    group: 'people',
    of: 'alert',
    answer: people.feedAnswer,
    isBare: true,
    problems: [404],
    forms: ATOM,
  },
  {
    name: 'Review',
    path: '/review.json',
    about: 'Statements that wait for a person, those first on which most hangs.',
    group: 'people',
    asked: asked.reviewAsked,
    isList: true,
    answer: people.reviewAnswer,
    problems: [400],
    forms: CSV,
  },
  {
    name: 'Decisions',
    path: '/review/decisions.json',
    about: 'What people decided, the latest first.',
    group: 'people',
    isList: true,
    answer: people.decisionsAnswer,
    problems: [400],
    forms: CSV,
  },
  {
    name: 'Joined',
    path: '/review/merge.json',
    about: 'What is joined over reports, and what may be one with it.',
    group: 'people',
    of: 'actor',
    asked: asked.mergeAsked,
    answer: people.mergeAnswer,
    problems: [400, 404],
  },
  {
    name: 'Coverage',
    path: '/-/coverage.json',
    about: 'What was read from where, and what is missing.',
    group: 'server',
    answer: reports.coverageAnswer,
    problems: [],
  },
  {
    name: 'Health',
    path: '/-/health',
    about: 'That the server lives.',
    group: 'server',
    answer: healthAnswer,
    problems: [],
  },
  {
    name: 'Ready',
    path: '/-/ready',
    about: 'That its ledger answers, and how much it holds; else a problem with the reason.',
    group: 'server',
    answer: readyAnswer,
    problems: [503],
  },
  {
    name: 'Style',
    path: '/-/style.json',
    about: 'The colours of the pages.',
    group: 'server',
    answer: people.styleAnswer,
    problems: [],
  },
];
