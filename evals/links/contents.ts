import type { ReportRecord, Statement } from '../../src/record/index.ts';
import { foldedWords } from '../../src/text/index.ts';
import { dice } from '../dice.ts';
import type { Pair } from '../matching.ts';
import { bestFirst } from './best-first.ts';
import type { Drawn } from './drawn.ts';
import type { Cited } from './gold.ts';

const LEAST_OVERLAP = 0.5;
const LEAST_CONTAINED = 3;

/** The words of a text as they are compared. */
export const wordsOf = (text: string): string[] => foldedWords(text).map(({ form }) => form);

export const contentOf = ({ content }: Pick<Statement, 'content'>): string =>
  content.map(({ text }) => text).join(' … ');

/** Whether words stand together, in their order, among others. */
export const holdsWords = (whole: readonly string[], part: readonly string[]): boolean =>
  ` ${whole.join(' ')} `.includes(` ${part.join(' ')} `);

/** How well a statement's content renders words that a hand cited, by Dice; null where it does not. */
export function rendered(own: readonly string[], wanted: readonly string[]): number | null {
  const overlap = dice(own, wanted);
  const [less, more] = own.length < wanted.length ? [own, wanted] : [wanted, own];
  const isHeld = less.length >= LEAST_CONTAINED && holdsWords(more, less);
  return overlap >= LEAST_OVERLAP || isHeld ? overlap : null;
}

/** One string for each thing cited. */
export const keyOf = ([report, words]: Cited): string => `${report}\t${words}`;

/** The statements that render what is cited, one to one within a report, best first; by `keyOf`. */
export function findContents(
  cited: readonly Cited[],
  { records }: Pick<Drawn, 'records'>,
  isAsked: (statement: Statement) => boolean = () => true,
): Map<string, Statement> {
  const found = new Map<string, Statement>();
  for (const [number, record] of records) {
    const wanted = [...new Set(cited.filter(([report]) => report === number).map(([, words]) => words))];
    const statements = record.statements.filter(isAsked);
    for (const { predicted, gold } of bestFirst(pairsIn(statements, wanted))) {
      const [statement, words] = [statements[predicted], wanted[gold]];
      if (statement !== undefined && words !== undefined) found.set(keyOf([number, words]), statement);
    }
  }
  return found;
}

function pairsIn(statements: ReportRecord['statements'], wanted: readonly string[]): Pair[] {
  const contents = statements.map((statement) => wordsOf(contentOf(statement)));
  const golds = wanted.map(wordsOf);
  return contents.flatMap((own, predicted) =>
    golds.flatMap((words, gold) => {
      const weight = rendered(own, words);
      return weight === null ? [] : [{ predicted, gold, weight }];
    }),
  );
}
