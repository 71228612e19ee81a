import type { Event, Step } from '../../record/index.ts';
import { anyOf, foldedWords, overlaps, type Range, remembered } from '../../text/index.ts';
import { personIn } from '../actors/persons.ts';
import { namesIn } from '../names-in.ts';
import { type OfReport, ofReport } from '../of-report.ts';
import type { Taken } from '../taken.ts';
import { type LinkWords, stemsOf } from '../words.ts';
import { type Callings, callingsOf } from './calling.ts';
import { type Stretch, stretchOf } from './days.ts';
import { participantsIn, type ToldParty } from './participants.ts';
import { endOfLead, sentenceAt } from './sentence.ts';

/** One state of an event in its report, with who told it. */
export type Revision = Omit<Event['schedule'][number], 'by'> & Pick<Step, 'by'>;

/** An event of one report, as linking compares it. */
export interface ToldEvent {
  readonly event: Pick<Event, 'id' | 'what' | 'type' | 'time' | 'when' | 'status' | 'spans'> & {
    readonly schedule: readonly Revision[];
    readonly place: string | null;
  };
  readonly report: OfReport;
  readonly callings: Callings;
  readonly participants: readonly ToldParty[];
  /** The occasions that its words name: "meeting" for "talks", "to meet". */
  readonly families: ReadonlySet<string>;
  /** The stems of the words that name it, without those of occasions. */
  readonly stems: ReadonlySet<string>;
  readonly parties: ReadonlySet<string>;
  readonly place: ReadonlySet<string>;
  /** "second", "final", "2033": what tells one of a kind from another. */
  readonly marks: ReadonlySet<string>;
  /** "next", "separate": what sets it apart from another that the report tells of. */
  readonly asides: ReadonlySet<string>;
  /** Every stretch of days that the report gives it, now or before. */
  readonly dates: readonly Stretch[];
  /** The dates that the sentences which name it tell, its own or not. */
  readonly beside: readonly string[];
  /** The sentences that name it. */
  readonly sentences: string;
  /** Their stems. */
  readonly around: ReadonlySet<string>;
  /** Words with a capital in these, and where it is what its report says first of all, in that; those of dates aside. */
  readonly names: ReadonlySet<string>;
  /** Whether its report says first of all what becomes of it. */
  readonly isLead: boolean;
}

/** "2033", "3rd". */
const NUMBER = /^\d{1,4}(?:\p{L}{2})?$/u;
const isMark = (form: string, { phrases }: LinkWords) => NUMBER.test(form) || phrases.ordinal.includes(form);

const behindOccasion = remembered(
  ({ phrases }: LinkWords) => new RegExp(` ${anyOf(phrases['behind-occasion'])}\\b`, 'u'),
);

/** The head of a phrase: its last word before what hangs on it. */
const headOf = (what: string, words: LinkWords) =>
  (what.split(behindOccasion(words))[0] ?? '').split(' ').at(-1) ?? '';

/** What is told of a known event without its date: that it stands, or is over. */
const WITHOUT_DATE: ReadonlySet<Event['status']> = new Set(['confirmed', 'held', 'under way']);

/** The events of a report that have a date or lost one, and those that may be known ones of which it tells how they stand. */
export const toldEvents = (taken: Taken, words: LinkWords): ToldEvent[] =>
  taken.record.events
    .filter(({ schedule, status }) => schedule.length > 0 || WITHOUT_DATE.has(status))
    .map((event) => toldEvent(event, taken, words));

function toldEvent(event: Event, taken: Taken, words: LinkWords): ToldEvent {
  const { report } = taken.record;
  const named = [event.what, ...event.spans.map(({ text }) => text)].join(' ');
  const forms = foldedWords(named).map(({ form }) => form);
  const known = forms.flatMap((form) => words.familyOf(form) ?? []);
  const heads = new Set(
    forms.filter((form) => words.familyOf(form) !== null).flatMap((form) => stemsOf(form, words)),
  );
  const isAside = (form: string) => words.phrases['other-event'].includes(form);
  const leadEnd = endOfLead(report);
  const isLead = event.spans.some(({ start }) => start < leadEnd);
  const sentences = event.spans.map((span) => sentenceAt(report, span));
  const told = isLead ? [{ start: 0, end: leadEnd }, ...sentences] : sentences;
  const textOf = ({ start, end }: Range) => report.text.slice(start, end);
  const by = (actor: string | null): Step['by'] => {
    const who = personIn(taken, actor);
    return who && { who: who.id, name: who.name };
  };
  return {
    event: {
      id: event.id,
      what: event.what,
      type: event.type,
      time: event.time,
      when: event.when,
      status: event.status,
      spans: event.spans,
      place: event.place?.name ?? null,
      schedule: event.schedule.map((one) => ({ ...one, by: by(one.by) })),
    },
    report: ofReport(words)(taken),
    callings: callingsOf(event, taken, words),
    participants: participantsIn(event, taken, words),
    families: new Set(known.length > 0 ? known : stemsOf(headOf(event.what, words), words)),
    stems: new Set(
      stemsOf(named, words).filter((stem) => !heads.has(stem) && !isMark(stem, words) && !isAside(stem)),
    ),
    parties: new Set(event.participants.flatMap(({ name }) => stemsOf(name, words))),
    place: new Set(stemsOf(event.place?.name ?? '', words)),
    marks: new Set(forms.filter((form) => isMark(form, words))),
    asides: new Set(forms.filter(isAside)),
    dates: [event.when, ...event.schedule.map(({ when }) => when)].flatMap((when) => {
      const days = stretchOf(when);
      return days === null ? [] : [days];
    }),
    beside: taken.record.times.flatMap(({ span, value }) =>
      sentences.some((sentence) => overlaps(span, sentence)) ? [value] : [],
    ),
    sentences: [...new Set(sentences.map((sentence) => textOf(sentence).trim()))].join(' '),
    around: new Set(sentences.flatMap((sentence) => stemsOf(textOf(sentence), words))),
    names: new Set(told.flatMap((range) => namesIn(range, taken, words))),
    isLead,
  };
}
