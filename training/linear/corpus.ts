import type { Roles } from '../../evals/polnear/brat.ts';
import { type Layout, layOut } from '../../src/analyse/layout.ts';
import { CONTENT, CUE, NONE, SOURCE } from '../../src/analyse/tag/linear/labels.ts';
import { type Sequence, sequencesOf } from '../../src/analyse/tag/linear/sequence.ts';
import type { KnownWords } from '../../src/analyse/tag/linear/vocabulary.ts';
import { NAME_KINDS } from '../../src/analyse/tag/names.ts';
import type { TokenRange } from '../../src/analyse/tag/token-range.ts';
import { loadAbbreviations } from '../../src/load/index.ts';
import type { Range } from '../../src/text/index.ts';
import { reportOf } from '../../test/reports.ts';
import type { AttributedText, NamedText } from './workplace.ts';

/** An attribution of one block, by tokens. */
export interface GoldRoles {
  readonly cue: readonly TokenRange[];
  readonly source: readonly TokenRange[];
  readonly content: readonly TokenRange[];
}

/** A block as the features see it, with what is right. */
export interface GoldSequence {
  readonly sequence: Sequence;
  readonly labels: Uint8Array;
  readonly attributions: readonly GoldRoles[];
}

/** A block with the labels of its names. */
export interface NamedSequence {
  readonly sequence: Sequence;
  readonly labels: Uint8Array;
}

const abbreviations = await loadAbbreviations();

/** A text laid out as `read` does it. */
export function layoutOf(text: { name: string; text: string }): Layout {
  return layOut(reportOf(text.text, { path: text.name }), abbreviations);
}

export function goldSequences(articles: readonly AttributedText[], words: KnownWords): GoldSequence[][] {
  return articles.map((article) =>
    [...sequencesOf(layoutOf(article), words)].map((sequence) => {
      const own = article.attributions
        .map((roles) => rolesIn(sequence, roles))
        .filter(({ cue }) => cue.length > 0);
      return { sequence, attributions: own, labels: flatLabels(sequence.length, own) };
    }),
  );
}

export function namedSequences(texts: readonly NamedText[], words: KnownWords): NamedSequence[] {
  return texts.flatMap((text) =>
    [...sequencesOf(layoutOf(text), words)].map((sequence) => {
      const labels = new Uint8Array(sequence.length);
      for (const name of text.names) {
        const { first, last } = tokensIn(sequence, name);
        const begin = 2 * NAME_KINDS.indexOf(name.kind) + 1;
        if (first < last) labels.fill(begin + 1, first, last).fill(begin, first, first + 1);
      }
      return { sequence, labels };
    }),
  );
}

function rolesIn(sequence: Sequence, { cue, source, content }: Roles): GoldRoles {
  const tokens = (ranges: readonly Range[]) =>
    ranges.map((range) => tokensIn(sequence, range)).filter(({ first, last }) => first < last);
  return { cue: tokens(cue), source: tokens(source), content: tokens(content) };
}

/** The tokens that a range touches. */
function tokensIn({ block: { tokens } }: Sequence, { start, end }: Range): TokenRange {
  let first = 0;
  while (first < tokens.length && (tokens[first] as Range).end <= start) first++;
  let last = first;
  while (last < tokens.length && (tokens[last] as Range).start < end) last++;
  return { first, last };
}

/** One label a token: contents first, then sources, then cues over them, longer spans under shorter ones. */
export function flatLabels(length: number, attributions: readonly GoldRoles[]): Uint8Array {
  const labels = new Uint8Array(length);
  const put = (role: keyof GoldRoles, begin: number) => {
    const spans = attributions
      .flatMap((roles) => roles[role])
      .toSorted((a, b) => b.last - b.first - (a.last - a.first));
    for (const { first, last } of spans) labels.fill(begin + 1, first, last).fill(begin, first, first + 1);
  };
  put('content', CONTENT);
  put('source', SOURCE);
  put('cue', CUE);
  for (let token = 0; token < length; token++) {
    const label = labels[token] as number;
    const before = token > 0 ? (labels[token - 1] as number) : NONE;
    if (label !== NONE && label % 2 === 0 && before !== label && before !== label - 1)
      labels[token] = label - 1;
  }
  return labels;
}
