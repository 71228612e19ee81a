import {
  type Actor,
  type Event,
  eventIdAt,
  type Report,
  type Statement,
  type Time,
} from '../../record/index.ts';
import { overlaps, type Range, spanOf } from '../../text/index.ts';
import type { CodeWords } from '../actors/codes/index.ts';
import type { TokenBlock } from '../layout.ts';
import type { Assertion } from './assertion.ts';
import { assertionsIn } from './assertions.ts';
import type { Clauses } from './clause.ts';
import { clausesOf } from './clauses.ts';
import { spokenDeeds } from './deeds.ts';
import { type Joined, joinMentions } from './joining.ts';
import type { EventWords } from './lexicon.ts';
import type { Mention } from './mention.ts';
import { participantsOf } from './participants.ts';
import { placeOf } from './place.ts';
import { ploverType, rootOf } from './plover/index.ts';
import { ploverMode } from './plover/mode.ts';
import { type Entry, scheduleOf } from './schedule.ts';
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
  const { statements, actors, times, blocks } = found;
  const byStart = (a: Range, b: Range) => a.start - b.start;
  const cues = statements.flatMap(({ cue, mode }) => (mode === 'held' ? [] : cue)).toSorted(byStart);
  const named = actors.flatMap(({ mentions }) => mentions).toSorted(byStart);
  const sentences = clausesOf(blocks, { times, cues, named }, words);
  const assertions = assertionsOf(sentences, { ...report, statements });
  const byMention = Map.groupBy(assertions, ({ mention }) => mention);
  const happenings = joinMentions(sentences.flatMap(({ mentions }) => mentions))
    .map((event) => ({ event, says: event.mentions.flatMap((mention) => byMention.get(mention) ?? []) }))
    .filter(({ event, says }) => says.length > 0 || event.mentions.some(({ isVerb }) => isVerb))
    .flatMap(({ event, says }) => {
      const whole = eventOf({ report, sentences, found }, event, says, words);
      return isWorthIt(whole, event) ? [whole] : [];
    });
  const deeds = spokenDeeds(report, { statements, actors, sentences }, words);
  const doing = new Map(deeds.map(({ statement, event }) => [statement, event.id]));
  const announced = new Map(
    happenings
      .flatMap(({ id, schedule }) =>
        schedule.flatMap(({ statement }) => (statement === null ? [] : [[statement, id] as const])),
      )
      .toReversed(),
  );
  return {
    events: [...happenings, ...deeds.map(({ event }) => event)].toSorted(
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

/** What all sentences say of when their events are; "it" and "the date" speak of what was dated last. */
function assertionsOf(
  sentences: readonly Clauses[],
  { published, statements }: Pick<Report, 'published'> & { statements: readonly Statement[] },
): Assertion[] {
  const day = published?.slice(0, 10) ?? null;
  const denials = statements
    .filter(({ act, negated }) => act === 'deny' || negated)
    .flatMap(({ content }) => content);
  const confirmations = statements
    .filter(({ act, negated }) => act === 'confirm' && !negated)
    .flatMap(({ content }) => content);
  const isDenied = (range: Range) => denials.some((piece) => overlaps(piece, range));
  const isConfirmed = (range: Range) => confirmations.some((piece) => overlaps(piece, range));
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

interface Setting {
  readonly report: Pick<Report, 'id' | 'text'>;
  readonly sentences: readonly Clauses[];
  readonly found: Found;
}

function eventOf(
  setting: Setting,
  event: Joined,
  says: readonly Assertion[],
  words: EventWords & CodeWords,
): Event {
  const { report, sentences, found } = setting;
  const { text } = report;
  const { schedule, when, status } = scheduleOf(says);
  const named = bestName(event, sentences);
  const type = event.mentions.find((mention) => mention.type !== null)?.type ?? codeOf(event, setting, words);
  return {
    id: eventIdAt(report.id, event.mentions[0] as Mention),
    what: text.slice(named.what.start, named.what.end),
    type,
    mode:
      type === null
        ? null
        : ploverMode(type, event.mentions.map(({ what }) => text.slice(what.start, what.end)).join(' ')),
    time: timeOf(status, event, sentences),
    negated: status === 'cancelled' ? false : isNegated(event, sentences),
    participants: participantsOf(event, { text, sentences, actors: found.actors }),
    place: placeOf(event, { text, sentences, words }),
    when,
    status,
    schedule: schedule.map((entry) => revisionOf(entry, setting)),
    spans: event.mentions
      .flatMap((mention) => [mention, ...mention.also])
      .map((range) => spanOf(text, range)),
  };
}

/** The PLOVER type of what a verb tells, where the lexicon has the verb and somebody with a name does it. */
function codeOf(
  { mentions }: Joined,
  { report: { text }, sentences, found }: Setting,
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
  const within = (from: number, to: number) =>
    found.actors
      .flatMap(({ mentions: spans }) => spans)
      .filter(({ start, end }) => start >= from && end <= to)
      .toSorted((a, b) => a.start - b.start)
      .map(({ start, end }) => ({ start: start - clauses.start, end: end - clauses.start }))[0] ?? null;
  const before = { start: clauses.start, end: group.start };
  const named = within(before.start, before.end);
  if (named === null && !namesGroup(clauses.tokens, before, words)) return null;
  const source = named ?? { start: 0, end: group.start - clauses.start };
  const sentence = text.slice(clauses.start, clauses.end);
  const { root, confidence } = rootOf({ sentence, source, target: within(group.end, clauses.end) }, words);
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
  { report: { text }, found }: Setting,
): Event['schedule'][number] {
  const { span } = assertion;
  const around = found.statements
    .filter(
      ({ mode, content }) =>
        mode !== 'held' && content.some((piece) => piece.start <= span.start && span.end <= piece.end),
    )
    .toSorted((a, b) => sizeOf(a) - sizeOf(b))[0];
  const speaker = around?.speaker;
  return {
    when,
    status,
    statement: around?.id ?? null,
    by: speaker?.kind === 'named' ? speaker.actor : null,
    span: spanOf(text, span),
  };
}

const sizeOf = ({ content }: Statement) => content.reduce((sum, { start, end }) => sum + end - start, 0);
