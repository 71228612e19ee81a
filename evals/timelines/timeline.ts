import type { Word } from '../../src/analyse/syntax/index.ts';
import { dateOf } from './dates.ts';
import { mentionsOf, type ReadText } from './mentions.ts';
import type { Mention } from './score.ts';
import { verbsOf, writtenVerb } from './verbs.ts';

/** What an entity took part in, over all reports, by date; what is of one date has one place. */
export function timelineOf(entity: string, reads: readonly ReadText[]): Mention[] {
  return placed(
    reads.flatMap((read) =>
      verbsOf(entity, read).map((verb) => ({
        ...whereOf(verb, read),
        text: writtenVerb(verb, read),
        date: dateOf(verb, read),
      })),
    ),
  );
}

/** Every verb of a sentence that names the entity, on the day of publication. */
export function naiveTimeline(entity: string, reads: readonly ReadText[]): Mention[] {
  return placed(
    reads.flatMap((read) => {
      const own = new Set(mentionsOf(entity, read).map((range) => sentenceAt(range.start, read)));
      return read.syntax.words
        .filter(({ part, start }) => part === 'VERB' && own.has(sentenceAt(start, read)))
        .map((verb) => ({
          ...whereOf(verb, read),
          text: read.text.text.slice(verb.start, verb.end),
          date: read.text.created,
        }));
    }),
  );
}

const sentenceAt = (offset: number, { text }: ReadText) =>
  text.sentences.findIndex(({ start, end }) => start <= offset && offset < end);

const whereOf = ({ start }: Word, read: ReadText) => ({
  doc: read.text.doc,
  sentence: sentenceAt(start, read),
});

function placed(found: readonly Omit<Mention, 'order'>[]): Mention[] {
  const dates = [...new Set(found.map(({ date }) => date))].toSorted();
  return found.map((one) => ({ ...one, order: dates.indexOf(one.date) + 1 }));
}
