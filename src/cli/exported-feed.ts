import type { FileOnItsWay } from '../export/index.ts';
import { textFile } from '../export/index.ts';
import type { Ledger, Search } from '../ledger/index.ts';
import { addressOf, askedIn } from '../serve/asked.ts';

export const FEEDS = ['atom', 'json-feed'] as const;

/** A feed of what is found, as the page of the search has it, and not of the latest alone. `site` is where the pages are. */
export async function feedFile(
  format: (typeof FEEDS)[number],
  { ledger, search, site }: { ledger: Ledger; search: Search; site: string },
): Promise<FileOnItsWay> {
  // Loaded when it is needed: no other command writes feeds.
  const { atomHead, ATOM_END, statementEntry, statementItem } = await import('../serve/feeds/statements.ts');
  const { filled } = askedIn(formOf(search));
  const words = Object.values(filled).filter((value) => value !== '');
  const title = words.length === 0 ? 'Onrecord' : `Onrecord: ${words.join(', ')}`;
  const page = addressOf(filled);
  if (format === 'json-feed') {
    const about = {
      version: 'https://jsonfeed.org/version/1.1',
      title,
      home_page_url: site + page,
      authors: [{ name: 'Onrecord' }],
      language: 'en',
    };
    return textFile({
      open: `${JSON.stringify(about).slice(0, -1)},"items":[\n`,
      between: ',\n',
      close: '\n]}\n',
      entries: ({ statements }) => statements.map((one) => JSON.stringify(statementItem(one, site))),
    });
  }
  const latest = await latestOf(ledger, search);
  return textFile({
    open: atomHead({ title, page, self: addressOf(filled, {}, '/search.atom'), site, latest }),
    between: '',
    close: ATOM_END,
    entries: ({ statements }) => statements.map((one) => statementEntry(one, site)),
  });
}

/** The search as its form is filled; there is no field for words of the content alone. */
const formOf = (search: Search): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries({
      q: search.words,
      ...{ by: search.by, for: search.for, to: search.to, root: search.root, outlet: search.outlet },
      ...{ act: search.act, kind: search.kind, held: search.held === true ? '1' : '' },
      when: search.when && `${search.when.first}/${search.when.last}`,
    }).map(([name, value]) => [name, value ?? '']),
  );

/** When the last of what is found was added. A feed says it first. */
async function latestOf(ledger: Ledger, search: Search): Promise<string | null> {
  const { statements } = await ledger.find({ ...search, order: 'latest', limit: 1 });
  if (statements[0] !== undefined) return statements[0].added;
  const [report] = await ledger.reports({ limit: 1, offset: 0 });
  return report?.added ?? null;
}
