import { Hono } from 'hono';
import type { Ledger } from '../ledger/index.ts';
import type { CountryName } from './actors/what-words.ts';
import { askedAgain, tagged } from './api/fresh.ts';
import { apiRoutes } from './api/index.ts';
import { metricsOf } from './api/metrics.ts';
import { type Answered, observed } from './api/requests.ts';
import { watchingRoutes } from './api/watching.ts';
import { assets } from './assets.ts';
import type { Deciding } from './deciding.ts';
import { ownHostOnly, ownPagesOnly, securityHeaders } from './guard.ts';
import { keptPictures } from './positions/kept.ts';
import type { FindPositions } from './positions/told.ts';
import { problem } from './problem.ts';
import type { ReadQuestion } from './question.ts';
import type { LookUpQuotation } from './quotation.ts';
import { actorRoutes } from './routes/actors.ts';
import { alertRoutes, type LookForNews } from './routes/alerts.ts';
import { calendarRoutes } from './routes/calendar.ts';
import { type CheckDraft, drafts } from './routes/drafts.ts';
import { flagRoutes } from './routes/flags.ts';
import { issueRoutes } from './routes/issues.ts';
import { type BytePlaces, provenance } from './routes/provenance.ts';
import { reportRoutes } from './routes/reports.ts';
import { reviewRoutes } from './routes/review.ts';
import { searchRoutes } from './routes/search.ts';
import { sourceRoutes } from './routes/sources.ts';
import { statementRoutes } from './routes/statements.ts';
import { styleRoutes } from './routes/style.ts';
import { todayRoutes } from './routes/today.ts';

/** What pages are handed, since it is no work of theirs. */
export interface Handed {
  readonly check: CheckDraft;
  readonly bytePlaces: BytePlaces;
  /** Where it is not handed, alerts show what was found before. */
  readonly lookForNews?: LookForNews;
  /** Where it is not handed, countries stand as their codes. */
  readonly countryName?: CountryName;
  /** Where it is not handed, an issue has no picture of who stands where. */
  readonly positionsOn?: FindPositions;
  /** Where it is not handed, a search tells nothing of quotations. */
  readonly lookUpQuotation?: LookUpQuotation;
  /** Where it is not handed, a question in plain words is words as others are. */
  readonly readQuestion?: ReadQuestion;
  /** Where it is not handed, what waits is shown and no decision is taken. */
  readonly deciding?: Deciding | null;
  /** Told of every request when it is answered: for a log. */
  readonly onAnswered?: ((answered: Answered) => void) | undefined;
}

/** Every page of the ledger, and its data at the same address with `.json`: `{ "data": … }`, errors as problem+json. */
export function app(
  ledger: Ledger,
  {
    check,
    bytePlaces,
    lookForNews = async () => {},
    countryName = () => null,
    positionsOn,
    lookUpQuotation,
    readQuestion,
    deciding = null,
    onAnswered,
  }: Handed,
): Hono {
  const web = new Hono();
  const pictures = positionsOn === undefined ? null : keptPictures(ledger, positionsOn);
  void pictures?.begin();
  const metrics = metricsOf(ledger);
  web.use(
    observed((answered) => {
      metrics.count(answered);
      onAnswered?.(answered);
    }),
  );
  web.use(securityHeaders, ownHostOnly, ownPagesOnly, tagged, askedAgain);
  web.route('/', provenance(ledger, bytePlaces));
  web.route('/', styleRoutes());
  web.route(
    '/',
    apiRoutes(ledger, (address) => web.request(address, { headers: { host: 'localhost' } })),
  );
  web.route('/', watchingRoutes(ledger, metrics));
  web.route('/-', assets());
  for (const routes of [reportRoutes, statementRoutes, calendarRoutes, flagRoutes, sourceRoutes])
    web.route('/', routes(ledger));
  web.route('/', todayRoutes(ledger, pictures));
  web.route('/', actorRoutes(ledger, { countryName, pictures }));
  web.route('/', issueRoutes(ledger, pictures));
  web.route('/', searchRoutes(ledger, { lookUpQuotation, readQuestion }));
  web.route('/', alertRoutes(ledger, lookForNews));
  web.route('/', drafts(check));
  web.route('/', reviewRoutes(ledger, deciding));

  web.notFound((context) => problem(context, 404, 'No such page', `there is nothing at ${context.req.path}`));
  web.onError((error, context) => {
    console.error(`onrecord: ${context.req.path}: ${error.message}`);
    return problem(context, 500, 'It went wrong', 'the server’s own terminal says what happened');
  });
  return web;
}
