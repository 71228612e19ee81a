import { fold } from '../../src/text/index.ts';
import { type Relation, TimeGraph } from './graph.ts';

/** One mention of an event with its place in a timeline: the same order is the same time, 0 is no place. */
export interface Mention {
  readonly doc: string;
  readonly sentence: number;
  readonly text: string;
  readonly order: number;
  /** As far as it is known, `XXXX-XX-XX` where nothing is. */
  readonly date: string;
}

export interface Counts {
  readonly right: number;
  readonly told: number;
  readonly found: number;
  readonly gold: number;
}

/**
 * Temporal awareness of a timeline (UzZaman and Allen 2011) as SemEval-2015 Task 4 has it: a timeline is a graph in which each
 * event is simultaneous with its date, and with or before the events of its place and the next. Counts of the relations of
 * our reduced graph which the gold's closure has, and of the gold's which ours has. With `dates` left out, the order alone.
 */
export function compareTimelines(
  own: readonly Mention[],
  gold: readonly Mention[],
  what: 'dates and order' | 'order' = 'dates and order',
): Counts {
  const [ours, theirs] = [own, gold].map((one) => new TimeGraph(relationsOf(one, what))) as [
    TimeGraph,
    TimeGraph,
  ];
  return {
    right: ours.reduced.filter((relation) => theirs.has(relation)).length,
    told: ours.reduced.length,
    found: theirs.reduced.filter((relation) => ours.has(relation)).length,
    gold: theirs.reduced.length,
  };
}

/** The relations of a timeline: dates first, then every event with the next. What has no place on it is left out. */
export function relationsOf(mentions: readonly Mention[], what: 'dates and order' | 'order'): Relation[] {
  const placed = mentions.filter(({ order }) => order > 0).toSorted((a, b) => a.order - b.order);
  const named = new Map<string, number>();
  const nodes = placed.map((mention) => {
    const name = nameOf(mention);
    const nth = named.get(name) ?? 0;
    named.set(name, nth + 1);
    return { ...mention, node: nth === 0 ? name : `${name} ${nth}` };
  });
  const dates = nodes.flatMap(({ node, date }): Relation[] => {
    const known = date.replace(/(?:-XX)+$/u, '');
    return /^X/u.test(known) ? [] : [{ a: node, b: `date ${known}`, is: 'same' }];
  });
  const order = nodes.slice(1).map((next, at): Relation => {
    const last = nodes[at] as (typeof nodes)[number];
    return { a: last.node, b: next.node, is: last.order === next.order ? 'same' : 'before' };
  });
  return what === 'order' ? order : [...dates, ...order];
}

const nameOf = ({ doc, sentence, text }: Mention) => `${doc} ${sentence} ${fold(text)}`;

/** Precision, recall and F1 in percent over the sums of several timelines. */
export function microOf(all: readonly Counts[]): { precision: number; recall: number; f1: number } {
  const sum = (key: keyof Counts) => all.reduce((total, counts) => total + counts[key], 0);
  const share = (part: number, whole: number) => (whole === 0 ? 0 : (100 * part) / whole);
  const [precision, recall] = [share(sum('right'), sum('told')), share(sum('found'), sum('gold'))];
  return { precision, recall, f1: share(2 * precision * recall, 100 * (precision + recall)) };
}
