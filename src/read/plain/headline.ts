import type { Block } from '../../record/index.ts';
import { foldedWords } from '../../text/index.ts';

const LONGEST_HEADLINE = 200;

/** The blocks with the headline marked, and its words. */
export interface Headed {
  readonly blocks: readonly Block[];
  readonly headline: string | null;
}

/**
 * Finds the headline: the one given from outside, where there is one; else the first block when it is short
 * and does not end in a full stop. A given headline marks the first block only when that block has its words.
 */
export function findHeadline(text: string, blocks: readonly Block[], given: string | null): Headed {
  const [first, ...rest] = blocks;
  if (first === undefined) return { blocks, headline: given };
  const words = text.slice(first.start, first.end);
  if (given === null ? !looksLikeHeadline(first, words) : !sameWords(given, words))
    return { blocks, headline: given };
  return { blocks: [{ ...first, kind: 'headline' }, ...rest], headline: given ?? words };
}

function looksLikeHeadline(first: Block, words: string): boolean {
  return first.kind !== 'item' && words.length < LONGEST_HEADLINE && !/\.["'”’»)\]]*$/u.test(words);
}

function sameWords(a: string, b: string): boolean {
  const forms = (text: string) => foldedWords(text).map(({ form }) => form);
  return forms(a).join(' ') === forms(b).join(' ');
}
