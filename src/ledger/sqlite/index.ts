import type { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import type { ToLink } from '../links.ts';
import type { Batch, Ledger } from '../port.ts';
import { actor, actors, reportsOn, saidBy } from './actors.ts';
import {
  addAlert,
  alertNamed,
  alerts,
  claim,
  digested,
  keepNews,
  newsOf,
  newsSince,
  release,
  removeAlert,
  secretOf,
  sent,
  toSend,
} from './alerts.ts';
import { asOf } from './as-of.ts';
import { backup } from './backup.ts';
import { broughtBy } from './brought.ts';
import { coverage } from './coverage.ts';
import { decisionLines } from './decision-lines.ts';
import { decide, decisions, issues } from './decisions.ts';
import { decisionsBefore } from './decisions-before.ts';
import type { AfterStep } from './derive.ts';
import { nodeSqliteDialect } from './dialect.ts';
import { event, eventsTold, textsOf } from './events.ts';
import { facets } from './facets.ts';
import { below, checked, dueItems, feed, feedOf, itemsVisited, list, nextDue, postpone } from './feeds.ts';
import { find } from './find.ts';
import { flags } from './flags.ts';
import { advanceHead, headPath } from './head.ts';
import { hints } from './hints.ts';
import { keep } from './keep.ts';
import { likely } from './likely.ts';
import { linkedActors } from './linked-actors/index.ts';
import { ahead } from './links/ahead.ts';
import { linked, linkers, personsNamed, reportsWith, utterancesWith } from './links/ask.ts';
import { alsoTelling, linkedFlagsOf } from './links/beside.ts';
import { calendar, calendarSpan, eventLine, subscribed } from './links/calendar.ts';
import { decidedLinks } from './links/decided.ts';
import { linkDigest } from './links/digest.ts';
import { forgetAll } from './links/forget.ts';
import { joinedWhole } from './links/joined.ts';
import { kin } from './links/kin.ts';
import { analysedOtherwise, isLinked, linkedTo, linkNext, numbersOf, SqliteLinking } from './links/next.ts';
import { goneEvents } from './links/told.ts';
import { newlySaid, positionNews } from './newly-said.ts';
import { onward } from './onward.ts';
import { openToAdd, openToAsk } from './open.ts';
import { originOf } from './origins.ts';
import { forgetMoves, keepPolicy, keepRest, movedTo, policy, rest } from './policies.ts';
import { counts, inOneMoment, prove } from './prove.ts';
import { report, reports, snapshot, statement, versions } from './read.ts';
import { reviewProgress, toReview } from './review.ts';
import { sharing } from './sharing.ts';
import { outlets, roots, source, takings, toldBy } from './sources.ts';
import { foundAt, standing as standingIn, stood, withText } from './stood.ts';
import type { Tables } from './tables.ts';
import { dropMark, keepMark, mark, seenAt, visitsTo } from './visits.ts';

/**
 * Opens the ledger in the SQLite file at `path` to add to it, or makes it where no file is; `:memory:` makes one that is
 * gone when closed.
 * @throws Fault when the file is not a ledger, is newer than this version, lost its end, or cannot be opened.
 */
export function openSqlite(path: string, afterStep: AfterStep = () => {}): Ledger {
  return ledgerIn(openToAdd(path), { path, afterStep });
}

/**
 * Opens the ledger that is in the SQLite file at `path` to ask it; also one that may not be written, or whose end is lost.
 * @throws Fault when there is none, or it cannot be read.
 */
export function askSqlite(path: string): Ledger {
  return ledgerIn(openToAsk(path), { path, afterStep: () => {} });
}

/** The ledger in an open database of its schema, which is in the file at `path`. */
export function ledgerIn(
  database: DatabaseSync,
  { path, afterStep }: { path: string; afterStep: AfterStep },
): Ledger {
  const db = new Kysely<Tables>({ dialect: nodeSqliteDialect(database, path) });
  const head = headPath(path);
  const atHand = new Map<string, ToLink>();
  // A transaction for its lock alone: nobody adds between the look at the end and the file that tells it.
  const advance = async () => {
    if (head !== null) await db.transaction().execute(async () => advanceHead(database, head));
  };
  const keepAll = async (batch: Batch) => {
    const kept = await keep(db, batch, afterStep);
    if (batch.entries.length > 0) await advance();
    return kept;
  };
  return {
    keep: keepAll,
    async add(entry) {
      const [kept] = await keepAll({ entries: [entry], mark: null });
      if (kept?.outcome === 'failed') throw kept.cause;
      return kept ?? { outcome: 'unchanged', version: 1 };
    },
    async has(id, analyser) {
      const query = db
        .selectFrom('report')
        .innerJoin('analysis', 'analysis.report', 'report.number')
        .select('report.number');
      return (
        (await query
          .where('report.id', '=', id)
          .where('analysis.analyser', '=', analyser)
          .executeTakeFirst()) !== undefined
      );
    },
    reports: (page) => reports(db, page),
    report: (id) => report(db, id),
    withText: (lineage, text) => withText(db, lineage, text),
    versions: (id) => versions(db, id),
    statement: (id) => statement(db, id),
    snapshot: (id) => snapshot(db, id),
    origin: (id) => originOf(db, id),
    find: (search) => find(db, search),
    onward: (search, page) => onward(db, search, page),
    facets: (search) => facets(db, search),
    hints: (search) => hints(db, search),
    roots: (asked) => roots(db, asked),
    outlets: (page) => outlets(db, page),
    takings: (asked) => takings(db, asked),
    source: (name) => source(db, name),
    toldBy: (asked) => toldBy(db, asked),
    actors: (page) => actors(db, page),
    actor: (id) => actor(db, id),
    reportsOn: (id, page) => reportsOn(db, id, page),
    saidBy: (id, page) => saidBy(db, id, page),
    ...linkedActors(db),
    flags: (page) => flags(db, page),
    calendar: (asked) => calendar(db, asked),
    subscribed: (asked) => subscribed(db, asked),
    eventLine: (id) => eventLine(db, id),
    newlySaid: (asked) => newlySaid(db, asked),
    ahead: (asked) => ahead(db, asked),
    positionNews: (limit) => positionNews(db, limit),
    goneEvents: (asked) => goneEvents(db, asked),
    eventsTold: (ids) => eventsTold(db, ids),
    textsOf: (some) => textsOf(db, some),
    calendarSpan: () => calendarSpan(db),
    event: (id) => event(db, id),
    likely: (pieces) => likely(db, pieces),
    sharing: (words, limit) => sharing(db, words, limit),
    linkNext: (linker, limit, work) => linkNext(db, { linker, limit, atHand }, work),
    linkers: () => linkers(db),
    isLinked: () => isLinked(db),
    linkDigest: () => linkDigest(db),
    analysedOtherwise: (analyser, limit) => analysedOtherwise(db, analyser, limit),
    unlink: () => db.transaction().execute((trx) => forgetAll(trx)),
    asked: (work) => inOneMoment(db, (one) => work(new SqliteLinking(one, atHand))),
    linked: (kind, of) => linked(db, kind, of),
    decidedLinks: (group) => decidedLinks(db, group),
    utterancesWith: (ids) => utterancesWith(db, ids),
    kin: (report) => kin(db, report),
    alsoTelling: (report, limit) => alsoTelling(db, report, limit),
    linkedFlagsOf: (report, limit) => linkedFlagsOf(db, report, limit),
    personsNamed: (words, page) => personsNamed(db, words, page),
    async decide(made) {
      await decide(db, made);
      await advance();
    },
    decisions: () => decisions(db),
    decisionLines: () => decisionLines(db),
    issues: () => issues(db),
    asOf: () => asOf(db),
    toReview: (filter, part) => toReview(db, filter, part),
    reviewProgress: (filter, since) => reviewProgress(db, filter, since),
    joinedWhole: (kind, id) => joinedWhole(db, kind, id),
    decisionsBefore: (number, limit) => decisionsBefore(db, number, limit),
    reportsWith: (words, limit) => reportsWith(db, words, limit),
    addAlert: (made, secret) => addAlert(db, made, secret),
    removeAlert: (id) => removeAlert(db, id),
    alerts: () => alerts(db),
    alertNamed: (asked) => alertNamed(db, asked),
    secretOf: (id) => secretOf(db, id),
    linkedTo: () => linkedTo(db),
    numbersOf: (some) => numbersOf(db, some),
    broughtBy: (coming, wanted) => broughtBy(db, coming, wanted),
    keepNews: (id, found) => keepNews(db, id, found),
    newsOf: (id, page) => newsOf(db, id, page),
    newsSince: (id, since) => newsSince(db, id, since),
    digested: (id, number) => digested(db, id, number),
    claim: (id, now, until) => claim(db, id, now, until),
    toSend: (id, limit) => toSend(db, id, limit),
    sent: (id, told, at) => sent(db, id, told, at),
    release: (id, delivery) => release(db, id, delivery),
    async visit(made) {
      await keepAll({ entries: [made], mark: null });
    },
    seenAt: (place, at) => seenAt(db, place, at),
    visitsTo: (id, limit) => visitsTo(db, id, limit),
    policy: (place) => policy(db, place),
    async keepPolicy(place, kept) {
      await db.transaction().execute((trx) => keepPolicy(trx, place, { ...kept, report: null }));
    },
    stood: (id) => stood(db, id),
    standing: (lineage) => standingIn(db, lineage),
    foundAt: (place) => foundAt(db, place),
    movedTo: (place) => movedTo(db, place),
    forgetMoves: (place) => forgetMoves(db, place),
    rest: (host) => rest(db, host),
    keepRest: (host, kept) => keepRest(db, host, kept),
    coverage: () => coverage(db),
    list: (of, items) => list(db, of, items),
    checked: (of) => checked(db, of),
    below: (of) => below(db, of),
    feedOf: (place) => feedOf(db, place),
    feed: (place) => feed(db, place),
    dueItems: (some, at, limit) => dueItems(db, { feeds: some, at, limit }),
    nextDue: (some) => nextDue(db, some),
    itemsVisited: (items) => itemsVisited(db, items),
    postpone: (place, due) => postpone(db, place, due),
    mark: (place) => mark(db, place),
    keepMark: (kept) => keepMark(db, kept),
    dropMark: (place) => dropMark(db, place),
    counts: () => counts(db),
    prove: (readAgain, onReport = () => {}) => prove(db, { database, head, readAgain, onReport }),
    backup: (to) => backup(database, { from: path, to }),
    async close() {
      await db.destroy();
      // kysely closes the database only when it was used.
      if (database.isOpen) database.close();
    },
  };
}
