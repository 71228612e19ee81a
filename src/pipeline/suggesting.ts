import type { Ledger, Period } from '../ledger/index.ts';
import {
  findPositions,
  type LinkKit,
  type Suggestion,
  suggestIssues,
  type Taken,
  type Voices,
} from '../link/index.ts';
import type { Issue, IssueId, Position, ReportId, Statement } from '../record/index.ts';
import { taken } from './linking.ts';

/** Acts by which somebody takes a side on what is to be done, and words with which it is said. */
const ACTS = [
  'demand',
  'propose',
  'support',
  'oppose',
  'refuse',
  'rule out',
  'agree',
  'want',
  'plan',
  'promise',
] as const satisfies readonly Statement['act'][];
/** Of each so many statements are looked at, the latest, and of their reports so many, whatever the ledger holds. */
const MOST_OF_ONE = 400;
const MOST_REPORTS = 800;

export interface SuggestionsAsked {
  /** Words that the statements have from which an issue is found. */
  readonly words: string;
  readonly when: Period | undefined;
  readonly limit: number;
}

/** A suggestion with where its statements stand on it by the reading. */
export interface Suggested extends Suggestion {
  readonly stances: Readonly<Record<Position['stance'], number>>;
}

/** Nothing is kept of an issue that is only suggested. */
const NO_ISSUE = 'issue:0000000000000000' as IssueId;

/** Issues that nobody defined yet, from what the ledger holds: those on which most take a side, and how many there are. */
export async function issuesSuggested(
  ledger: Ledger,
  { words, when, limit }: SuggestionsAsked,
  kit: LinkKit,
): Promise<{ total: number; suggestions: readonly Suggested[] }> {
  const reports = await reportsToLookAt(ledger, { words, when }, kit);
  const issues = await ledger.issues();
  const { takens, known } = await ledger.asked(async (links) => {
    const records = [];
    for (const report of reports) records.push(await links.record(report));
    return { takens: records.map(taken), known: await links.persons(reports) };
  });
  const persons = {
    of: (report: string, actor: string | null) =>
      actor === null ? null : (known.get(`${report} ${actor}`) ?? null),
  };
  const voices: Voices = {
    speaker: (report, { speaker }) => {
      if (speaker.kind === 'unknown') return null;
      if (speaker.kind === 'described') return speaker.text.toLowerCase();
      return persons.of(report, speaker.actor)?.id ?? speaker.name;
    },
    utterance: await utterancesOf(ledger, takens),
  };
  const found = await suggestIssues(takens, { voices, issues }, kit);
  const suggestions: Suggested[] = [];
  for (const suggestion of found.slice(0, limit)) {
    const { proposition, terms, statements } = suggestion;
    const own = takens.flatMap((one) => only(one, new Set(statements)));
    const issue: Issue = { id: NO_ISSUE, proposition, terms };
    const positions = await findPositions(own, [issue], kit, persons);
    const count = (stance: Position['stance']) => positions.filter((one) => one.stance === stance).length;
    const stances = {
      for: count('for'),
      against: count('against'),
      conditional: count('conditional'),
      unclear: count('unclear'),
    };
    suggestions.push({ ...suggestion, stances });
  }
  return { total: found.length, suggestions };
}

/** The reports of the latest statements in which somebody takes a side, published last first. */
async function reportsToLookAt(
  ledger: Ledger,
  { words, when }: Pick<SuggestionsAsked, 'words' | 'when'>,
  { phrases }: LinkKit,
): Promise<ReportId[]> {
  const questions = [
    ...ACTS.map((act) => ({ words, act })),
    ...phrases.aim.map((aim) => ({ words, about: `"${aim}"` })),
  ];
  const found = new Map<ReportId, string>();
  for (const question of questions) {
    const { statements } = await ledger.find({ ...question, when, held: true, limit: MOST_OF_ONE });
    for (const { report } of statements) found.set(report.id, report.published ?? '');
  }
  return [...found]
    .toSorted(([a, one], [b, other]) => (one > other ? -1 : one < other ? 1 : a < b ? -1 : 1))
    .slice(0, MOST_REPORTS)
    .map(([report]) => report);
}

/** Which act of saying each statement of reports renders, so that copies of one text count once. */
async function utterancesOf(ledger: Ledger, takens: readonly Taken[]): Promise<Voices['utterance']> {
  const ids = takens.flatMap(({ record }) => record.statements.map(({ id }) => id));
  const utterances = await ledger.utterancesWith(ids);
  const of = new Map(
    utterances.flatMap(({ id, renditions }) => renditions.map(({ statement }) => [statement, id] as const)),
  );
  return (statement) => of.get(statement) ?? null;
}

/** A report with some of its statements alone. */
function only(one: Taken, statements: ReadonlySet<Statement['id']>): Taken[] {
  const own = one.record.statements.filter(({ id }) => statements.has(id));
  return own.length === 0 ? [] : [{ ...one, record: { ...one.record, statements: own } }];
}
