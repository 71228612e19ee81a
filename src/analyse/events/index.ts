import {
  type Actor,
  type Event,
  eventIdAt,
  publicationDay,
  type Report,
  type Statement,
  type Time,
  writeWhen,
} from '../../record/index.ts';
import {
  contains,
  disjoint,
  firstEndingAfter,
  overlapping,
  overlaps,
  type Range,
  spanOf,
} from '../../text/index.ts';
import type { CodeWords } from '../actors/codes/index.ts';
import type { TokenBlock } from '../layout.ts';
import type { EventReading } from '../tag/index.ts';
import type { Assertion } from './assertion.ts';
import { assertionsIn } from './assertions.ts';
import type { Clauses } from './clause.ts';
import { clausesOf } from './clauses.ts';
import { spokenDeeds } from './deeds.ts';
import { type Joined, joinMentions } from './joining.ts';
import type { EventWords } from './lexicon.ts';
import type { Mention } from './mention.ts';
import { type Named, namedIn, namedWithin } from './named.ts';
import { participantsOf, withThose } from './participants.ts';
import { placeAt, placeOf } from './place.ts';
import { ploverType, rootOf } from './plover/index.ts';
import { ploverMode } from './plover/mode.ts';
import { mentionsIn, runsOf } from './reading/mentions.ts';
import { scheduleRead } from './reading/schedule.ts';
import { type Entry, type Scheduled, scheduleOf } from './schedule.ts';
import { stemOf } from './stem.ts';
import { namesGroup } from './told.ts';
import type { VerbGroup } from './verb-groups.ts';

export type { EventWords, Occasion } from './lexicon.ts';

/** What was found in a report before. */
export interface Found {
  readonly blocks: readonly TokenBlock[];
  readonly times: readonly Time[];
  readonly statements: readonly Statement[];
  readonly actors: readonly Actor[];
  /** The events that the tagger read; null where it reads none. */
  readonly readings: readonly EventReading[] | null;
}

/**
 * Takes a report with its tokens, times, statements and actors. Gives its events in the order of the text, and the statements
 * with the event that each does or announces: what is announced, planned or thinkable, and what was held or done, with all
 * that the report says of its date. Nouns and verbs that name one event are joined first, since a date stands beside one and
 * the event's name beside another; then every clause tells what it says of when; then that is put in order. Does not look
 * beyond the report.
 */
export function withEvents(
  report: Pick<Report, 'id' | 'text' | 'published'>,
  found: Found,
  words: EventWords & CodeWords,
): { events: Event[]; statements: Statement[] } {
  const { statements, actors, times, blocks, readings } = found;
  const cues = statements.flatMap(({ cue, mode }) => (mode === 'held' ? [] : cue)).toSorted(byStart);
  const named = namedIn(actors);
  const sentences = clausesOf(blocks, { times, cues, named }, words);
  const setting = { report, sentences, named, around: statementsAround(statements, sentences) };
  const assertions = assertionsOf(sentences, { ...report, statements });
  const byMention = Map.groupBy(assertions, ({ mention }) => mention);
  const told = joinMentions(sentences.flatMap(({ mentions }) => mentions))
    .map((event) => ({ event, says: event.mentions.flatMap((mention) => byMention.get(mention) ?? []) }))
    .filter(({ event, says }) => says.length > 0 || event.mentions.some(({ isVerb }) => isVerb))
    .flatMap(({ event, says }) => {
      const whole = eventOf(setting, event, { ...scheduleOf(says), says }, words);
      return isWorthIt(whole, event) ? [whole] : [];
    });
  const read = (readings ?? []).flatMap((reading) => eventRead(setting, reading, { told, words }) ?? []);
  const happenings = [...read, ...notRead(told, read)];
  const deeds = spokenDeeds(report, { statements, actors, named, sentences }, words);
  const doing = new Map(deeds.map(({ statement, event }) => [statement, event.id]));
  const announced = new Map(
    happenings
      .flatMap(({ id, schedule }) =>
        schedule.flatMap(({ statement }) => (statement === null ? [] : [[statement, id] as const])),
      )
      .toReversed(),
  );
  return {
    events: apart([...happenings, ...deeds.map(({ event }) => event)]).toSorted(
      (a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0),
    ),
    statements: statements.map((statement) => ({
      ...statement,
      event: announced.get(statement.id) ?? doing.get(statement.id) ?? null,
    })),
  };
}

/**
 * What is kept: everything with a date, nouns whose clause tells how they stand, what lies ahead or may, and of what is over and has
 * no date, what PLOVER has a type for. What somebody would do, or will not, is an event only with a type.
 */
function isWorthIt({ type, when, time, negated, schedule }: Event, { mentions }: Joined): boolean {
  if (type !== null || when !== null || schedule.length > 0) return true;
  if (mentions.some(({ isVerb }) => !isVerb)) return true;
  return (time === 'planned' || time === 'possible') && !negated;
}

const byStart = (a: Range, b: Range) => a.start - b.start;

/** What all sentences say of when their events are; "it" and "the date" speak of what was dated last. */
function assertionsOf(
  sentences: readonly Clauses[],
  { published, statements }: Pick<Report, 'published'> & { statements: readonly Statement[] },
): Assertion[] {
  const day = publicationDay(published);
  const denials = statements
    .filter(({ act, negated }) => act === 'deny' || negated)
    .flatMap(({ content }) => content);
  const confirmations = statements
    .filter(({ act, negated }) => act === 'confirm' && !negated)
    .flatMap(({ content }) => content);
  const within = (pieces: readonly Range[]) => {
    const apart = union(pieces);
    return (range: Range) => overlapping(apart, range).length > 0;
  };
  const isDenied = within(denials);
  const isConfirmed = within(confirmations);
  const all: Assertion[] = [];
  let focus: Mention | null = null;
  for (const clauses of sentences) {
    const own = assertionsIn(clauses, { day, focus, isDenied, isConfirmed });
    all.push(...own);
    focus =
      own.findLast(({ mention }) => !mention.isVerb)?.mention ??
      own.at(-1)?.mention ??
      clauses.mentions.find(({ isVerb }) => !isVerb) ??
      focus;
  }
  return all;
}

/** Ranges, those that touch made one. */
function union(ranges: readonly Range[]): Range[] {
  const apart: Range[] = [];
  for (const { start, end } of ranges.toSorted(byStart)) {
    const last = apart.at(-1);
    if (last === undefined || start > last.end) apart.push({ start, end });
    else apart[apart.length - 1] = { start: last.start, end: Math.max(last.end, end) };
  }
  return apart;
}

/** Events with ids of their own: of two over the same words the first. */
const apart = (events: readonly Event[]) => [
  ...new Map(events.toReversed().map((event) => [event.id, event])).values(),
];

interface Setting {
  readonly report: Pick<Report, 'id' | 'text' | 'published'>;
  readonly sentences: readonly Clauses[];
  readonly named: readonly Named[];
  /** For each sentence the statements, said or shown, whose content has a part of it. */
  readonly around: ReadonlyMap<number, readonly Around[]>;
}

interface Around {
  readonly place: number;
  readonly statement: Statement;
}

function statementsAround(
  statements: readonly Statement[],
  sentences: readonly Clauses[],
): Map<number, Around[]> {
  const around = statements
    .filter(({ mode }) => mode !== 'held')
    .flatMap((statement) => statement.content.map((piece) => ({ statement, piece })))
    .flatMap(({ statement, piece }) =>
      overlapping(sentences, piece).map(({ place }): Around => ({ place, statement })),
    );
  return Map.groupBy(around, ({ place }) => place);
}

/** An event as it was read off the report, with what its clauses tell besides. */
function eventRead(
  setting: Setting,
  reading: EventReading,
  { told, words }: { told: readonly Event[]; words: EventWords & CodeWords },
): Event | null {
  const { report, sentences, named } = setting;
  const mentions = mentionsIn(reading, sentences, words);
  const [mention] = mentions;
  if (mention === undefined) return null;
  const day = publicationDay(report.published);
  const same = told.find(({ spans }) =>
    spans.some((span) => reading.names.some((name) => overlaps(span, name))),
  );
  const scheduled = scheduleRead(reading, { sentences, mention, day, told: same?.status ?? null });
  // What a headline alone names, without a date, has just been done: headlines tell of it in the present.
  const isInHead = mentions.every(({ sentence }) => sentences[sentence]?.isHeadline === true);
  if (isInHead && scheduled.schedule.length === 0 && same === undefined) return null;
  const says = scheduled.schedule.map(({ assertion }) => assertion);
  const whole = eventOf(setting, { mentions: [...new Set(mentions)] }, { ...scheduled, says }, words);
  // What no words were read to date, a clause may.
  const isOpen = scheduled.when === null && scheduled.schedule.length === 0;
  const dated = isOpen && same !== undefined && same.when !== null ? same : whole;
  const [place] = runsOf(reading, 'place', report.text);
  const who = runsOf(reading, 'who', report.text).toSorted(byStart);
  return {
    ...whole,
    when: dated.when,
    schedule: dated.schedule,
    place: place === undefined ? whole.place : placeAt(report.text, place, words),
    participants: withThose(whole.participants, who, { text: report.text, named }),
  };
}

/** What the clauses tell of events that were not read: those of a type, and what is over or done. */
const notRead = (told: readonly Event[], read: readonly Event[]): Event[] =>
  read.length === 0
    ? [...told]
    : told.filter(
        ({ spans }) => !read.some((own) => own.spans.some((one) => overlapping(spans, one).length > 0)),
      );

function eventOf(
  setting: Setting,
  event: Joined,
  { says, schedule, when, status, by }: Scheduled & { status: Event['status']; says: readonly Assertion[] },
  words: EventWords & CodeWords,
): Event {
  const { report, sentences, named } = setting;
  const { text } = report;
  const name = bestName(event, sentences);
  const type = event.mentions.find((mention) => mention.type !== null)?.type ?? codeOf(event, setting, words);
  const spans = disjoint(event.mentions.flatMap((mention) => [mention, ...mention.also]));
  return {
    id: eventIdAt(report.id, spans[0] as Range),
    what: text.slice(name.what.start, name.what.end),
    type,
    mode:
      type === null
        ? null
        : ploverMode(type, event.mentions.map(({ what }) => text.slice(what.start, what.end)).join(' ')),
    time: timeOf(status, event, sentences),
    negated: status === 'cancelled' ? false : isNegated(event, sentences),
    participants: participantsOf(event, { text, sentences, named }),
    place: placeOf(event, { text, sentences, words }),
    when: when && writeWhen(when),
    status,
    schedule: schedule.map((entry) => revisionOf(entry, setting)),
    rules: { says: [...new Set(says.map((one) => one.by))], status: by },
    spans: spans.map((range) => spanOf(text, range)),
  };
}

/** The PLOVER type of what a verb tells, where the lexicon has the verb and somebody with a name does it. */
function codeOf(
  { mentions }: Joined,
  { report: { text }, sentences, named }: Setting,
  words: EventWords,
): Event['type'] {
  const [mention] = mentions;
  const clauses = mention === undefined ? undefined : sentences[mention.sentence];
  const group = mention === undefined ? undefined : groupOf(mention, sentences);
  if (mention === undefined || clauses === undefined || group === undefined) return null;
  const stems = clauses.tokens
    .slice(mention.head, mention.head + 2)
    .map(({ form }) => stemOf(form, words.irregular));
  if (!words.deeds.has(stems[0] ?? '') && !words.deeds.has(stems.join(' '))) return null;
  const within = (range: Range) => {
    const [first] = namedWithin(named, range);
    return first === undefined
      ? null
      : { start: first.start - clauses.start, end: first.end - clauses.start };
  };
  const before = { start: clauses.start, end: group.start };
  const who = within(before);
  if (who === null && !namesGroup(clauses.tokens, before, words)) return null;
  const source = who ?? { start: 0, end: group.start - clauses.start };
  const sentence = text.slice(clauses.start, clauses.end);
  const { root, confidence } = rootOf(
    { sentence, source, target: within({ start: group.end, end: clauses.end }) },
    words,
  );
  return confidence < FAIRLY_SURE ? null : ploverType(root, sentence);
}

/** Below this share of the coder, a deed has no type. */
const FAIRLY_SURE = 0.5;

/** The name that tells most: a noun before a verb, one in the body before a headline's, the longest. */
function bestName({ mentions }: Joined, sentences: readonly Clauses[]): Mention {
  const inHead = ({ sentence }: Mention) => Number(sentences[sentence]?.isHeadline === true);
  const size = ({ what }: Mention) => what.end - what.start;
  const [first] = mentions.toSorted(
    (a, b) => Number(a.isVerb) - Number(b.isVerb) || inHead(a) - inHead(b) || size(b) - size(a),
  );
  return first as Mention;
}

function groupOf({ sentence, head, isVerb }: Mention, sentences: readonly Clauses[]): VerbGroup | undefined {
  return isVerb ? sentences[sentence]?.groups.find(({ verb }) => verb === head) : undefined;
}

function timeOf(status: Event['status'], { mentions }: Joined, sentences: readonly Clauses[]): Event['time'] {
  if (status === 'held' || status === 'under way') return 'past';
  const groups = mentions.flatMap((mention) => groupOf(mention, sentences) ?? []);
  if (groups.length > 0 && groups.every(({ modal }) => modal === 'would')) return 'hypothetical';
  if (status === 'possible') return 'possible';
  return 'planned';
}

function isNegated({ mentions }: Joined, sentences: readonly Clauses[]): boolean {
  const groups = mentions.flatMap((mention) => groupOf(mention, sentences) ?? []);
  return groups.length > 0 && groups.every(({ negated }) => negated);
}

/** An entry with the statement that it rests on, the innermost around its words, and whose word that is. */
function revisionOf(
  { when, status, assertion }: Entry,
  { report: { text }, sentences, around: byPlace }: Setting,
): Event['schedule'][number] {
  const { span } = assertion;
  const near = byPlace.get(firstEndingAfter(sentences, span.start)) ?? [];
  const [around] = near
    .map(({ statement }) => statement)
    .filter(({ content }) => content.some((piece) => contains(piece, span)))
    .toSorted((a, b) => sizeOf(a) - sizeOf(b));
  const speaker = around?.speaker;
  return {
    when: when && writeWhen(when),
    status,
    statement: around?.id ?? null,
    by: speaker?.kind === 'named' ? speaker.actor : null,
    rule: assertion.by,
    span: spanOf(text, span),
  };
}

const sizeOf = ({ content }: Statement) => content.reduce((sum, { start, end }) => sum + end - start, 0);
