import { html } from 'hono/html';
import type { Utterance } from '../../../record/index.ts';
import type { Html } from '../page.ts';
import { count } from '../words.ts';

/** So much of what was said stands in a list; the whole is one step away. */
const LONGEST = 320;

/** What was said, cut behind a word where it is long. */
export function openingOf(words: string): string {
  if (words.length <= LONGEST) return words;
  const end = words.lastIndexOf(' ', LONGEST);
  return `${words.slice(0, end > 0 ? end : LONGEST).toWellFormed()} …`;
}

/** Who says it: by name, else in the words of the source, where it was published first by whoever says it. */
export const speakersOf = ({ speakers, root }: Utterance): string =>
  speakers.map(({ name }) => name).join(', ') || (isSaid(root) ? root.name : 'Nobody named');

/** Whether whoever says it is known to have published it; a root that is called unknown is none. */
const isSaid = ({ kind, name }: Utterance['root']) => kind === 'speaker' && name !== 'unknown';

/**
 * How many outlets have it and who published it first: "3 outlets · 1 root source: Quillwire". Of one outlet only a root
 * source that is neither the outlet nor the speaker is worth a word. `site` is put before the path of its page.
 */
export function tellersOf(utterance: Utterance, site = ''): Html | string {
  const { outlets, root, renditions } = utterance;
  if (outlets > 1) return html`${count(outlets, 'outlet')} · ${rootOf(utterance, site, '1 ')}`;
  const isPlain = root.kind === 'speaker' || root.name === renditions[0]?.outlet;
  return isPlain ? '' : rootOf(utterance, site);
}

/** The words on the root source that several share, so that they are told once; '' where they do not. */
export function sharedTellers(some: readonly Utterance[]): Html | string {
  const [head, ...others] = some;
  const isOfHead = ({ outlets, root }: Utterance) => outlets < 2 && root.name === head?.root.name;
  const isShared = head !== undefined && others.length > 0 && some.every(isOfHead);
  return isShared ? tellersOf(head) : '';
}

const rootOf = ({ root, speakers }: Utterance, site: string, before = ''): Html | string =>
  speakers.length > 0 || root.kind !== 'speaker' || isSaid(root)
    ? html`${before}root source: <a href="${site}/search?${new URLSearchParams({ root: root.name })}">${root.name}</a>`
    : 'root source not known';
