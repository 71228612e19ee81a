import type { Ledger, PersonLine, ReportLine } from '../ledger/index.ts';
import { changesOf, findPositions, type LinkKit, wholeActor } from '../link/index.ts';
import type {
  Issue,
  LinkedActor,
  Position,
  PositionChange,
  ReportId,
  Statement,
  Utterance,
} from '../record/index.ts';
import { storeOf, taken } from './linking.ts';

/** Reports with words of an issue that are looked through: more than anybody's positions on it fill. */
const MOST_STATEMENTS = 5_000;

/** An actor with all that is told of it, and how many others a name fits. */
export interface Who {
  readonly actor: LinkedActor;
  readonly utterances: readonly Utterance[];
}

/** The actors that a name or an id fits, those of most reports first. */
export async function personsFor(ledger: Ledger, name: string, limit: number) {
  const own = await ledger.linked('actor', name);
  if (own === null) return await ledger.personsNamed(name, { limit, offset: 0 });
  const persons: PersonLine[] = [
    { id: own.id, name: own.name, kind: (own.body as { kind: string }).kind, reports: 0 },
  ];
  return { total: 1, persons };
}

/** The one that is meant: the only one, or the only one of exactly this name; null where that is nobody or several. */
export function personMeant(persons: readonly PersonLine[], words: string): PersonLine | null {
  const exact = persons.filter(({ name, id }) => name.toLowerCase() === words.toLowerCase() || id === words);
  const [only] = persons.length === 1 ? persons : exact.length === 1 ? exact : [];
  return only ?? null;
}

/** All that reports tell of one actor, and what it said, each utterance once. */
export async function whoIs(ledger: Ledger, id: string): Promise<Who | null> {
  const group = await ledger.linked('actor', id);
  if (group === null) return null;
  const { actor, said } = await ledger.asked(async (links) => {
    const store = storeOf(links);
    const whole = await wholeActor(group, store);
    const own: Statement['id'][] = [];
    for (const { report, actor: name } of whole.members) {
      const { record } = await links.record(report);
      for (const { speaker, id: statement, mode } of record.statements)
        if (mode !== 'held' && speaker.kind === 'named' && speaker.actor === name) own.push(statement);
    }
    return { actor: whole, said: own };
  });
  const utterances = await ledger.utterancesWith(said);
  return { actor, utterances: utterances.toSorted(byFirst) };
}

const byFirst = (a: Utterance, b: Utterance) =>
  (a.renditions[0]?.published ?? '') < (b.renditions[0]?.published ?? '') ? -1 : 1;

/** A rendition of an utterance with its statement. */
export interface Rendered {
  readonly statement: Statement;
  readonly report: ReportLine;
}

/** An utterance, by its id or a statement's, with all that render it. */
export async function utteranceWith(
  ledger: Ledger,
  id: string,
): Promise<{ utterance: Utterance; renditions: readonly Rendered[] } | null> {
  const [whole] = await ledger.utterancesWith([id]);
  if (whole === undefined) return null;
  const renditions: Rendered[] = [];
  for (const { statement: own } of whole.renditions) {
    const found = await ledger.statement(own);
    if (found === null) continue;
    const { report, statement, added } = found;
    const line = {
      id: report.id,
      outlet: report.outlet,
      published: report.published,
      headline: report.headline,
    };
    renditions.push({ statement, report: { ...line, added, version: 1, opening: '', statements: 0 } });
  }
  return { utterance: whole, renditions };
}

/** Reports in which positions on an issue are looked for: those with words of it, and those that people named. */
export async function reportsOn(ledger: Ledger, issue: Issue, kit: LinkKit): Promise<readonly ReportId[]> {
  const words = [issue.proposition, ...issue.terms].join(' ').split(/[^\p{L}\p{N}]+/u);
  const telling = words.filter((word) => word !== '' && !kit.light.has(word.toLowerCase()));
  const worded = await ledger.reportsWith([...new Set(telling)], MOST_STATEMENTS);
  return [...new Set([...worded, ...(await decidedOn(ledger, issue))])];
}

/** Reports with statements of which people decided where they stand on an issue: these may have none of its words. */
const decidedOn = async (ledger: Ledger, { id }: Issue) =>
  (await ledger.decisionLines()).flatMap(({ decision, state }) =>
    state === 'in force' && decision.kind === 'correct' && decision.corrected.stance?.issue === id
      ? [decision.on.report]
      : [],
  );

/** Who stands where on an issue, in the order of publication, and where that changed. */
export async function positionsOn(
  ledger: Ledger,
  issue: Issue,
  kit: LinkKit,
): Promise<{ positions: readonly Position[]; changes: readonly PositionChange[] }> {
  const reports = await reportsOn(ledger, issue, kit);
  const { takens, known } = await ledger.asked(async (links) => {
    const records = [];
    for (const report of reports) records.push(await links.record(report));
    return {
      takens: records.map(taken),
      known: await links.persons(reports),
    };
  });
  const persons = {
    of: (report: string, actor: string | null) =>
      actor === null ? null : (known.get(`${report} ${actor}`) ?? null),
  };
  const positions = await findPositions(takens, [issue], kit, persons);
  return { positions, changes: changesOf(positions) };
}
