import { anyOf, remembered } from '../../text/index.ts';
import type { LinkWords } from '../words.ts';

const patterns = remembered(({ phrases }: LinkWords) => ({
  /** Ways to suppose what is proposed without an "if", each with the supposed words. */
  ways: [
    // "Whoever shuts that pool …", "A town that fills in its pool is …"
    new RegExp(
      `^\\W*(?:${anyOf(phrases.whoever)}|an? (?:\\p{L}+ ){1,3}?${anyOf(phrases.relative)}) ((?:[\\p{L}'’-]+ ?){1,5})`,
      'iu',
    ),
    // "Close that line and you close the town"
    new RegExp(`^\\W*(\\p{Lu}\\p{L}+(?: [\\p{L}'’-]+){1,6}?),? and ${anyOf(phrases.anybody)}\\b`, 'u'),
  ],
  /** Where a clause about somebody is over, and what is said of them begins. */
  main: new RegExp(`\\b${anyOf(phrases.modal)}\\b`, 'iu'),
}));

/** What the first sentence supposes; null where it supposes nothing. What is supposed so is seldom wished. */
export function supposedIn(said: string, words: LinkWords): string | null {
  const { ways, main } = patterns(words);
  for (const way of ways) {
    const supposed = way.exec(said)?.[1];
    if (supposed !== undefined) return supposed.split(main)[0] ?? null;
  }
  return null;
}
