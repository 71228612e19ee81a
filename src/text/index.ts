export { matchesOf } from './matches.ts';
export { contains, disjoint, holds, overlaps, type Range, type Span, spanOf, trimmed } from './span.ts';
export { likeness } from './spelling.ts';
export { places, type Units, utf16ByCodePoint } from './units.ts';
export { bisect, firstAfter, firstEndingAfter, overlapping } from './within.ts';
export { type FoldedWord, fold, foldedWords, hasWords } from './words.ts';
