import { speakerName } from '../record/index.ts';
import type { Cited } from './told.ts';

export const wordsOf = ({ statement }: Pick<Cited, 'statement'>): string =>
  statement.content.map(({ text }) => text).join(' … ');

/** How a speaker is known and what the text has in its place; null where the text itself states who speaks. */
export function notStated({ statement: { speaker, source } }: Pick<Cited, 'statement'>): string | null {
  if (speaker.kind === 'unknown' || speaker.how === 'stated') return null;
  const said = source.map(({ text }) => `“${text}”`).join(' … ') || 'no source';
  return `${speaker.how}; the text has ${said}`;
}

/** Who speaks, and where a rule inferred that, or somebody decided it, what the text has: nobody cites a guess as stated. */
export function speakerWords(cited: Pick<Cited, 'statement'>): string {
  const how = notStated(cited);
  return `${speakerName(cited.statement) ?? 'nobody named'}${how === null ? '' : ` (${how})`}`;
}
