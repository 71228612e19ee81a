import type { Coming, KeptAlert, Ledger, Looked } from '../ledger/index.ts';
import { changesOf, type LinkKit } from '../link/index.ts';
import { positionsOn, reportsOn } from '../pipeline/index.ts';
import type { Alert, Issue, News, Position, PositionChange, StatementId } from '../record/index.ts';
import { eventNews } from './event-news.ts';
import { evidenceIn, newsIdOf, statementNews } from './news.ts';
import { firstRenditions } from './once.ts';

/** What looking for news takes. */
export interface Looking {
  readonly ledger: Ledger;
  /** What positions are found with, loaded when an alert has an issue and there is something new. */
  readonly linkKit: () => Promise<LinkKit>;
  readonly now: () => Date;
}

/** Reports that are looked through in one step: what comes of it is kept before the next one. */
const TOGETHER = 500;

/**
 * Looks for all alerts through the reports that came since they looked last, as far as those are linked, and keeps what is
 * new. Gives how much that is. Nothing but the order of their coming tells what is new: a report that is only read again by
 * another analyser brings nothing.
 */
export async function lookForNews(looking: Looking): Promise<number> {
  const { ledger } = looking;
  const all = await ledger.alerts();
  const { reports } = await ledger.counts();
  const behind = all.filter(({ looked }) => looked.statements < reports);
  if (behind.length === 0) return 0;
  const to = await ledger.linkedTo();
  let total = 0;
  for (const kept of behind) total += await lookFor(kept, to, looking);
  return total;
}

async function lookFor({ alert, looked }: KeptAlert, to: number, looking: Looking): Promise<number> {
  const { ledger, now } = looking;
  const found = now().toISOString();
  const asked = await positionsFor(alert, { after: looked.changes, to }, looking);
  let former = looked;
  let total = 0;
  while (former.statements < to) {
    const upTo = Math.min(to, former.statements + TOGETHER);
    const news = await newStatements(alert, { after: former.statements, to: upTo }, { ledger, asked });
    let next: Looked = { ...former, statements: upTo };
    // What changed is told with the last of the statements: it is compared by all that came.
    if (upTo === to) {
      const event = await eventNews(alert, former, { ledger, to, at: found });
      news.push(...(await positionNews(alert, { asked, ledger, at: found })), ...event.news);
      next = { ...next, changes: to, event: event.now };
    }
    if (!(await ledger.keepNews(alert.id, { former, looked: next, news, found }))) break;
    former = next;
    total += news.length;
  }
  return total;
}

/** Where actors stand on an alert's issue, and what of that new reports brought. */
interface AskedPositions {
  readonly stances: ReadonlyMap<StatementId, Position['stance']>;
  /** Changes that were not there without the new reports. */
  readonly changes: readonly PositionChange[];
  readonly issue: Issue;
}

/** Null where an alert has no issue, the issue is undone, or no new report has words of it. */
async function positionsFor(
  { issue: asked, actor }: Alert,
  { after, to }: Coming,
  { ledger, linkKit }: Looking,
): Promise<AskedPositions | null> {
  const issue = asked === null ? undefined : (await ledger.issues()).find(({ id }) => id === asked.id);
  if (issue === undefined || after >= to) return null;
  const kit = await linkKit();
  const speakOfIt = [...(await ledger.numbersOf(await reportsOn(ledger, issue, kit))).values()];
  if (!speakOfIt.some((number) => number > after && number <= to)) return null;
  const { positions } = await positionsOn(ledger, issue, kit);
  const numbers = await ledger.numbersOf([...new Set(positions.map(({ report }) => report))]);
  const cameBy = (last: number) => positions.filter(({ report }) => (numbers.get(report) ?? 0) <= last);
  const before = new Set(changesOf(cameBy(after)).map(keyOf));
  const changes = changesOf(cameBy(to)).filter((change) => !before.has(keyOf(change)));
  const own = actor === null ? null : (await ledger.linked('actor', actor.id))?.id;
  return {
    issue,
    stances: new Map(positions.map(({ statement, stance }) => [statement, stance])),
    changes: changes.filter(({ who }) => own === null || who === own),
  };
}

const keyOf = ({ who, name, from, to, report }: PositionChange) => [who ?? name, from, to, report].join('\n');

async function newStatements(
  alert: Alert,
  coming: Coming,
  { ledger, asked }: { ledger: Ledger; asked: AskedPositions | null },
): Promise<News[]> {
  if (alert.issue !== null && asked === null) return [];
  const among = asked === null ? null : [...asked.stances.keys()];
  const { search, actor } = alert;
  const wanted = { search, actor: actor?.id ?? null, among };
  const found = await ledger.broughtBy(coming, wanted);
  const told = alert.once ? await firstRenditions(found, ledger) : found;
  return told.map((one) => statementNews(alert, one, asked?.stances.get(one.statement.id) ?? null));
}

async function positionNews(
  alert: Alert,
  { asked, ledger, at }: { asked: AskedPositions | null; ledger: Ledger; at: string },
): Promise<News[]> {
  const news: News[] = [];
  for (const { name, from, to, before, after } of asked?.changes ?? []) {
    const [then, now] = [await ledger.statement(before), await ledger.statement(after)];
    if (asked === null || then === null || now === null) continue;
    news.push({
      kind: 'position',
      id: newsIdOf(alert, 'position', name, from, to, after),
      at,
      issue: asked.issue.id,
      proposition: asked.issue.proposition,
      who: name,
      before: { stance: from, statement: before, from: evidenceIn(then) },
      stance: to,
      statement: after,
      from: evidenceIn(now),
    });
  }
  return news;
}
