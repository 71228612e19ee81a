import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Range } from '../../src/text/index.ts';

/** A token of GUM with its place in the rebuilt text. */
export interface GumToken extends Range {
  readonly form: string;
  readonly lemma: string;
  /** Part of speech of the Penn Treebank. */
  readonly tag: string;
  /** Part of speech of Universal Dependencies. */
  readonly part: string;
  readonly relation: string;
  /** The token that it depends on, by its place in the text; null for the root of a sentence. */
  readonly head: number | null;
}

/** A mention of an entity: tokens `first` up to `last` (exclusive), and those that carry its name or head noun. */
export interface Mention {
  readonly entity: string;
  readonly kind: string;
  readonly first: number;
  readonly last: number;
  readonly heads: readonly number[];
}

export interface GumText {
  readonly name: string;
  readonly genre: string;
  /** Day of publication, or null where the metadata have none. */
  readonly created: string | null;
  readonly text: string;
  readonly tokens: readonly GumToken[];
  readonly mentions: readonly Mention[];
}

/** The texts of `DIR/gum/dep` whose names `wanted` admits, rebuilt from their tokens, one line a paragraph. */
export async function readGum(data: string, wanted: (name: string) => boolean): Promise<GumText[]> {
  const folder = join(data, 'gum/dep');
  const names = (await readdir(folder))
    .filter((file) => file.endsWith('.conllu'))
    .map((file) => file.replace('.conllu', ''))
    .toSorted();
  return await Promise.all(
    names
      .filter(wanted)
      .map(async (name) => parse(name, await readFile(join(folder, `${name}.conllu`), 'utf8'))),
  );
}

/** The names that GUM's own list gives to a part ("dev", "test", "test2"). */
export async function gumPart(data: string, part: RegExp): Promise<ReadonlySet<string>> {
  const parts = (await readFile(join(data, 'gum/splits.md'), 'utf8')).split(/^## /m);
  const own = parts.filter((text) => part.test(text.split('\n', 1)[0] ?? ''));
  return new Set(own.flatMap((text) => text.match(/(?:GUM|GENTLE)_\w+/g) ?? []));
}

/** A text under construction. */
interface Building {
  text: string;
  /** Whether white space stands between the last token and the next. */
  space: boolean;
  /** Where the sentence begins, among the tokens. */
  sentence: number;
  readonly tokens: GumToken[];
  readonly mentions: Mention[];
  readonly open: { entity: string; kind: string; first: number; heads: number[] }[];
}

function parse(name: string, conllu: string): GumText {
  const made: Building = { text: '', space: false, sentence: 0, tokens: [], mentions: [], open: [] };
  let created: string | null = null;
  let together: { last: number; space: boolean } | null = null;
  for (const line of conllu.split('\n')) {
    const [, date] = /^# meta::dateCreated = (\d{4}-\d\d-\d\d)/.exec(line) ?? [];
    created = date ?? created;
    if (/^# newpar(?:$|\s)/.test(line) && made.text !== '') {
      made.text += '\n';
      made.space = false;
    }
    const [id = '', form = '', lemma = '', part = '', tag = '', , head = '', relation = '', , misc = ''] =
      line.split('\t');
    const [, last] = /^\d+-(\d+)$/.exec(id) ?? [];
    if (last !== undefined) together = { last: Number(last), space: !misc.includes('SpaceAfter=No') };
    if (!/^\d+$/.test(id)) continue;
    if (id === '1') made.sentence = made.tokens.length;
    if (made.space) made.text += ' ';
    const start = made.text.length;
    made.text += form;
    made.tokens.push({
      start,
      end: made.text.length,
      form,
      lemma,
      tag,
      part,
      relation,
      head: head === '0' ? null : made.sentence + Number(head) - 1,
    });
    // The words of "boy's" are joined; what follows the last of them is said where they are joined.
    made.space =
      together === null ? !misc.includes('SpaceAfter=No') : Number(id) === together.last && together.space;
    if (together !== null && Number(id) === together.last) together = null;
    mark(made, /(?:^|\|)Entity=([^|]+)/.exec(misc)?.[1] ?? '');
  }
  const { text, tokens, mentions } = made;
  const genre = name.split('_')[1] ?? '';
  return { name, genre, created, text, tokens, mentions };
}

/** Opens and closes mentions at the last token, as its `Entity` field says: "(12-person-…-1,2-coref" opens, "12)" closes. */
function mark({ tokens, mentions, open }: Building, field: string): void {
  const here = tokens.length - 1;
  for (const [, opened, at, closed] of field.matchAll(/\(([^()]+)(\))?|(\d+)\)/g)) {
    if (opened !== undefined) {
      const [entity = '', kind = '', , , , least = ''] = opened.split('-');
      const heads = least.split(',').map((place) => here + Number(place) - 1);
      const mention = { entity, kind, first: here, heads };
      if (at === undefined) open.push(mention);
      else mentions.push({ ...mention, last: here + 1 });
    } else {
      const index = open.findLastIndex(({ entity }) => entity === closed);
      const [mention] = index < 0 ? [] : open.splice(index, 1);
      if (mention !== undefined) mentions.push({ ...mention, last: here + 1 });
    }
  }
}
