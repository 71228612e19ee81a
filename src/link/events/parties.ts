import type { Party } from '../../record/index.ts';
import { anyOf, foldedWords, overlaps, remembered } from '../../text/index.ts';
import type { Persons } from '../actors/index.ts';
import { type LinkWords, plainName } from '../words.ts';
import { calm } from './calm.ts';
import { sentenceAt } from './sentence.ts';
import type { ToldEvent } from './told-event.ts';

/**
 * Who takes part in an event by its reports, each once, with the part that the last report gives. Whom a report only describes
 * counts where its words are a phrase of their own: "who holds the shares" is none, and "the council" is nobody else where the
 * town council is named.
 */
export function partiesOf(own: readonly ToldEvent[], persons: Persons, words: LinkWords): Party[] {
  const told = own.flatMap((member) =>
    member.event.participants.flatMap(({ name, actor, part }): Party[] => {
      const person = persons.of(member.report.id, actor);
      if (person !== null) return [{ who: person.id, name: person.name, part }];
      const described = actor !== null ? name : describedIn(member, name, words);
      return described === null ? [] : [{ who: null, name: described, part }];
    }),
  );
  const places = new Set(own.flatMap(({ event }) => event.place?.name ?? []).map(plainName));
  const byOne = Map.groupBy(told, ({ who, name }) => who ?? plainName(name));
  const once = [...byOne.values()].flatMap((same) => same.at(-1) ?? []);
  const named = once.filter(({ who }) => who !== null);
  return once.filter(
    ({ who, name }) => !places.has(plainName(name)) && (who !== null || !isPartOf(name, named)),
  );
}

/** The words that describe somebody, without shouting; null where they hold a time or are a clause. */
function describedIn({ report, event, taken }: ToldEvent, name: string, words: LinkWords): string | null {
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

/** Whether all words of a name stand in that of another. */
function isPartOf(name: string, others: readonly { readonly name: string }[]): boolean {
  const own = foldedWords(name).map(({ form }) => form);
  return others.some((other) => {
    const all = new Set(foldedWords(other.name).map(({ form }) => form));
    return own.every((form) => all.has(form));
  });
}
