import { createHash } from 'node:crypto';
import type { Kit } from '../../src/analyse/index.ts';
import { type LinkKit, link } from '../../src/link/index.ts';
import { loadLinkKit } from '../../src/load/link.ts';
import type { Issue, IssueId, Picture, ReportId, ReportRecord } from '../../src/record/index.ts';
import { reportOf } from '../../test/reports.ts';
import { analyse } from '../analyse.ts';
import type { Gold } from './gold.ts';
import type { Story } from './read.ts';

/** A story with the records of its reports by number, and a picture drawn of them. */
export interface Drawn {
  readonly story: Story;
  readonly records: ReadonlyMap<number, ReportRecord>;
  readonly picture: Picture;
}

/** What reads the reports, and what links them. */
export interface Kits {
  readonly read: Kit;
  readonly link: LinkKit;
}

/** What links beside a tagger: where the linear one reads, which needs no runtime, nothing else may. */
export async function kitsFor(read: Kit): Promise<Kits> {
  const link = await loadLinkKit();
  return {
    read,
    link: read.tagger.name.startsWith('linear') ? { ...link, likeness: null, stances: null } : link,
  };
}

/** Reads the reports of a story in the order of their numbers and links them. */
export async function drawnOf(story: Story, kits: Kits): Promise<Drawn> {
  const reports = story.reports.map(({ number, text, url, outlet, published }) =>
    reportOf(text, { path: `${number}.txt`, url, outlet, published }),
  );
  const read = await analyse(reports, kits.read);
  const records = new Map(read.map((record, at) => [story.reports[at]?.number ?? 0, record]));
  return { story, records, picture: await link(read, { issues: issuesOf(story.gold) }, kits.link) };
}

/** The issues on which positions are looked for, as a person hands them in. */
export const issuesOf = ({ issues }: Gold): Issue[] =>
  issues.map(({ proposition, terms }) => ({ id: issueIdOf(proposition), proposition, terms }));

export function issueIdOf(proposition: string): IssueId {
  const digest = createHash('sha256').update(proposition).digest('hex');
  return `issue:${digest.slice(0, 16)}` as IssueId;
}

/** The number of a report in its story; 0 for one that is none of it. */
export function numberOf({ records }: Pick<Drawn, 'records'>, id: ReportId): number {
  for (const [number, { report }] of records) if (report.id === id) return number;
  return 0;
}

/** The numbers of a story's reports in the order of publication. */
export const inOrder = ({ reports }: Story): number[] =>
  reports
    .toSorted((a, b) =>
      a.published < b.published ? -1 : a.published > b.published ? 1 : a.number - b.number,
    )
    .map(({ number }) => number);
