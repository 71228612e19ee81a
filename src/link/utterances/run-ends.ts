import type { Word } from './quoted.ts';
import type { Run } from './word-runs.ts';

/** At an end of what two quotations have in common the other goes on for no more words than this beyond those of the run. */
const BEYOND = 2;

/**
 * A run before the first word that both have, or behind the last, as a reader sees it: an alignment that is free at both ends
 * takes any word there for the one beside it. What stands there in the other is of the same sentence: of "The old pier" beside
 * "The pier" it is "old", and "The" is in both.
 */
export function withEnd(run: Run, model: readonly Word[]): Run {
  if (run.after !== null && run.before === null) return withStart(run, run.after.told, model);
  if (run.before === null || run.after !== null) return run;
  const anchor = placeOf(run.before.told, model);
  const next = model.slice(anchor + 1, anchor + 1 + run.asked.length + BEYOND);
  const sentence = upTo(next, (word) => word.opens);
  const same = sentence.findIndex(({ form }) => form === run.asked.at(-1)?.form);
  const told = sentence[same];
  const [last] = run.asked.slice(-1);
  if (told !== undefined && last !== undefined && run.asked.length === 1)
    return { ...run, asked: [], told: sentence.slice(0, same), after: { asked: last, told } };
  const isWhole = next.length > sentence.length || next.length < run.asked.length + BEYOND;
  return { ...run, told: isWhole ? sentence : sentence.slice(0, run.told.length) };
}

function withStart(run: Run, first: Word, model: readonly Word[]): Run {
  const anchor = placeOf(first, model);
  if (first.opens) return { ...run, told: [] };
  const back = model.slice(Math.max(0, anchor - run.asked.length - BEYOND), anchor);
  const opening = back.findLastIndex(({ opens }) => opens);
  const sentence = opening < 0 ? back : back.slice(opening);
  const same = sentence.findLastIndex(({ form }) => form === run.asked[0]?.form);
  const [told, asked] = [sentence[same], run.asked[0]];
  if (told !== undefined && asked !== undefined && run.asked.length === 1)
    return { ...run, asked: [], told: sentence.slice(same + 1), before: { asked, told } };
  return { ...run, told: opening < 0 ? sentence.slice(sentence.length - run.told.length) : sentence };
}

const placeOf = ({ start }: Word, model: readonly Word[]) => model.findIndex((word) => word.start === start);

function upTo(words: readonly Word[], isEnd: (word: Word) => boolean): readonly Word[] {
  const end = words.findIndex(isEnd);
  return end < 0 ? words : words.slice(0, end);
}
