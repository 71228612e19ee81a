import type { Event, Party } from '../../record/index.ts';
import { anyOf, foldedWords, overlaps, remembered } from '../../text/index.ts';
import { personIn } from '../actors/persons.ts';
import type { Taken } from '../taken.ts';
import type { LinkWords } from '../words.ts';
import { calm } from './calm.ts';
import { sentenceAt } from './sentence.ts';

/** Who takes part in an event by one report, and how that calls them. */
export interface ToldParty extends Party {
  readonly called: string;
}

/** Who takes part in an event by its report, without those whose words name nobody. */
export const participantsIn = (event: Event, taken: Taken, words: LinkWords): ToldParty[] =>
  event.participants.flatMap((one) => {
    const called = nameIn(event, one, { taken, words });
    if (called === null) return [];
    const person = personIn(taken, one.actor);
    return [{ called, who: person?.id ?? null, name: person?.name ?? called, part: one.part }];
  });

/**
 * How a report calls one who takes part, without shouting; null where its words name nobody: they hold a time, are a clause
 * ("who holds the shares") or deny that there is somebody.
 */
export function nameIn(
  event: Event,
  { name, actor }: Event['participants'][number],
  { taken, words }: { readonly taken: Taken; readonly words: LinkWords },
): string | null {
  const { report, times } = taken.record;
  if (actor !== null) return name;
  if (words.phrases.nobody.includes(foldedWords(name)[0]?.form ?? '')) return null;
  const [place] = event.spans.flatMap((span) => {
    const sentence = sentenceAt(report, span);
    const at = report.text.slice(sentence.start, sentence.end).indexOf(name);
    return at < 0 ? [] : [{ start: sentence.start + at, end: sentence.start + at + name.length }];
  });
  if (place === undefined) return name;
  const isDated = times.some(({ span }) => overlaps(span, place));
  const before = report.text.slice(Math.max(0, place.start - BEFORE), place.start);
  return isDated || behindRelative(words).test(before) ? null : calm(report, place, words);
}

const BEFORE = 12;
const behindRelative = remembered(
  ({ phrases }: LinkWords) => new RegExp(String.raw`\b${anyOf(phrases.relative)}\s+$`, 'iu'),
);
