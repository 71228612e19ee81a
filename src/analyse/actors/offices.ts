import type { Actor } from '../../record/index.ts';
import { type Range, spanOf } from '../../text/index.ts';
import type { NamedRule } from '../named-rule.ts';

/** The rule by which somebody has an office. */
export const BESIDE_NAME: NamedRule = {
  name: 'role-beside-name',
  example: 'Foreign Minister Pavel Strunin said that the door was open.',
};

/** What the report calls somebody: a title, and what it is a title of. */
export interface Office {
  readonly title: string;
  readonly of: string | null;
}

/** The offices as claims of the record, each where the text gives it nearest to a mention. */
export function officesIn(
  text: string,
  offices: readonly Office[],
  mentions: readonly Range[],
): Actor['offices'] {
  return offices.flatMap(({ title, of }) => {
    const start = nearestTo(mentions, placesOf(text, title));
    if (start === undefined) return [];
    const span = spanOf(text, { start, end: start + title.length });
    return [{ title, of, span, how: 'stated' as const, by: BESIDE_NAME.name }];
  });
}

/** A word that a report repeats more often is looked for no further. */
const MOST_PLACES = 50;

function placesOf(text: string, words: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(words); at >= 0 && places.length < MOST_PLACES; at = text.indexOf(words, at + 1))
    places.push(at);
  return places;
}

function nearestTo(mentions: readonly Range[], places: readonly number[]): number | undefined {
  const distance = (place: number) =>
    Math.min(
      ...mentions
        .slice(0, MOST_PLACES)
        .map(({ start, end }) => Math.min(Math.abs(place - start), Math.abs(place - end))),
    );
  return places.map((place) => ({ place, far: distance(place) })).toSorted((a, b) => a.far - b.far)[0]?.place;
}
