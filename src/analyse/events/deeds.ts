import { type Actor, type Event, eventIdAt, type Report, type Statement } from '../../record/index.ts';
import { firstEndingAfter, overlapping, type Range, spanOf } from '../../text/index.ts';
import type { EventWords } from './lexicon.ts';
import type { Named } from './named.ts';
import { ploverMode } from './plover/mode.ts';
import { STATUS_RULES } from './status-rules.ts';
import { stemOf } from './stem.ts';

/** What is done by saying it, where PLOVER has a type for it. */
const DONE_BY: Readonly<Partial<Record<Statement['act'], NonNullable<Event['type']>>>> = {
  accuse: 'ACCUSE',
  criticise: 'ACCUSE',
  demand: 'REQUEST',
  threaten: 'THREATEN',
  refuse: 'REJECT',
  'rule out': 'REJECT',
  agree: 'AGREE',
  promise: 'AGREE',
  praise: 'SUPPORT',
  apologise: 'SUPPORT',
};

/** Acts that what is said may do by itself, whatever the cue: "said that nobody would sign". */
const ANSWERS = new Set(['refuse', 'rule out', 'agree', 'promise', 'demand']);

const MOST_WORDS = 9;
/** The rule that says how such an event stands. */
const DEED = 'done-by-saying-it';

/**
 * What statements do: who accuses, demands, refuses or promises is coded as an event of its own, done where it was said. Named
 * speakers only; what somebody did not say is no deed.
 */
export function spokenDeeds(
  report: Pick<Report, 'id' | 'text'>,
  {
    statements,
    actors,
    named,
    sentences,
  }: {
    statements: readonly Statement[];
    actors: readonly Actor[];
    named: readonly Named[];
    sentences: readonly Range[];
  },
  words: EventWords,
): { statement: Statement['id']; event: Event }[] {
  return statements.flatMap((statement) => {
    const type = DONE_BY[statement.act];
    const { speaker, cue, said } = statement;
    const [first] = cue;
    const sentence = first === undefined ? undefined : sentences[firstEndingAfter(sentences, first.start)];
    if (type === undefined || first === undefined || sentence === undefined) return [];
    if (statement.mode !== 'said' || statement.negated || speaker.kind !== 'named' || speaker.actor === null)
      return [];
    const recipients = recipientsOf(statement, { actors, named }, sentence);
    // "said that nobody would sign": what is done stands in what is said, and the act alone tells it.
    const isPlain = ANSWERS.has(statement.act) && !cue.some(({ text }) => tellsDeed(text, words));
    // A colon alone names nothing.
    const isMark = !/\p{L}/u.test(first.text);
    const told = isPlain || isMark ? whatIsTold(report.text, statement) : null;
    if (isMark && told === null) return [];
    const what = told ?? { start: first.start, end: endOfWhat(report.text, first.end, sentence.end) };
    const event: Event = {
      id: eventIdAt(report.id, what),
      what: report.text.slice(what.start, what.end),
      type,
      mode: ploverMode(type, report.text.slice(what.start, Math.max(what.end, sentence.end))),
      time: 'past',
      negated: false,
      participants: [
        { name: speaker.name, actor: speaker.actor, part: 'actor' },
        ...recipients.map(({ actor, name }) => ({ name, actor, part: 'recipient' as const })),
      ],
      place: null,
      when: said?.value ?? null,
      status: STATUS_RULES[DEED].status,
      schedule: [],
      rules: { says: [], status: DEED },
      spans: [spanOf(report.text, what)],
    };
    return [{ statement: statement.id, event }];
  });
}

/** The first words of what is said, without the mark or the "that" that it begins with; null where it has none. */
function whatIsTold(text: string, { refers, content }: Statement): Range | null {
  const [told] = refers?.spans ?? content;
  if (told === undefined) return null;
  const start =
    told.start + (/^(?:[“”"«„‘'`]+|that )/.exec(text.slice(told.start, told.end))?.[0].length ?? 0);
  const end = endOfWhat(text, start, told.end);
  return end > start ? { start, end } : null;
}

/** Whether a cue has a word for a deed in it: "accused", and not "said". */
function tellsDeed(cue: string, { deeds, irregular }: EventWords): boolean {
  return (cue.toLowerCase().match(/\p{L}+/gu) ?? []).some((word) => deeds.has(stemOf(word, irregular)));
}

/** The actors right behind the cue, else those spoken to. */
function recipientsOf(
  { cue, to, speaker }: Statement,
  { actors, named }: { actors: readonly Actor[]; named: readonly Named[] },
  sentence: Range,
): Actor[] {
  const end = cue.at(-1)?.end ?? 0;
  const own = speaker.kind === 'named' ? speaker.actor : null;
  const reach = { start: end, end: Math.min(end + REACH, sentence.end) };
  const near = overlapping(named, reach).find(({ start, actor }) => start >= end && actor.actor !== own);
  if (near !== undefined) return [near.actor];
  const told = new Set(to.map(({ actor }) => actor));
  return told.size === 0 ? [] : actors.filter(({ actor }) => told.has(actor));
}

const REACH = 40;

/** Where the words from a place end that are told: at the first mark, or when there are enough. */
function endOfWhat(text: string, from: number, to: number): number {
  const words = /^(?:[^\p{P}\n]|['’-](?=\p{L}))*/u.exec(text.slice(from, to))?.[0] ?? '';
  const some = words
    .split(/(?<=\S)(?=\s)/u)
    .slice(0, MOST_WORDS)
    .join('');
  return from + some.trimEnd().length;
}
