import type { Context } from 'hono';
import type { FoundSaid, Ledger, Said, SaidSearch, WholeActor } from '../../ledger/index.ts';
import { ACTS, csvLine, KINDS, periodOf, STATEMENT_COLUMNS } from '../../record/index.ts';
import { officesHeld } from '../actors/offices.ts';
import type { CountryName } from '../actors/what-words.ts';
import { actorAtom, actorJsonFeed, latestOf } from '../feeds/actor-feed.ts';
import { actorPage, TOLD_BY } from '../pages/actor/actor.ts';
import type { AskedOfSaid } from '../pages/actor/actor-said.ts';
import type { KeptPictures } from '../positions/kept.ts';
import { knownIssues, standingsOf } from '../positions/known.ts';
import { problem } from '../problem.ts';
import { isKnown, SECOND } from './alerts.ts';
import { data, pageNumber, pagesOf } from './answers.ts';
import { wantsData } from './wants-data.ts';

const ON_A_PAGE = 20;
const IN_A_FEED = 50;
const IN_A_TABLE = 1000;

/** What the pages of actors are handed. */
export interface ForActors {
  readonly countryName: CountryName;
  /** Null where positions are not looked for. */
  readonly pictures: KeptPictures | null;
}

/** The pages of one actor, its table and its feeds. */
export function actorRoom(ledger: Ledger, { countryName, pictures }: ForActors) {
  async function page(context: Context, whole: WholeActor): Promise<Response> {
    const { asked, search } = askedBy(context);
    if (typeof search === 'string') return await problem(context, 400, 'No such question', search);
    const { id } = whole;
    const [{ found, number, last }, told, voices, known, decisions] = await Promise.all([
      saidOn(context, (offset) => ledger.saidOnce(id, { ...search, limit: ON_A_PAGE, offset })),
      ledger.officesOf(id, TOLD_BY),
      ledger.voicesOf(id),
      knownIssues(ledger, pictures),
      whole.isLinked ? ledger.decidedLinks({ kind: 'actor', id }) : [],
    ]);
    const offices = officesHeld(told);
    const standings = standingsOf(id, known);
    const said = { ...found, asked, number, last };
    return wantsData(context)
      ? data(context, {
          ...whole,
          offices,
          ...voices,
          positions: standings.map(({ last: { position }, ...standing }) => ({
            ...standing,
            last: position,
          })),
          decisions,
          said: { ...said, said: found.said.map(withoutText) },
        })
      : await context.html(actorPage({ whole, offices, voices, standings, decisions, said }, countryName));
  }

  async function csv(context: Context, whole: WholeActor): Promise<Response> {
    const { search } = askedBy(context);
    if (typeof search === 'string') return await problem(context, 400, 'No such question', search);
    const { said } = await ledger.saidOnce(whole.id, { ...search, limit: IN_A_TABLE, offset: 0 });
    const rows = said.map(({ first: { statement, report }, utterance }) => [
      ...STATEMENT_COLUMNS.map((column) => column.cell(statement, report)),
      utterance?.id ?? '',
      String(utterance?.outlets ?? 1),
    ]);
    const head = [...STATEMENT_COLUMNS.map(({ name }) => name), 'utterance', 'outlets'];
    return context.body([head, ...rows].map(csvLine).join(''), 200, {
      'content-type': 'text/csv; charset=utf-8',
    });
  }

  /** Answers with a feed, or that it is as it was when it was asked for by its time; by its tag that is told elsewhere. */
  async function fed(
    context: Context,
    whole: WholeActor,
    answer: (said: readonly Said[]) => Response,
  ): Promise<Response> {
    const { said } = await ledger.saidOnce(whole.id, { words: '', limit: IN_A_FEED, offset: 0 });
    const changed = Date.parse(latestOf(said) ?? '');
    if (Date.now() - changed > SECOND) {
      context.header('last-modified', new Date(changed).toUTCString());
      if (isKnown(context, changed)) return context.body(null, 304);
    }
    return answer(said);
  }

  const site = (context: Context) => new URL(context.req.url).origin;
  return {
    page,
    csv,
    atom: (context: Context, whole: WholeActor) =>
      fed(context, whole, (said) =>
        context.body(actorAtom({ whole, said, site: site(context) }), 200, {
          'content-type': 'application/atom+xml; charset=utf-8',
        }),
      ),
    jsonFeed: (context: Context, whole: WholeActor) =>
      fed(context, whole, (said) =>
        context.body(JSON.stringify(actorJsonFeed({ whole, said, site: site(context) })), 200, {
          'content-type': 'application/feed+json; charset=utf-8',
        }),
      ),
  };
}

/** The page of what was said that is asked for; the last where there are not so many. */
async function saidOn(context: Context, ask: (offset: number) => Promise<FoundSaid>) {
  const asked = pageNumber(context, Number.MAX_SAFE_INTEGER);
  const found = await ask((asked - 1) * ON_A_PAGE);
  const last = pagesOf(found.total, ON_A_PAGE);
  if (asked <= last) return { found, number: asked, last };
  return { found: await ask((last - 1) * ON_A_PAGE), number: last, last };
}

/** What is asked of all that somebody said; a sentence where it cannot be. */
function askedBy(context: Context): {
  readonly asked: AskedOfSaid;
  readonly search: Omit<SaidSearch, 'limit' | 'offset'> | string;
} {
  const { q = '', act = '', kind = '', when = '', to = '', outlet = '' } = context.req.query();
  const asked = { q, act, kind, when, to, outlet };
  const period = when.trim() === '' ? undefined : periodOf(when);
  const search = {
    words: q,
    act: ACTS.find((one) => one === act),
    kind: KINDS.find((one) => one === kind),
    when: period ?? undefined,
    to: to.trim() || undefined,
    outlet: outlet.trim() || undefined,
  };
  if (Object.values(asked).some((value) => value.length > 1000))
    return { asked, search: 'expected at most 1000 characters to search for' };
  if (act !== '' && search.act === undefined)
    return { asked, search: `expected an act, one of: ${ACTS.join(', ')}` };
  if (kind !== '' && search.kind === undefined)
    return { asked, search: `expected how it is quoted, one of: ${KINDS.join(', ')}` };
  if (period === null)
    return { asked, search: 'expected a date such as 2031-05-12, 2031-05 or 2031-05-12/2031-06-30' };
  return { asked, search };
}

/** What was said without the whole text around it, which its report has. */
const withoutText = ({ first: { report, ...first }, utterance }: Said) => {
  const { text: _, blocks: __, ...line } = report;
  return { first: { ...first, report: line }, utterance };
};
