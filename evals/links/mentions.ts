import type { Event, EventId, ReportRecord } from '../../src/record/index.ts';
import { overlaps, type Range } from '../../src/text/index.ts';
import type { Drawn } from './drawn.ts';
import type { Cited, Gold } from './gold.ts';

/**
 * The events of a report that words of it name: those whose own words overlap them. Where there is none (“Customs experts of
 * both countries” will meet), the nearest event with a schedule in the same sentence that no other listed mention names.
 */
export function eventsNamed(drawn: Drawn, [number, words]: Cited): EventId[] {
  const record = drawn.records.get(number);
  if (record === undefined) return [];
  const places = placesOf(record.report.text, words);
  const named = namedBy(record, places);
  if (named.length > 0) return named.map(({ id }) => id);
  const others = otherMentions(drawn.story.gold, [number, words]).flatMap((mention) =>
    namedBy(record, placesOf(record.report.text, mention)),
  );
  const free = record.events.filter((event) => event.schedule.length > 0 && !others.includes(event));
  const near = places.flatMap((place) => nearIn(record, place, free));
  return near
    .toSorted((a, b) => a.distance - b.distance)
    .map(({ event }) => event.id)
    .slice(0, 1);
}

const namedBy = ({ events }: ReportRecord, places: readonly Range[]) =>
  events.filter(({ spans }) => spans.some((span) => places.some((place) => overlaps(span, place))));

const otherMentions = ({ events }: Gold, [number, words]: Cited) =>
  events
    .flatMap(({ mentions }) => mentions)
    .filter(([report, other]) => report === number && other !== words)
    .map(([, other]) => other);

/** Every place where words stand in a text, not within a word. */
function placesOf(text: string, words: string): Range[] {
  const found: Range[] = [];
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + 1)) {
    const end = start + words.length;
    if (!/\w/.test(text[start - 1] ?? '') && !/\w/.test(text[end] ?? '')) found.push({ start, end });
  }
  return found;
}

function nearIn({ report }: ReportRecord, place: Range, events: readonly Event[]) {
  const sentence = sentenceAt(report.text, place);
  return events.flatMap((event) => {
    const distances = event.spans
      .filter((span) => overlaps(span, sentence))
      .map(({ start, end }) => Math.max(start - place.end, place.start - end));
    return distances.length === 0 ? [] : [{ event, distance: Math.min(...distances) }];
  });
}

/** From the last end of a sentence before a place to the next one behind it, or the line's. */
function sentenceAt(text: string, { start, end }: Range): Range {
  const ends = [...text.matchAll(/\n|(?<=\p{Ll}{3}|\d)[.!?]["”'’)]*\s+(?=["“'‘]?\p{Lu})/gu)];
  const before = ends.findLast(({ index }) => index < start);
  const behind = ends.find(({ index }) => index >= end);
  return {
    start: before === undefined ? 0 : before.index + before[0].length,
    end: behind?.index ?? text.length,
  };
}
