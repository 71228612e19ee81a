import { stripVTControlCharacters } from 'node:util';

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that must not reach a terminal
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g;

/** A report's words as one line that is safe to show: no escape sequence, control or reordering character of theirs gets through. */
export function printable(text: string): string {
  return stripVTControlCharacters(text).replace(CONTROLS, ' ').replace(/\s+/g, ' ').trim();
}
