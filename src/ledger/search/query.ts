const PART = /"([^"]*)"?|[^\s"]+/g;

/**
 * The phrases and words of what a user typed: quotation marks hold a phrase together, all else is words. Control characters,
 * at which SQLite would end a string, and halves of pairs only part words.
 */
export function termsOf(typed: string): string[] {
  const straight = typed.replace(/[\p{Cc}\p{Cs}]/gu, ' ').replace(/[“”„«»]/g, '"');
  const terms = [...straight.matchAll(PART)].map((match) => (match[1] ?? match[0]).trim());
  return terms.filter((term) => /[\p{L}\p{N}]/u.test(term));
}

/** A term as an FTS5 string: no character of it is syntax. A trailing * asks for words that begin so. */
export function ftsString(term: string): string {
  const prefix = /\*$/.test(term) ? '*' : '';
  return `"${term.replace(/\*$/, '').replaceAll('"', '""')}"${prefix}`;
}
