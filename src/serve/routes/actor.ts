import type { Context } from 'hono';
import type { Ledger, PagePart, Said, SaidSearch, WholeActor } from '../../ledger/index.ts';
import { ACTS, csvLine, KINDS, periodOf, STATEMENT_COLUMNS } from '../../record/index.ts';
import { officesHeld } from '../actors/offices.ts';
import type { CountryName } from '../actors/what-words.ts';
import { numberOf, withPortion } from '../api/portions.ts';
import { actorAtom, actorJsonFeed, latestOf } from '../feeds/actor-feed.ts';
import { actorPage, TOLD_BY } from '../pages/actor/actor.ts';
import type { AskedOfSaid } from '../pages/actor/actor-said.ts';
import type { KeptPictures } from '../positions/kept.ts';
import { knownIssues, standingsOf } from '../positions/known.ts';
import { type Invalid, invalid } from '../problem.ts';
import { isKnown, SECOND } from './alerts.ts';
import { data, pagesOf } from './answers.ts';
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
    if ('wrong' in search) return await invalid(context, 'No such question', search.wrong);
    const { id } = whole;
    const [told, voices, known, decisions] = await Promise.all([
      ledger.officesOf(id, TOLD_BY),
      ledger.voicesOf(id),
      knownIssues(ledger, pictures),
      whole.isLinked ? ledger.decidedLinks({ kind: 'actor', id }) : [],
    ]);
    const offices = officesHeld(told);
    const standings = standingsOf(id, known);
    const ask = async (part: PagePart) => {
      const { said: lines, ...counted } = await ledger.saidOnce(id, { ...search, ...part });
      return { lines, ...counted };
    };
    // How many there are has to be known first only where somebody asks for a page that there may not be.
    const isFirst = context.req.query('page') === undefined;
    const end = isFirst ? 1 : pagesOf((await ask({ limit: 0, offset: 0 })).total, ON_A_PAGE);
    return await withPortion(context, { each: ON_A_PAGE, last: end, ask, nameOf }, (part) => {
      const { lines, total, isMore, next } = part;
      const last = pagesOf(total, ON_A_PAGE);
      const said = { total, isMore, said: lines, asked, number: numberOf(part, ON_A_PAGE), last };
      if (!wantsData(context))
        return context.html(actorPage({ whole, offices, voices, standings, decisions, said }, countryName));
      const told = { ...said, said: lines.map(withoutText) };
      const positions = standings.map(({ last: { position }, ...standing }) => ({
        ...standing,
        last: position,
      }));
      return data(context, { ...whole, offices, ...voices, positions, decisions, said: told }, next);
    });
  }

  async function csv(context: Context, whole: WholeActor): Promise<Response> {
    const { search } = askedBy(context);
    if ('wrong' in search) return await invalid(context, 'No such question', search.wrong);
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

const nameOf = ({ first }: Said): string => first.statement.id;

/** What is asked of all that somebody said; a sentence where it cannot be. */
function askedBy(context: Context): {
  readonly asked: AskedOfSaid;
  readonly search: Omit<SaidSearch, 'limit' | 'offset'> | { readonly wrong: Invalid };
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
  const wrong = (fault: Invalid) => ({ asked, search: { wrong: fault } });
  for (const [field, value] of Object.entries(asked))
    if (value.length > 1000) return wrong({ [field]: 'expected at most 1000 characters to search for' });
  if (act !== '' && search.act === undefined)
    return wrong({ act: `expected an act, one of: ${ACTS.join(', ')}` });
  if (kind !== '' && search.kind === undefined)
    return wrong({ kind: `expected how it is quoted, one of: ${KINDS.join(', ')}` });
  if (period === null)
    return wrong({ when: 'expected a date such as 2031-05-12, 2031-05 or 2031-05-12/2031-06-30' });
  return { asked, search };
}

/** What was said without the whole text around it, which its report has. */
const withoutText = ({ first: { report, ...first }, utterance }: Said) => {
  const { text: _, blocks: __, ...line } = report;
  return { first: { ...first, report: line }, utterance };
};
