/** "KYIV, Feb 2 (Agency) —", "TARN FORD, August 19 –", "LONDON (AP) —", "SANNOW, /Quillwire/.": as printed, before the report begins. */
const DATELINE =
  /^(?<line>(?<place>\p{Lu}[\p{Lu}'’. -]+(?:[,/] ?\p{Lu}[\p{L}. ]+?)?)(?:, (?<date>\p{Lu}\p{Ll}+\.? \d{1,2}(?:, \d{4})?|\d{1,2} \p{Lu}\p{Ll}+\.?(?: \d{4})?))?(?: ?\((?<agency>[^)\n]{2,40})\)| ?\/(?<slashed>[^/\n]{2,20})\/\.?)?) ?[–—-]{1,2} (?=\S)/u;
/** A place in small letters tells itself by the agency behind it. */
const TITLED =
  /^(?<line>(?<place>\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)*(?:, \p{Lu}[\p{L}. ]+?)?)(?:, (?<date>\p{Lu}\p{Ll}+\.? \d{1,2}(?:, \d{4})?|\d{1,2} \p{Lu}\p{Ll}+\.?(?: \d{4})?))? ?\((?<agency>[^)\n]{2,40})\)) ?[–—-]{1,2} (?=\S)/u;

/** Paragraphs before the one with the dateline: a headline, a standfirst. */
const WITHIN = 3;

export interface Dateline {
  /** As printed, without the dash. */
  readonly line: string;
  /** Who is named in brackets. */
  readonly agency: string | null;
}

/** The dateline at the beginning of a paragraph, or null. */
function datelineIn(paragraph: string): Dateline | null {
  const { line, agency, slashed } = (DATELINE.exec(paragraph) ?? TITLED.exec(paragraph))?.groups ?? {};
  if (line === undefined) return null;
  return { line: line.trim(), agency: agency ?? slashed ?? null };
}

/** The dateline of a report, at the beginning of one of its first paragraphs. */
export function datelineOf(paragraphs: readonly string[]): Dateline | null {
  return (
    paragraphs
      .slice(0, WITHIN)
      .map(datelineIn)
      .find((found) => found !== null) ?? null
  );
}
