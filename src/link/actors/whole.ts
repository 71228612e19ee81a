import type {
  Actor,
  ActorBody,
  LinkedActor,
  LinkedActorId,
  LinkGroup,
  PairLink,
} from '../../record/index.ts';
import type { LinkStore } from '../store.ts';
import { byPublication, type Taken } from '../taken.ts';
import { fullestFirst } from './names.ts';

interface InReport {
  readonly taken: Taken;
  readonly actor: Actor;
  readonly unit: string;
}

/** All that reports tell of an actor: names, offices, whom its words stand for, in the order of publication. */
export async function wholeActor(group: LinkGroup, store: LinkStore): Promise<LinkedActor> {
  const own: InReport[] = [];
  for (const { unit, report, id } of await store.membersOf('actor', group.units)) {
    const taken = await store.taken(report);
    const actor = taken.actors.get(id);
    if (actor !== undefined) own.push({ taken, actor, unit });
  }
  const told = own.toSorted(
    (a, b) => byPublication(a.taken, b.taken) || (a.actor.actor < b.actor.actor ? -1 : 1),
  );
  const { links, kind } = group.body as ActorBody;
  return {
    id: group.id as LinkedActorId,
    name: group.name,
    kind,
    names: fullestFirst(told.map(({ actor }) => actor.name)),
    members: told.map((one, at) => ({
      report: one.taken.record.report.id,
      actor: one.actor.actor,
      link: linkOf(one, told.slice(0, at), links),
    })),
    offices: told.flatMap(({ actor, taken: { record } }) =>
      actor.offices.map(({ title, of, span }) => ({
        title,
        of,
        report: record.report.id,
        published: record.report.published,
        span,
      })),
    ),
    speaksFor: await spokenFor(told, store),
  };
}

/** Why an actor of a report is one with those before it: its name, or what brought its name to theirs. */
function linkOf({ unit }: InReport, before: readonly InReport[], links: readonly PairLink[]) {
  const same = before.find((one) => one.unit === unit);
  if (same !== undefined) return { with: same.actor.name, rule: 'same-name', score: 1 };
  const link = links.find(({ a, b }) => a === unit || b === unit);
  if (link === undefined) return null;
  return { with: link.a === unit ? link.b : link.a, rule: link.rule, score: link.score };
}

async function spokenFor(told: readonly InReport[], store: LinkStore): Promise<LinkedActor['speaksFor']> {
  const persons = await store.persons([...new Set(told.map(({ taken }) => taken.record.report.id))]);
  const found = told.flatMap(({ taken: { record }, actor }) => {
    const { id, published } = record.report;
    return record.statements.flatMap(({ speaker }) => {
      if (speaker.kind !== 'named' || speaker.actor !== actor.actor || speaker.speaksFor === null) return [];
      const { name, by, actor: behind } = speaker.speaksFor;
      const who = behind === null ? null : (persons.get(`${id} ${behind}`) ?? null);
      return [{ who: who?.id ?? null, name: who?.name ?? name, rule: by, report: id, published }];
    });
  });
  return [...Map.groupBy(found, ({ who, name }) => who ?? name).values()].flatMap(([first]) => first ?? []);
}
