import type { LinkKit } from '../src/link/index.ts';
import { takenIn } from '../src/link/taken.ts';
import { type Rendition, renditionsOf } from '../src/link/utterances/rendition.ts';
import { loadLinkKit } from '../src/load/link.ts';
import type { ReportRecord } from '../src/record/index.ts';
import { reportOf } from './reports.ts';

export const WORDS: LinkKit = await loadLinkKit({ vectors: false });

/** What somebody says in a report: who, the cue, the words, as its text has them. */
export type Says = readonly [who: string, cue: string, words: string, said?: string];

/** A report of an outlet with its statements; whoever is called by a name of two words is a person. */
export function recordOf(
  outlet: string,
  published: string,
  text: string,
  says: readonly Says[],
): ReportRecord {
  const report = reportOf(`Harbour news\n\n${text}`, { published, outlet, path: `${outlet}.txt` });
  const spanOf = (words: string) => {
    const start = report.text.indexOf(words);
    if (start < 0) throw new Error(`expected ${words} in ${report.text}`);
    return { start, end: start + words.length, text: words };
  };
  const statements = says.map(([who, cue, words, said], at) => ({
    id: `${report.id}/${at}`,
    mode: 'said',
    kind: words.startsWith('"') ? 'direct' : 'indirect',
    source: [spanOf(who)],
    cue: [spanOf(cue)],
    content: [spanOf(words)],
    refers: null,
    speaker: { kind: 'named', actor: who, name: who, role: null, affiliation: null, speaksFor: null },
    to: [],
    chain: [],
    said: said === undefined ? null : { value: said, span: spanOf(cue) },
  }));
  const names = [...new Set(says.map(([who]) => who))];
  const actors = names.map((name) => ({ actor: name, name, kind: 'person', offices: [], mentions: [] }));
  return { report, statements, actors, events: [], times: [], flags: [] } as unknown as ReportRecord;
}

/** The renditions of some reports in their order. */
export const renditions = (...records: readonly ReportRecord[]): Rendition[] =>
  records.flatMap((record, nth) => renditionsOf(takenIn(record, nth), WORDS));
