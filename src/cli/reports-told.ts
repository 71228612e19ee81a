import type { ReportTold, Told } from '../export/index.ts';
import type { Ledger, Search } from '../ledger/index.ts';

/** So many statements are asked for at once: with the texts of their reports a few megabytes. */
const PAGE = 200;

/** What is found, report by report: the statements of one follow one another. */
export async function* reportsToldIn(
  ledger: Pick<Ledger, 'onward'>,
  search: Search,
): AsyncGenerator<ReportTold> {
  let open: readonly Told[] = [];
  for (let after: number | null = 0; after !== null; ) {
    const { statements, next } = await ledger.onward(search, { after, limit: PAGE });
    for (const [, own] of Map.groupBy(statements, ({ report }) => report.id)) {
      const isSame = open[0]?.report.id === own[0]?.report.id;
      if (!isSame) yield* told(open);
      open = isSame ? [...open, ...own] : own;
    }
    after = next;
  }
  yield* told(open);
}

const told = ([first, ...others]: readonly Told[]): readonly ReportTold[] =>
  first === undefined ? [] : [{ report: first.report, statements: [first, ...others] }];
