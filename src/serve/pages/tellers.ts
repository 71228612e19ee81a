import { html } from 'hono/html';
import type { Utterance } from '../../record/index.ts';
import type { Html } from './page.ts';
import { count } from './words.ts';

/** So much of what was said stands in a list; the whole is one step away. */
const LONGEST = 320;

/** What was said, cut behind a word where it is long. */
export function openingOf(words: string): string {
  if (words.length <= LONGEST) return words;
  const end = words.lastIndexOf(' ', LONGEST);
  return `${words.slice(0, end > 0 ? end : LONGEST).toWellFormed()} …`;
}

/** Who says it, as far as anybody is named. */
export const speakersOf = ({ speakers }: Utterance): string =>
  speakers.map(({ name }) => name).join(', ') || 'Nobody named';

/**
 * How many outlets have it and who published it first: "3 outlets · 1 root source: Quillwire". Of one outlet only a root
 * source that is neither the outlet nor the speaker is worth a word. `site` is put
 * before the path of its page.
 */
export function tellersOf({ outlets, root, speakers, renditions }: Utterance, site = ''): Html | string {
  const own = [...speakers.map(({ name }) => name), renditions[0]?.outlet];
  if (outlets < 2 && own.includes(root.name)) return '';
  const source = html`<a href="${site}/search?${new URLSearchParams({ root: root.name })}">${root.name}</a>`;
  return outlets < 2
    ? html`root source: ${source}`
    : html`${count(outlets, 'outlet')} · 1 root source: ${source}`;
}
