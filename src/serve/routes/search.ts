import { type Context, Hono } from 'hono';
import type { Found, FoundStatement, Ledger, PagePart } from '../../ledger/index.ts';
import { csvLine, STATEMENT_COLUMNS } from '../../record/index.ts';
import { numberOf, withPortion } from '../api/portions.ts';
import {
  type AskedForm,
  addressOf,
  askedIn,
  asksForSomething,
  filledBy,
  isLineAlone,
  perhapsQuotation,
  quotationIn,
} from '../asked.ts';
import { statementsAtom } from '../feeds/statements.ts';
import { type Answered, searchPage } from '../pages/search/search.ts';
import { invalid } from '../problem.ts';
import type { ReadQuestion } from '../question.ts';
import type { LookUpQuotation, QuotedPlace } from '../quotation.ts';
import { data, pagesOf } from './answers.ts';
import { wantsData } from './wants-data.ts';

const RESULTS = 20;
const IN_A_FEED = 50;
/** Rows of a table that a page gives; the command has no such end. */
const IN_A_TABLE = 1000;
const MOST_PAGES = 1000;
const NOTHING: Found = { total: 0, isMore: false, statements: [] };

/** What searches are handed; where it is not, nothing is told of quotations, and a question is words as others are. */
export interface ForSearch {
  readonly lookUpQuotation?: LookUpQuotation | undefined;
  readonly readQuestion?: ReadQuestion | undefined;
}

/** Statements by words and by who, whom, when; quotations against the record; and a search as data, table and feed. */
export function searchRoutes(ledger: Ledger, { lookUpQuotation: lookUp, readQuestion }: ForSearch): Hono {
  const web = new Hono();

  web.get('/:page{search(?:[.]json)?}', async (context) => {
    const asked = askedIn(context.req.query());
    if (isWrong(asked)) {
      if (wantsData(context)) return wrong(context, asked);
      return context.html(searchPage({ ...UNANSWERED, asked }), 400);
    }
    const ask = async (part: PagePart) => {
      const { statements: lines, ...counted } = asksForSomething(asked)
        ? await ledger.find({ ...asked.search, ...part })
        : NOTHING;
      return { lines, ...counted };
    };
    return withPortion(context, { each: RESULTS, ask, nameOf }, async (part) => {
      const { lines: statements, total, isMore, next } = part;
      const answered = await answerTo(asked, { total, isMore, statements }, numberOf(part, RESULTS));
      if (!wantsData(context)) {
        const question = answered.found?.total === 0 ? await questionBehind(asked) : null;
        return question === null ? context.html(searchPage(answered)) : context.redirect(question, 302);
      }
      const { found, facets, hints, quotation } = answered;
      return data(
        context,
        { ...(found ?? NOTHING), facets, hints, quotation: withoutTexts(quotation) },
        next,
      );
    });
  });

  web.get('/search.csv', async (context) => {
    const asked = askedIn(context.req.query());
    if (isWrong(asked)) return wrong(context, asked);
    const { statements } = await ledger.find({ ...asked.search, limit: IN_A_TABLE });
    const lines = [
      csvLine(STATEMENT_COLUMNS.map(({ name }) => name)),
      ...statements.map(({ statement, report }) =>
        csvLine(STATEMENT_COLUMNS.map((column) => column.cell(statement, report))),
      ),
    ];
    return context.body(lines.join(''), 200, { 'content-type': 'text/csv; charset=utf-8' });
  });

  web.get('/search.atom', async (context) => {
    const asked = askedIn(context.req.query());
    if (isWrong(asked)) return wrong(context, asked);
    const { statements } = await ledger.find({ ...asked.search, order: 'latest', limit: IN_A_FEED });
    const [page, self] = [addressOf(asked.filled), addressOf(asked.filled, {}, '/search.atom')];
    const words = Object.values(asked.filled).filter((value) => value !== '');
    const title = `Onrecord: ${words.join(', ') || 'search'}`;
    const site = new URL(context.req.url).origin;
    return context.body(statementsAtom({ title, page, self, statements, site }), 200, {
      'content-type': 'application/atom+xml; charset=utf-8',
    });
  });

  /** Where a line that no statement has is a question in plain words that finds something: the form filled as it asks. */
  async function questionBehind({ filled }: AskedForm): Promise<string | null> {
    const question = isLineAlone(filled) ? (readQuestion?.(filled.q) ?? null) : null;
    if (question === null) return null;
    const read = filledBy(question, filled);
    const { total } = await ledger.find({ ...askedIn(read).search, limit: 1 });
    return total === 0 ? null : addressOf(read);
  }

  /** What is on record of a line without quotation marks that no statement has: nothing is said where that is nothing. */
  async function perhapsQuoted({ filled }: AskedForm): Promise<Answered['quotation']> {
    const words = perhapsQuotation(filled);
    const answer = words === null ? null : await lookUp?.(words, filled.by || null);
    return answer == null || 'refused' in answer || answer.places.length === 0 ? null : answer;
  }

  async function answerTo(asked: AskedForm, found: Found, number: number): Promise<Answered> {
    if (!asksForSomething(asked)) return { ...UNANSWERED, asked };
    const { search, filled } = asked;
    const words = quotationIn(filled);
    const [facets, quotation] = await Promise.all([
      ledger.facets(search),
      words === null || number > 1 ? null : (lookUp?.(words, filled.by || null) ?? null),
    ]);
    const isNothing = found.total === 0;
    const hints = isNothing ? await ledger.hints(search) : [];
    return {
      asked,
      found,
      facets,
      hints,
      quotation: quotation ?? (isNothing ? await perhapsQuoted(asked) : null),
      number,
      last: Math.min(pagesOf(found.total, RESULTS), MOST_PAGES),
    };
  }

  return web;
}

const UNANSWERED = { found: null, facets: null, hints: [], quotation: null, number: 1, last: 1 } as const;

/** A verdict as data: each place has its sentences, and its report without the text. */
function withoutTexts(quotation: Answered['quotation']) {
  if (quotation === null || 'refused' in quotation) return quotation;
  const { places, earliest, another, ...rest } = quotation;
  const bare = (place: QuotedPlace) => {
    const { text: _, blocks: __, ...report } = place.report;
    return { ...place, report };
  };
  const one = (place: QuotedPlace | null) => (place === null ? null : bare(place));
  return { ...rest, places: places.map(bare), earliest: one(earliest), another: one(another) };
}

const isWrong = ({ faults }: AskedForm): boolean => Object.keys(faults).length > 0;

const wrong = (context: Context, { faults }: AskedForm) =>
  invalid(context, 'That cannot be looked for', faults);

const nameOf = ({ statement }: FoundStatement): string => statement.id;
