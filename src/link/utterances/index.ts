import type { Utterance, UtteranceId } from '../../record/index.ts';
import { type Joined, linkOf } from '../joining.ts';
import type { Quoting } from '../quoting.ts';
import type { Told } from '../relink.ts';
import { byPublication } from '../taken.ts';
import { differencesOf } from './differences.ts';
import type { Rendition } from './rendition.ts';
import { rootOf } from './root.ts';
import { sayingDay } from './saying-day.ts';
import { speakersOf } from './speakers.ts';

/** Statements that are one utterance, with its root and when it was said. */
export function utteranceOf(
  { keys, links }: Joined,
  { id, at, reports }: Told<Rendition> & { readonly id: UtteranceId },
  comparing: { readonly quoting: Quoting; readonly denial: ReadonlySet<string> },
): Utterance {
  const own = keys
    .map(at)
    .toSorted((a, b) => byPublication(a, b) || a.statement.id.localeCompare(b.statement.id));
  const fullest = own.toSorted((a, b) => rank(b) - rank(a))[0] as Rendition;
  const root = rootOf(own, reports);
  return {
    id,
    speakers: speakersOf(own),
    words: fullest.content,
    renditions: own.map(({ statement, report }) => ({
      statement: statement.id,
      report: report.id,
      published: report.published,
      outlet: report.outlet,
      link: linkOf(statement.id, links),
    })),
    root,
    said: sayingDay(own),
    outlets: new Set(own.map(({ report }) => report.outlet)).size,
    differences: differencesOf(own, { root, ...comparing }),
  };
}

const rank = ({ stems, statement }: Rendition) => stems.size + (statement.kind === 'direct' ? 2 : 0);
