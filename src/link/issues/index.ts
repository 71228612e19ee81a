import type { Issue, Statement } from '../../record/index.ts';
import { speakerName } from '../../record/index.ts';
import { join } from '../joining.ts';
import { byPublication, type Taken } from '../taken.ts';
import { type Likeness, type LinkWords, stemsOf } from '../words.ts';
import { alikePairs, cosine, type Weighed, weighed } from './alike.ts';
import { isSameIssue } from './same.ts';
import { type Saying, sayingsIn, type Voices } from './sayings.ts';
import { termsOf } from './terms.ts';
import { FORMS } from './wording.ts';

export type { Voices } from './sayings.ts';

/** So many sayings are looked at, the latest: whoever asks for more asks of other days, or by words. */
const MOST_SAYINGS = 2_000;
/** Sayings are of one question where they are as alike as this, on the mean over the pairs that were looked at. */
const LEAST = 0.16;

/** An issue that nobody defined yet, with what speaks for it. It is stored nowhere. */
export interface Suggestion extends Pick<Issue, 'proposition' | 'terms'> {
  /** The statement from whose words the proposition is made. */
  readonly from: Statement['id'];
  /** The statements that the question is found in, in the order of publication. */
  readonly statements: readonly Statement['id'][];
  readonly reports: number;
  /** Names of those who take a side, each once, as their first report has them. */
  readonly speakers: readonly string[];
  /** Days of publication of the first and the last report; null where none is dated. */
  readonly first: string | null;
  readonly last: string | null;
}

/**
 * Takes reports, who speaks in them over all reports, and the issues that stand. Gives the questions of what should be done on
 * which several take a side, or one at several times, those of most speakers first. Every suggestion is worded after a
 * statement.
 */
export async function suggestIssues(
  takens: readonly Taken[],
  { voices, issues }: { voices: Voices; issues: readonly Issue[] },
  words: LinkWords & { readonly likeness: Likeness },
): Promise<Suggestion[]> {
  const sayings = sayingsIn(takens.toSorted(byPublication), voices, words);
  const all = weighed(sayings.slice(-MOST_SAYINGS));
  const byId = new Map(all.map((one) => [one.saying.statement.id as string, one]));
  const pairs = await alikePairs(all, words.likeness);
  const groups = join([...byId.keys()], { pairs, areApart: () => false, least: LEAST });
  const found = groups.flatMap(({ keys }) => {
    const cluster = keys.flatMap((key) => byId.get(key) ?? []);
    const suggestion = suggestionOf(cluster, words);
    return suggestion === null ? [] : { suggestion, cluster };
  });
  return found
    .filter(
      ({ suggestion, cluster }) => !issues.some((issue) => isSameIssue(issue, suggestion, cluster, words)),
    )
    .map(({ suggestion }) => suggestion)
    .toSorted(byWeight);
}

const byWeight = (a: Suggestion, b: Suggestion) =>
  b.speakers.length - a.speakers.length ||
  b.reports - a.reports ||
  b.statements.length - a.statements.length ||
  (a.from < b.from ? -1 : 1);

function suggestionOf(cluster: readonly Weighed[], words: LinkWords): Suggestion | null {
  const sayings = cluster.map(({ saying }) => saying);
  if (!isQuestion(sayings)) return null;
  const told = sayings.flatMap(({ all }) => all).toSorted((a, b) => byPublication(a.taken, b.taken));
  const named = new Map(
    sayings.map((saying) => [saying.speaker, speakerName(saying.statement) ?? saying.speaker]),
  );
  const names = new Set([...named.values()].flatMap((name) => stemsOf(name, words)));
  const terms = termsOf(cluster, names, words);
  const typical = mostTypical(cluster, new Set(stemsOf(terms.join(' '), words)), words);
  if (typical === null) return null;
  const days = told.flatMap(({ taken }) => taken.record.report.published?.slice(0, 10) ?? []);
  return {
    proposition: typical.proposition,
    terms,
    from: typical.from,
    statements: told.map((one) => one.statement.id),
    reports: new Set(told.map(({ taken }) => taken.record.report.id)).size,
    speakers: [...named.values()],
    first: days[0] ?? null,
    last: days.at(-1) ?? null,
  };
}

/** Whether several take a side, or one on several days; one of them plainly. */
function isQuestion(sayings: readonly Saying[]): boolean {
  if (!sayings.some(({ worded }) => worded !== null)) return false;
  if (new Set(sayings.map(({ speaker }) => speaker)).size > 1) return true;
  return new Set(sayings.map(({ taken }) => taken.record.report.published)).size > 1;
}

/** The sentence of the saying that is most like the others, of those that have a word of the question; a plain wording counts for more. */
function mostTypical(
  cluster: readonly Weighed[],
  telling: ReadonlySet<string>,
  words: LinkWords,
): Pick<Suggestion, 'proposition' | 'from'> | null {
  const rated = cluster.flatMap((one) => {
    const { worded, statement } = one.saying;
    if (worded === null || !stemsOf(worded.proposition, words).some((stem) => telling.has(stem))) return [];
    const alike = cluster.reduce((sum, other) => sum + cosine(one, other), 0) / cluster.length;
    const rate = alike + (FORMS.length - FORMS.indexOf(worded.form)) * BY_FORM;
    return { proposition: worded.proposition, from: statement.id, rate };
  });
  const [best] = rated.toSorted((a, b) => b.rate - a.rate || (a.from < b.from ? -1 : 1));
  return best === undefined ? null : { proposition: best.proposition, from: best.from };
}

/** What a step in the plainness of wording counts beside likeness. */
const BY_FORM = 0.06;
