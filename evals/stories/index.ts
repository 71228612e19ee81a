import { type LinkKit, storiesOf } from '../../src/link/index.ts';
import { loadLinkKit } from '../../src/load/link.ts';
import { addBCubed } from '../links/clusters.ts';
import { Tally } from '../links/tally.ts';
import type { Figures, Outcome } from '../outcome.ts';
import { byCosine } from './naive.ts';
import { type OfStory, readStories } from './read.ts';

/** The topics of which the weights were learnt. */
const LEARNT = 25;
/** The best threshold of plain words on those topics. */
const LEAST_COSINE = 0.18;

type Grouping = (reports: readonly OfStory[]) => Promise<string[][]>;

/**
 * Reports of stories that look alike, all at once, by what groups the reports of one story; BCubed over reports. Those of
 * topics that nothing was learnt of have figures of their own, grouped by themselves.
 */
export async function evaluateStories(data: string, split: string): Promise<Outcome> {
  const reports = await readStories(data, split);
  const kit = await loadLinkKit();
  const by =
    (likeness: LinkKit['likeness']): Grouping =>
    (own) =>
      storiesOf(own, { ...kit, likeness });
  const plain: Grouping = async (own) =>
    byCosine(
      own.map(({ text }) => text),
      kit,
      LEAST_COSINE,
    ).map((group) => group.map((at) => own[at]?.id ?? ''));
  return {
    set: 'ecbplus',
    split,
    items: reports.length,
    figures: await figuresOf(reports, by(kit.likeness)),
    others: {
      'without a sentence model': await figuresOf(reports, by(null)),
      'TF-IDF and average linkage': await figuresOf(reports, plain),
    },
  };
}

async function figuresOf(reports: readonly OfStory[], grouping: Grouping): Promise<Figures> {
  const unseen = reports.filter(({ topic }) => topic > LEARNT);
  const all = await bcubed('all', reports, grouping);
  if (unseen.length === 0 || unseen.length === reports.length) return all;
  return { ...all, ...(await bcubed('unseen', unseen, grouping)) };
}

async function bcubed(name: string, reports: readonly OfStory[], grouping: Grouping): Promise<Figures> {
  const groups = await grouping(reports);
  const groupOf = new Map(groups.flatMap((group, at) => group.map((id) => [id, String(at)] as const)));
  const members = reports.map(({ id, story }) => ({ gold: story, own: groupOf.get(id) ?? '' }));
  const tally = new Tally();
  addBCubed('bcubed', members, tally);
  return { ...tally.figures(name), [`${name}Groups`]: groups.length };
}
