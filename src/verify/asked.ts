import { foldedWords, type Range } from '../text/index.ts';

/** A word of the quotation that is asked for, as it is compared, with its place in the quotation. */
export interface AskedWord extends Range {
  readonly text: string;
  readonly form: string;
  /** An editor's bracket around it: it may stand for other words or for none. */
  readonly bracketed: boolean;
  /** An ellipsis right before it: words may have been left out there. */
  readonly afterGap: boolean;
  /** The characters between it and the word before, without brackets. */
  readonly lead: string;
  /** How much it says: short words are mostly articles and prepositions, which every text shares. */
  readonly weight: number;
}

/** Letters of the longest word that counts as little. */
const SHORT = 3;
const LITTLE = 0.4;

export function weightOf(form: string): number {
  return form.length > SHORT ? 1 : LITTLE;
}

const MARKS = /^[\s"“”„«»‹›'‘’‚]+|(?<![\s"“”„«»‹›'‘’‚])[\s"“”„«»‹›'‘’‚]+$/gu;
const PART = /\[([^\][]*)\]|…|\.{3,}|\. \. \.|[^[…]+?(?=\[|…|\.{3,}|\. \. \.|$)/gsu;

/** The quotation without the marks around it. */
export function bare(quotation: string): string {
  return quotation.trim().replace(MARKS, '');
}

/** What an editor put into a quotation that is no word of it: "[sic]", the brackets around a letter ("[t]he") and around an ellipsis. */
const EDITED = /\[sic\]|\[(\p{L})\](?=\p{L})|\[\s*(?<gap>…|\.{3,})\s*\]/giu;

/** A quotation without marks around it and without what is no word of it, and where each of its characters stands. */
function plainWords(quotation: string): { text: string; places: readonly number[] } {
  const inner = bare(quotation);
  const start = quotation.indexOf(inner);
  const places: number[] = [];
  const keep = (from: number, to: number) => {
    for (let at = from; at < to; at++) places.push(start + at);
  };
  let done = 0;
  for (const match of inner.matchAll(EDITED)) {
    const kept = match[1] ?? match.groups?.gap ?? '';
    const at = match.index + match[0].indexOf(kept);
    keep(done, match.index);
    keep(at, at + kept.length);
    done = match.index + match[0].length;
  }
  keep(done, inner.length);
  return { text: places.map((place) => quotation.charAt(place)).join(''), places };
}

/** The words of a quotation with its ellipses and editor's brackets. "[sic]" is no word of it; "[t]he" is one word. */
export function askedWords(quotation: string): AskedWord[] {
  const { text, places } = plainWords(quotation);
  const words: AskedWord[] = [];
  let afterGap = false;
  let lead = '';
  for (const match of text.matchAll(PART)) {
    const [part, inside] = match;
    if (/^(?:…|\.{3,}|\. \. \.)$/.test(part)) {
      afterGap = words.length > 0;
      continue;
    }
    let from = 0;
    const said = inside ?? part;
    const offset = match.index + (inside === undefined ? 0 : 1);
    for (const { start, end, form } of foldedWords(said)) {
      lead += said.slice(from, start);
      words.push({
        start: places[offset + start] ?? 0,
        end: (places[offset + end - 1] ?? 0) + 1,
        text: said.slice(start, end),
        form,
        bracketed: inside !== undefined,
        afterGap,
        lead,
        weight: weightOf(form),
      });
      afterGap = false;
      lead = '';
      from = end;
    }
    lead += said.slice(from);
  }
  return words;
}

/** The runs of plain words between ellipses and brackets: what a search looks for as phrases. */
export function phrases(words: readonly AskedWord[]): string[] {
  const runs: string[][] = [[]];
  for (const word of words) {
    if (word.afterGap || word.bracketed) runs.push([]);
    if (!word.bracketed) runs.at(-1)?.push(word.text);
  }
  return runs.filter((run) => run.length > 0).map((run) => run.join(' '));
}
