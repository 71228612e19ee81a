import { type Actor, type Event, eventIdAt, type Report, type Statement } from '../../record/index.ts';
import { firstEndingAfter, overlapping, type Range, spanOf } from '../../text/index.ts';
import type { EventWords } from './lexicon.ts';
import type { Named } from './named.ts';
import { type Deed, ploverType, rootOf } from './plover/index.ts';
import { ploverMode } from './plover/mode.ts';
import { stemOf } from './stem.ts';

/** What is done by saying it, where PLOVER has a type for it; the root where the words leave it open. */
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
const ANSWERS = /^(?:refuse|rule out|agree|promise|demand)$/;

/** Below this share of the coder, what the act says counts. */
const SURE = 0.6;
const MOST_WORDS = 9;

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
    const usual = DONE_BY[statement.act];
    const { speaker, cue, said } = statement;
    const [first] = cue;
    const sentence = first === undefined ? undefined : sentences[firstEndingAfter(sentences, first.start)];
    if (usual === undefined || first === undefined || sentence === undefined) return [];
    if (statement.mode !== 'said' || statement.negated || speaker.kind !== 'named' || speaker.actor === null)
      return [];
    const recipients = recipientsOf(statement, { actors, named }, sentence);
    // "said that nobody would sign": what is done stands in what is said, and the act alone tells it.
    const isPlain = ANSWERS.test(statement.act) && !cue.some(({ text }) => tellsDeed(text, words));
    const told = (statement.refers?.spans ?? statement.content)[0];
    const from = isPlain && told !== undefined ? withoutLead(report.text, told) : first;
    const whole = isPlain && told !== undefined ? told : sentence;
    const type = isPlain ? usual : codeOf(report.text, { statement, sentence, recipients }, usual, words);
    const what = {
      start: from.start,
      end: Math.min(
        whole.end,
        endOfWhat(report.text, isPlain ? { start: from.start, end: from.start } : first, whole),
      ),
    };
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
      status: 'held',
      schedule: [],
      spans: [spanOf(report.text, what)],
    };
    return [{ statement: statement.id, event }];
  });
}

/** What is said without the mark or the "that" that it begins with. */
function withoutLead(text: string, { start, end }: Range): Range {
  const lead = /^(?:[“”"«„‘'`]+|that )/.exec(text.slice(start, end))?.[0] ?? '';
  return { start: start + lead.length, end };
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

/** The coder's type where it is sure, else what the act says. */
function codeOf(
  text: string,
  {
    statement,
    sentence,
    recipients,
  }: { statement: Statement; sentence: Range; recipients: readonly Actor[] },
  usual: NonNullable<Event['type']>,
  words: EventWords,
): NonNullable<Event['type']> {
  const whole = text.slice(sentence.start, sentence.end);
  const within = (range: Range | undefined) =>
    range === undefined || range.start < sentence.start || range.end > sentence.end
      ? null
      : { start: range.start - sentence.start, end: range.end - sentence.start };
  const target = recipients[0]?.mentions.find(
    ({ start, end }) => start >= sentence.start && end <= sentence.end,
  );
  const deed: Deed = { sentence: whole, source: within(statement.source[0]), target: within(target) };
  const { root, confidence } = rootOf(deed, words);
  return confidence >= SURE ? ploverType(root, whole) : usual;
}

/** The cue with the words behind it, up to the first mark. */
function endOfWhat(text: string, { end }: Range, sentence: Range): number {
  const words = /^(?:[^\p{P}\n]|['’-](?=\p{L}))*/u.exec(text.slice(end, sentence.end))?.[0] ?? '';
  const some = words
    .split(/(?<=\S)(?=\s)/u)
    .slice(0, MOST_WORDS)
    .join('');
  return end + some.trimEnd().length;
}
