import type { Range } from '../../../text/index.ts';
import { stemOf } from '../stem.ts';
import type { DeedWords } from './words.ts';

/** Who does something to whom, in a sentence; ranges are within it, and null where the sentence names nobody. */
export interface Deed {
  readonly sentence: string;
  readonly source: Range | null;
  readonly target: Range | null;
}

/** So many words of a stretch are looked at. */
const BETWEEN = 40;
const BEHIND = 12;
const LONGEST_PHRASE = 3;

const WORD = /[\p{L}\p{M}'’-]+|\p{N}+/gu;
const WILL = /^(?:will|would|shall|['’]ll|won't)$/;
const READY =
  /\b(?:plans?|intends?|wants?|set|ready|willing|about|going|due|agreed|offered|promised|pledged|vowed|decided) to\b/;
const NOT = /^(?:not|no|never|without|neither|nor|fails?|failed|\p{L}+n['’]t)$/u;
const UNDONE =
  /^(?:lift(?:s|ed|ing)?|eas(?:es?|ed|ing)|end(?:s|ed|ing)?|drop(?:s|ped)?|revoked?s?|relaxed|overturned|quashed|loosen(?:ed)?|reduced|cancell?ed|stop(?:s|ped)?|halted|suspended)$/;

/**
 * What tells the type of a deed: the words between source and target and behind them, alone and in pairs, and what the lexicon
 * says of them, each with whether the stretch speaks of the future, denies, undoes or makes it a condition. Names count as
 * names only, so that nobody is coded by who they are.
 */
export function deedFeatures({ sentence, source, target }: Deed, words: DeedWords): Set<string> {
  const found = new Set<string>();
  const from = source?.end ?? 0;
  const isBehind = target === null || target.start >= from;
  const middle =
    target === null
      ? sentence.slice(from)
      : isBehind
        ? sentence.slice(from, target.start)
        : sentence.slice(target.end, source?.start ?? target.end);
  const behind = target === null ? '' : sentence.slice(isBehind ? target.end : from);
  const ahead = sentence.slice(0, Math.min(source?.start ?? 0, target?.start ?? sentence.length));
  const aim = target === null ? '' : sentence.slice(target.start, target.end);
  const between = stemsOf(middle, words).slice(0, BETWEEN);
  putWords(found, 'm:', between);
  putWords(found, 'p:', stemsOf(behind, words).slice(0, BEHIND));
  const signs = signsOf(middle);
  for (const sign of signs) found.add(sign);
  const types = [
    ...typesIn('mid', between, words, found),
    ...typesIn('tgt', stemsOf(aim, words), words, found),
  ];
  for (const type of types) for (const sign of signs) found.add(`${sign}&${type}`);
  typesIn('post', stemsOf(behind, words), words, found);
  typesIn('pre', stemsOf(ahead, words), words, found);
  putOrder(found, stemsOf(sentence.slice(from), words).slice(0, BETWEEN), words);
  if (isBehind) found.add('behind');
  return found;
}

function signsOf(stretch: string): string[] {
  const all: string[] = stretch.toLowerCase().match(WORD) ?? [];
  return [
    ...(all.some((word) => WILL.test(word)) || READY.test(stretch) ? ['future'] : []),
    ...(all.some((word) => NOT.test(word)) ? ['not'] : []),
    ...(all.some((word) => UNDONE.test(word)) ? ['undone'] : []),
    ...(all.includes('if') ? ['if'] : []),
  ];
}

/** Stems in order; a name is "@", a number "0". */
function stemsOf(stretch: string, { irregular }: DeedWords): string[] {
  return (stretch.match(WORD) ?? []).map((word) =>
    /^\p{N}/u.test(word)
      ? '0'
      : /^\p{Lu}/u.test(word)
        ? '@'
        : stemOf(word.toLowerCase().replaceAll('’', "'"), irregular),
  );
}

function putWords(found: Set<string>, zone: string, stems: readonly string[]): void {
  for (const [index, stem] of stems.entries()) {
    const next = stems[index + 1];
    for (const one of next === undefined ? [stem] : [stem, `${stem}_${next}`]) {
      found.add(`${zone}${one}`);
      found.add(`*${one}`);
    }
  }
  if (stems.length > 0) {
    found.add(`${zone}^${stems[0]}`);
    found.add(`${zone}$${stems.at(-1)}`);
  }
}

/** Adds the types that the lexicon has for phrases of a stretch. Gives those added; the first ones between the two count apart. */
function typesIn(
  zone: 'mid' | 'tgt' | 'post' | 'pre',
  stems: readonly string[],
  words: DeedWords,
  found: Set<string>,
): string[] {
  const own: string[] = [];
  let isFirst = zone === 'mid';
  for (let at = 0; at < stems.length; at++) {
    let any = false;
    for (let size = 1; size <= LONGEST_PHRASE && at + size <= stems.length; size++) {
      const types = words.deeds.get(stems.slice(at, at + size).join(' '));
      if (types === undefined) continue;
      any = true;
      for (const type of types) {
        const once = `L:${zone}:${type}`;
        own.push(found.has(once) ? `${once}+` : once);
        if (isFirst) own.push(`L1:${type}`);
        for (const feature of own.slice(-2)) found.add(feature);
      }
    }
    if (any) isFirst = false;
  }
  return own;
}

/** The first two phrases that the lexicon has, as a pair too. */
function putOrder(found: Set<string>, stems: readonly string[], { deeds }: DeedWords): void {
  const seen: string[] = [];
  for (let at = 0; at < stems.length && seen.length < 2; at++)
    for (let size = LONGEST_PHRASE; size > 0; size--) {
      const types = at + size > stems.length ? undefined : deeds.get(stems.slice(at, at + size).join(' '));
      if (types === undefined) continue;
      seen.push([...types].join('/'));
      break;
    }
  for (const [index, types] of seen.entries()) found.add(`Q${index}:${types}`);
  if (seen.length > 1) found.add(`Q:${seen.join('>')}`);
}
