import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Kit } from '../../src/analyse/index.ts';
import type { ReportRecord, Statement } from '../../src/record/index.ts';
import { foldedWords } from '../../src/text/index.ts';
import { reportOf } from '../../test/reports.ts';
import { analyse } from '../analyse.ts';
import { dice } from '../dice.ts';
import { bestMatching, type Pair } from '../matching.ts';
import type { Outcome } from '../outcome.ts';
import { noCounts, rates } from '../score.ts';
import { countEvents, eventFigures, noEvents } from './events.ts';
import { readRecords, readWorked, type Worked, type WorkedStatement } from './read.ts';
import { countReading, noReadings, readingFigures } from './readings.ts';

const LEAST_OVERLAP = 0.5;

/**
 * The worked records: statements matched one to one by the overlap of their contents (Dice over words, at least .5;
 * ties by cue, then source), then mode and kind over the pairs. Said and shown alone, and all with what is held.
 */
export async function evaluateWorked(data: string, _split: string, kit: Kit): Promise<Outcome> {
  return { set: 'worked', split: 'dev', ...(await scoreRecords(await readWorked(data), kit)) };
}

/** Small texts of one phenomenon each, with their records: how things are attributed, and the ways on whose word they are. */
export async function evaluateCases(data: string, _split: string, kit: Kit): Promise<Outcome> {
  const folders = ['attribution', 'ways'].map((name) => join(data, 'cases', name));
  const records = await Promise.all(folders.map((folder) => readRecords({ texts: folder, records: folder })));
  return { set: 'cases', split: 'dev', ...(await scoreRecords(records.flat(), kit)) };
}

/** The example reports against their records, read and corrected by hand: they are part of the project and no test of it. */
export async function evaluateExamples(_data: string, _split: string, kit: Kit): Promise<Outcome> {
  const records = await readRecords({ texts: EXAMPLES('reports'), records: EXAMPLES('golden') });
  return { set: 'examples', split: 'dev', ...(await scoreRecords(records, kit)) };
}

const EXAMPLES = (folder: string) => fileURLToPath(new URL(`../../examples/${folder}`, import.meta.url));

async function scoreRecords(all: readonly Worked[], kit: Kit): Promise<Pick<Outcome, 'items' | 'figures'>> {
  const spoken = noCounts();
  const every = noCounts();
  const nested = noCounts();
  const readings = noReadings();
  const timed = noCounts();
  const happened = noEvents();
  const marks = { taken: 0, all: 0 };
  const flagged = noCounts();
  const clean = { alarmed: 0, all: 0 };
  for (const worked of all) {
    const { statements: found, flags, times, events } = await recordOf(worked, kit);
    countEvents(events, worked.record.events, happened);
    countTimes(timed, times, worked.record.times);
    const { statements: gold, notStatements } = worked.record;
    count(every, found, gold);
    count(
      spoken,
      found.filter(({ mode }) => mode !== 'held'),
      gold.filter(({ mode }) => mode !== 'held'),
    );
    count(
      nested,
      found.filter(({ within }) => within !== null),
      gold.filter(({ within }) => within !== null),
    );
    for (const { predicted, gold: own } of matching(found, gold)) {
      const statement = found[predicted];
      const wanted = gold[own];
      if (statement !== undefined && wanted !== undefined)
        countReading(
          { statement, outlet: worked.record.outlet, parent: statement.within !== null },
          wanted,
          readings,
        );
    }
    const kinds = new Set(flags.map(({ kind }) => kind));
    const wanted = new Set(worked.record.flags);
    flagged.right += kinds.intersection(wanted).size;
    flagged.gold += wanted.size;
    flagged.predicted += kinds.size;
    if (wanted.size === 0) clean.all++;
    if (wanted.size === 0 && kinds.size > 0) clean.alarmed++;
    const contents = new Set(found.map((statement) => words(contentOf(statement)).join(' ')));
    marks.all += notStatements.length;
    marks.taken += notStatements.filter((text) => contents.has(words(text).join(' '))).length;
  }
  const share = (part: number, whole: number) => (whole === 0 ? 0 : (100 * part) / whole);
  return {
    items: all.length,
    figures: {
      saidAndShownF1: rates(spoken).f1,
      saidAndShownPrecision: rates(spoken).precision,
      saidAndShownRecall: rates(spoken).recall,
      allF1: rates(every).f1,
      nestedF1: rates(nested).f1,
      ...readingFigures(readings),
      timesF1: rates(timed).f1,
      timesRight: rates(timed).recall,
      ...eventFigures(happened),
      flagsPrecision: rates(flagged).precision,
      flagsRecall: rates(flagged).recall,
      cleanTextsFlagged: share(clean.alarmed, clean.all),
      noStatementsTaken: share(marks.taken, marks.all),
    },
  };
}

function count(
  sum: ReturnType<typeof noCounts>,
  found: readonly Statement[],
  gold: readonly WorkedStatement[],
): void {
  const matched = new Set(matching(found, gold).map(({ gold: own }) => own));
  sum.right += matched.size;
  sum.predicted += found.length;
  sum.gold += gold.filter(({ optional }, at) => !optional || matched.has(at)).length;
}

/** Times are right where the words are the same, and the value is one that is right. */
function countTimes(
  sum: ReturnType<typeof noCounts>,
  found: ReportRecord['times'],
  gold: Worked['record']['times'],
): void {
  const left = gold.slice();
  for (const { span, value } of found) {
    const at = left.findIndex(
      (wanted) => wanted.text === span.text && [wanted.value, ...wanted.also].includes(value),
    );
    if (at < 0) continue;
    left.splice(at, 1);
    sum.right++;
  }
  sum.predicted += found.length;
  sum.gold += gold.length;
}

function matching(found: readonly Statement[], gold: readonly WorkedStatement[]): Pair[] {
  const pairs: Pair[] = [];
  for (const [predicted, statement] of found.entries())
    for (const [own, worked] of gold.entries()) {
      const overlap = dice(words(contentOf(statement)), words(worked.content));
      if (overlap < LEAST_OVERLAP) continue;
      const cue = dice(words(textOf(statement.cue)), words(worked.cue));
      const source = dice(words(textOf(statement.source)), words(worked.source));
      pairs.push({ predicted, gold: own, weight: overlap + cue / 100 + source / 1000 });
    }
  return bestMatching(pairs);
}

const textOf = (spans: Statement['content']) => spans.map(({ text }) => text).join(' … ');
const contentOf = ({ content }: Statement) => textOf(content);
const words = (text: string) => foldedWords(text).map(({ form }) => form);

async function recordOf(
  { name, text, record: { outlet, published } }: Worked,
  kit: Kit,
): Promise<Pick<ReportRecord, 'statements' | 'flags' | 'times' | 'events'>> {
  const [record] = await analyse(
    [reportOf(text, { path: name, outlet, published, format: name.endsWith('.md') ? 'markdown' : 'text' })],
    kit,
  );
  return record ?? { statements: [], flags: [], times: [], events: [] };
}
