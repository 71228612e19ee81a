export { Apart } from './apart.ts';
export { matchesOf } from './matches.ts';
export { anyCased, anyOf, type Phrases } from './phrases.ts';
export { remembered } from './remembered.ts';
export { contains, disjoint, holds, overlaps, type Range, type Span, spanOf, trimmed } from './span.ts';
export { likeness } from './spelling.ts';
export { places, type Units, utf16ByCodePoint } from './units.ts';
export { bisect, firstAfter, firstEndingAfter, lastStartingBy, overlapping } from './within.ts';
export { type FoldedWord, fold, foldedWords, hasWords } from './words.ts';
