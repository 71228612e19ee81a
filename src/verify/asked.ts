import { foldedWords } from '../text/index.ts';

/** A word of the quotation that is asked for, as it is compared. */
export interface AskedWord {
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

/** The words of a quotation with its ellipses and editor's brackets. "[sic]" is no word of it; "[t]he" is one word. */
export function askedWords(quotation: string): AskedWord[] {
  const text = bare(quotation)
    .replace(/\[sic\]/gi, ' ')
    .replace(/\[(\p{L})\](?=\p{L})/gu, '$1')
    .replace(/\[\s*(?:…|\.{3,})\s*\]/g, '…');
  const words: AskedWord[] = [];
  let afterGap = false;
  let lead = '';
  for (const [part, inside] of text.matchAll(PART)) {
    if (/^(?:…|\.{3,}|\. \. \.)$/.test(part)) {
      afterGap = words.length > 0;
      continue;
    }
    let from = 0;
    const said = inside ?? part;
    for (const { start, end, form } of foldedWords(said)) {
      lead += said.slice(from, start);
      words.push({
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
