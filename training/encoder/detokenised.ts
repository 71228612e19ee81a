import type { Name } from '../../src/analyse/index.ts';
import type { Range } from '../../src/text/index.ts';

/** Tokens of a line with their tags (I-PER, I-ORG, I-LOC, I-MISC, O), as wikigold has them. */
interface Tagged {
  readonly tokens: readonly string[];
  readonly tags: readonly string[];
}

/** A name as training has it: what else is named is learnt as such, so that it is taken for nobody. */
export interface LearntName extends Range {
  readonly kind: Name['kind'] | 'other';
}

const KIND: Readonly<Record<string, LearntName['kind']>> = {
  PER: 'person',
  ORG: 'organization',
  LOC: 'place',
  MISC: 'other',
};
/** What stands without a space before it, and what behind. */
const CLOSES = /^(?:[.,;:!?%)\]}]|'s|n't|''|\.\.\.)$/;
const OPENS = /^(?:[([{$#]|``)$/;

/** The text that tokens are of, as it is written, with its names. */
export function detokenised({ tokens, tags }: Tagged): { text: string; names: LearntName[] } {
  let text = '';
  const names: LearntName[] = [];
  let open: { kind: LearntName['kind']; start: number; end: number } | null = null;
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 1];
    if (text !== '' && !CLOSES.test(token) && !OPENS.test(before ?? '')) text += ' ';
    const start = text.length;
    text += token;
    const [, code = ''] = /^[BI]-(\w+)$/.exec(tags[index] ?? '') ?? [];
    const kind = KIND[code];
    if (open !== null && kind === open.kind && !tags[index]?.startsWith('B')) open.end = text.length;
    else {
      if (open !== null) names.push(open);
      open = kind === undefined ? null : { kind, start, end: text.length };
    }
  }
  if (open !== null) names.push(open);
  return { text, names };
}
