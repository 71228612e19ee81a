/** A pattern that is slower than linear, and is only ever asked about so many characters. */
export interface Bounded {
  readonly file: string;
  /** How its source begins. */
  readonly begins: string;
  /** The longest text that it is asked about, in characters: on that much it must not be slow. */
  readonly longest: number;
  readonly why: string;
}

export const BOUNDED: readonly Bounded[] = [
  {
    file: 'read/metadata/agency.ts',
    begins: '^(?:the )?(?<name>.+?)(?: (?:staff',
    longest: 100,
    why: 'longer names are no agency',
  },
  {
    file: 'analyse/actors/names.ts',
    begins: '(\\p{Ll}+),? $',
    longest: 30,
    why: 'the longest word before a name',
  },
  {
    file: 'analyse/actors/names.ts',
    begins: "(\\p{Lu}[\\p{L}\\p{M}’'&-]*(?: (?:(?:of|the|for",
    longest: 60,
    why: 'what stands near before "who"',
  },
  {
    file: 'analyse/attribution/according-to.ts',
    begins: '(?:\\s+(?:also|later',
    longest: 400,
    why: 'a subject stands so near before its verb',
  },
  {
    file: 'analyse/attribution/bare-quotation.ts',
    begins: '(?:^|[.!?:]["”’»]?\\s+',
    longest: 4,
    why: 'the characters right before a mark',
  },
  {
    file: 'analyse/attribution/headline.ts',
    begins: '^(?<content>.+), (?<source>',
    longest: 1000,
    why: 'longer headlines are not asked',
  },
  {
    file: 'analyse/flags/quotation-without-speaker.ts',
    begins: '(?:(?:^|\\n)',
    longest: 10,
    why: 'the characters right before a mark',
  },
  {
    file: 'analyse/actors/chain/index.ts',
    begins: '(?:^|[,”"’»]\\s)',
    longest: 300,
    why: 'so far before a cue',
  },
  {
    file: 'analyse/actors/chain/media.ts',
    begins: '^(?:the |a |an |its |their )?(?<label>',
    longest: 200,
    why: 'longer words are no medium',
  },
  {
    file: 'analyse/time/rule.ts',
    begins: '\\b(?:',
    longest: 1500,
    why: 'sentences are read in pieces of this length',
  },
];
