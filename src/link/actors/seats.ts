import { plainName } from '../words.ts';
import { rootOf } from './body-name.ts';

/** The plain name of a capital → the root of its country's name. */
export type Seats = ReadonlyMap<string, string>;

const NAME = String.raw`\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)?`;
/** "the Halvonian capital, Ilmen", "Krasovia's capital Drasna": the country first. */
const COUNTRY_FIRST = new RegExp(
  String.raw`\b(${NAME}?)(?:['’]s)? capital(?: city)?,? (?:of )?(${NAME})`,
  'gu',
);
/** "Ilmen, the capital of Halvony". */
const SEAT_FIRST = new RegExp(String.raw`\b(${NAME}), (?:the )?capital(?: city)? of (${NAME})`, 'gu');

/** Which capital is whose, as a report tells. */
export function seatsIn(text: string): Seats {
  const seats = new Map<string, string>();
  if (!text.includes('capital')) return seats;
  for (const [, country = '', seat = ''] of text.matchAll(COUNTRY_FIRST))
    seats.set(plainName(seat), rootOf(plainName(country)));
  for (const [, seat = '', country = ''] of text.matchAll(SEAT_FIRST))
    seats.set(plainName(seat), rootOf(plainName(country)));
  return seats;
}
