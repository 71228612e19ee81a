import type { Event, Party } from '../../record/index.ts';
import { anyOf, foldedWords, overlaps, remembered } from '../../text/index.ts';
import type { Persons } from '../actors/index.ts';
import { type LinkWords, plainName } from '../words.ts';
import { calm } from './calm.ts';
import { sentenceAt } from './sentence.ts';
import type { ToldEvent } from './told-event.ts';

/** Who takes part in an event by its reports, each once, with the part that the last report gives; where it is takes no part. */
export function partiesOf(own: readonly ToldEvent[], persons: Persons, words: LinkWords): Party[] {
  const places = new Set(own.flatMap(({ event }) => event.place?.name ?? []).map(plainName));
  const told = own.flatMap((member) =>
    member.event.participants.flatMap((one): Party[] => {
      const name = nameIn(member, one, words);
      if (name === null || places.has(plainName(name))) return [];
      const person = persons.of(member.report.id, one.actor);
      return [{ who: person?.id ?? null, name: person?.name ?? name, part: one.part }];
    }),
  );
  const byOne = Map.groupBy(told, ({ who, name }) => who ?? plainName(name));
  return [...byOne.values()].flatMap((same) => same.at(-1) ?? []);
}

/**
 * How a report calls one who takes part, without shouting; null where its words name nobody: they hold a time, are a clause
 * ("who holds the shares") or deny that there is somebody.
 */
export function nameIn(
  { report, event, taken }: ToldEvent,
  { name, actor }: Event['participants'][number],
  words: LinkWords,
): string | null {
  if (actor !== null) return name;
  if (words.phrases.nobody.includes(foldedWords(name)[0]?.form ?? '')) return null;
  const [place] = event.spans.flatMap((span) => {
    const sentence = sentenceAt(report, span);
    const at = report.text.slice(sentence.start, sentence.end).indexOf(name);
    return at < 0 ? [] : [{ start: sentence.start + at, end: sentence.start + at + name.length }];
  });
  if (place === undefined) return name;
  const isDated = taken.record.times.some(({ span }) => overlaps(span, place));
  const before = report.text.slice(Math.max(0, place.start - BEFORE), place.start);
  return isDated || behindRelative(words).test(before) ? null : calm(report, place, words);
}

const BEFORE = 12;
const behindRelative = remembered(
  ({ phrases }: LinkWords) => new RegExp(String.raw`\b${anyOf(phrases.relative)}\s+$`, 'iu'),
);
