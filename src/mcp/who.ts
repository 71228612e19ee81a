import { z } from 'zod';
import type { KeptReport, Ledger } from '../ledger/index.ts';
import { personMeant, personsFor, type Who, whoIs } from '../pipeline/index.ts';
import type { LinkedActor, Utterance } from '../record/index.ts';
import { type Quoted, quoted, statementTold } from './told.ts';
import { type Answer, count, limit, nothing, tool, words } from './tool.ts';

/** As `onrecord who`: one actor over all reports. */
export const who = tool({
  name: 'who',
  title: 'Who somebody is',
  description:
    'Tells who somebody is over all reports: names and offices where reports give them, for whom they speak, and what they said, each thing once and the latest first. Several of one name are listed with their ids.',
  input: z.strictObject({ name: words('Words of a name, or the id of an actor.'), limit }),
  answer: async ({ name, limit }, { ledger }) => {
    const { total, persons } = await personsFor(ledger, name, limit);
    if (total === 0) return nothing('nobody of this name is in the ledger');
    const only = personMeant(persons, name);
    if (only === null)
      return {
        onRecord: true,
        answer: `${count(total, 'actor')} of this name: ask again by the id of one.`,
        actors: persons,
      };
    const whole = await whoIs(ledger, only.id);
    return whole === null
      ? nothing('the reports that name this one are not linked yet')
      : await whoTold(ledger, whole, limit);
  },
});

async function whoTold(ledger: Ledger, { actor, utterances }: Who, limit: number): Promise<Answer> {
  const { id, kind, name, offices, speaksFor } = actor;
  const latest = utterances.slice(-limit).toReversed();
  const said = [];
  for (const utterance of latest) said.push(...(await saidTold(ledger, utterance)));
  const reports = new Set(actor.members.map(({ report }) => report)).size;
  const behind = [];
  for (const { name, rule, report } of speaksFor) {
    const named = namedIn(await ledger.report(report), name);
    if (named !== null) behind.push({ words: named, rule });
  }
  return {
    onRecord: true,
    answer: `In ${count(reports, 'report')}; ${count(utterances.length, 'utterance')} on record${said.length < utterances.length ? `, the latest ${said.length} are given` : ''}.`,
    actor: {
      id,
      kind,
      name,
      names: await namesTold(ledger, actor),
      offices: offices.map(({ span, report, published }) => ({ words: quoted(report, span), published })),
      speaksFor: behind,
    },
    said,
  };
}

/** An utterance by the first report that renders it. */
async function saidTold(ledger: Ledger, { id, said, outlets, renditions }: Utterance) {
  for (const { statement } of renditions) {
    const found = await ledger.statement(statement);
    if (found !== null)
      return [
        { utterance: id, said, outlets, renditions: renditions.length, statement: statementTold(found) },
      ];
  }
  return [];
}

/** Reports that are looked through for names, each of which is wanted once. */
const MOST_REPORTS = 50;

/** Each name where a report first has it; one that no report has letter for letter is left out. */
async function namesTold(ledger: Ledger, { names, members }: LinkedActor): Promise<Quoted[]> {
  const found = new Map<string, Quoted>();
  for (const { report } of members.slice(0, MOST_REPORTS)) {
    const open = names.filter((name) => !found.has(name));
    if (open.length === 0) break;
    const kept = await ledger.report(report);
    for (const name of open) {
      const place = namedIn(kept, name);
      if (place !== null) found.set(name, place);
    }
  }
  return names.flatMap((name) => found.get(name) ?? []);
}

/** Where a report names somebody so. */
function namedIn(kept: KeptReport | null, name: string): Quoted | null {
  for (const { start, text } of kept?.actors.flatMap(({ mentions }) => mentions) ?? []) {
    const at = text.indexOf(name);
    if (kept !== null && at >= 0)
      return quoted(kept.report.id, { start: start + at, end: start + at + name.length, text: name });
  }
  return null;
}
