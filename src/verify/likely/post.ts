/** What is asked for, as a post on a network may be pasted: its own words, and who signed it when, '' where nobody did. */
export interface Pasted {
  readonly text: string;
  readonly signed: string;
}

const ADDRESS = /https?:\S+/gu;
const PICTURE = /pic\.twitter\.com\S+/gu;
const HANDLE = /\(@\w+\)/u;
const TAG = /[#@](\w+)/gu;
const INNER_CAPITAL = /(\p{Ll})(?=[\p{Lu}\p{N}])/gu;

/** A pasted text without addresses and byline, its tags and handles parted into words. */
export function pasted(typed: string): Pasted {
  const dash = typed.lastIndexOf(' —');
  const signed = dash < 0 ? '' : typed.slice(dash + 2);
  return HANDLE.test(signed)
    ? { text: plain(typed.slice(0, dash)), signed: plain(signed) }
    : { text: plain(typed), signed: '' };
}

function plain(text: string): string {
  return text
    .replace(ADDRESS, ' ')
    .replace(PICTURE, ' ')
    .replace(TAG, (_, tag: string) => ` ${tag.replace(INNER_CAPITAL, '$1 ').replaceAll('_', ' ')}`)
    .replace(/\s+/gu, ' ')
    .trim();
}
