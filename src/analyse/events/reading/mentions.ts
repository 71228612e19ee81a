import { overlaps, type Range } from '../../../text/index.ts';
import type { EventReading } from '../../tag/index.ts';
import { type Clauses, tokenAt } from '../clause.ts';
import type { EventWords } from '../lexicon.ts';
import { type Mention, topicOf } from '../mention.ts';
import { stemOf } from '../stem.ts';

/** The words that a reading names an event by, as mentions: one that the nouns and verbs of the clause give too is that. */
export function mentionsIn(
  { names }: EventReading,
  sentences: readonly Clauses[],
  words: EventWords,
): Mention[] {
  return names.flatMap((name) => {
    const clauses = sentences.find(({ start, end }) => start <= name.start && name.start < end);
    if (clauses === undefined) return [];
    const known = clauses.mentions.find((mention) => overlaps(mention.what, name));
    return [known ?? mentionAt(clauses, name, words)];
  });
}

function mentionAt({ tokens, groups, place }: Clauses, name: Range, words: EventWords): Mention {
  const first = tokenAt(tokens, name.start);
  const head = Math.max(first, tokenAt(tokens, name.end - 1));
  const form = tokens[head]?.form ?? '';
  const group = groups.find(({ verb }) => verb >= first && verb <= head);
  const occasion = words.occasions.get(form);
  return {
    ...name,
    sentence: place,
    first,
    head: group?.verb ?? head,
    isVerb: group !== undefined,
    isAhead: true,
    also: [],
    family: occasion?.family ?? stemOf(form, words.irregular),
    type: occasion?.type ?? null,
    what: name,
    ordinal: null,
    further: null,
    definite: true,
    article: null,
    topic: topicOf(tokens.slice(first, head + 1), words),
  };
}

/** Runs of words whose share is over a half, the likeliest first. */
export function runsOf({ words }: EventReading, part: 'place' | 'who', text: string): Range[] {
  const runs: { start: number; end: number; shares: number[] }[] = [];
  let before: EventReading['words'][number] | null = null;
  for (const word of words) {
    if (word[part] > 0.5) {
      const last = runs.at(-1);
      const goesOn =
        before !== null && last?.end === before.end && /^\s*$/.test(text.slice(before.end, word.start));
      if (goesOn && last !== undefined) {
        last.end = word.end;
        last.shares.push(word[part]);
      } else runs.push({ start: word.start, end: word.end, shares: [word[part]] });
    }
    before = word;
  }
  const mean = (shares: readonly number[]) => shares.reduce((a, b) => a + b, 0) / shares.length;
  return runs.toSorted((a, b) => mean(b.shares) - mean(a.shares)).map(({ start, end }) => ({ start, end }));
}
