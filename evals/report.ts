import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { ANCHORS } from './anchors.ts';
import type { Figures, Outcome } from './outcome.ts';

const REPORTS = new URL('reports/', import.meta.url);

/** What is kept of an outcome beside its report, so that the next one can tell what it gained and lost. */
type Kept = Pick<Outcome, 'split' | 'items' | 'figures' | 'right'>;

/**
 * Writes `evals/reports/SET.md` (figures, those of others on the same texts, anchors, gains and losses since the report
 * that was last committed) and `SET.json`, which the next comparison reads. Only dev is reported: test is scored elsewhere.
 */
export async function writeReport(outcome: Outcome): Promise<void> {
  const { set, split, items, figures, right } = outcome;
  const last = committed(set);
  await writeFile(new URL(`${set}.md`, REPORTS), reportOf(outcome, last?.split === split ? last : null));
  const kept: Kept = { split, items, figures: rounded(figures), ...(right === undefined ? {} : { right }) };
  await writeFile(new URL(`${set}.json`, REPORTS), `${JSON.stringify(kept, null, 2)}\n`);
}

/** Writes `evals/reports/rules.md`: how often each rule decides. */
export const writeRules = (report: string): Promise<void> => writeFile(new URL('rules.md', REPORTS), report);

/** The report as it stands in the last commit, or null where there is none (or no version control). */
function committed(set: string): Kept | null {
  try {
    const json = execFileSync('git', ['show', `HEAD:./reports/${set}.json`], {
      cwd: new URL('.', import.meta.url),
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 1 << 26,
    });
    return JSON.parse(json) as Kept;
  } catch {
    return null;
  }
}

/** Figures that a last report kept, read from its file. */
export async function reported(set: string): Promise<Figures> {
  return (JSON.parse(await readFile(new URL(`${set}.json`, REPORTS), 'utf8')) as Kept).figures;
}

/** The report as Markdown. */
export function reportOf(
  { set, split, items, figures, others = {}, right = {} }: Outcome,
  last: Kept | null,
): string {
  const anchors = ANCHORS[set] ?? {};
  const columns = [...Object.entries(others), ...Object.entries(anchors)];
  const rows = Object.entries(figures).map(([name, figure]) => {
    const before = last?.figures[name];
    const change = before === undefined ? '' : signed(figure - before);
    return [
      `\`${name}\``,
      figure.toFixed(1),
      change,
      ...columns.map(([, own]) => own[name]?.toFixed(1) ?? ''),
    ];
  });
  const header = ['figure', 'onrecord', 'since the last report', ...columns.map(([name]) => name)];
  const table = [header, header.map((_, index) => (index === 0 ? '---' : '---:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
  const { gained, lost } = changes(right, last?.right ?? {});
  const items_ =
    last?.right === undefined || Object.keys(right).length === 0
      ? ''
      : `\nGold items right now and wrong in the last report: ${total(gained)}; wrong now and right then: ${total(lost)}.\n${most('Most gained', gained)}${most('Most lost', lost)}`;
  return `# ${set}, ${split}\n\nMade by \`npm run eval -- --data DIR --only ${set}\` over ${items} items. What each figure is: docs/guide/evaluation.md.\n\n${table}\n${items_}`;
}

type Changes = readonly { readonly text: string; readonly count: number }[];

function changes(now: Readonly<Record<string, string>>, then: Readonly<Record<string, string>>) {
  const count = (text: string, wanted: string) =>
    [...(now[text] ?? '')].filter(
      (bit, at) => bit === wanted && then[text]?.[at] === (wanted === '1' ? '0' : '1'),
    ).length;
  const of = (wanted: string): Changes =>
    Object.keys(now)
      .map((text) => ({ text, count: count(text, wanted) }))
      .filter((change) => change.count > 0)
      .toSorted((a, b) => b.count - a.count);
  return { gained: of('1'), lost: of('0') };
}

const total = (all: Changes) => all.reduce((sum, { count }) => sum + count, 0);
const most = (title: string, all: Changes) =>
  all.length === 0
    ? ''
    : `\n${title}: ${all
        .slice(0, 5)
        .map(({ text, count }) => `${text} (${count})`)
        .join(', ')}.\n`;
const signed = (difference: number) => {
  const text = difference.toFixed(1);
  return Number(text) === 0 ? '0.0' : difference > 0 ? `+${text}` : text;
};
const rounded = (figures: Figures): Figures =>
  Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, Number(value.toFixed(2))]));
