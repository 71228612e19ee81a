import { type Actor, actorIdNamed, type When } from '../../record/index.ts';
import { spanOf } from '../../text/index.ts';
import type { ActorWords } from './actor-words.ts';
import type { Cast, Member } from './cast.ts';
import { codesOf } from './codes/index.ts';
import { plain } from './codes/plain.ts';
import { officesIn } from './offices.ts';

/** The members as actors of the record. `when` is the date at which their offices are read. */
export function actorsOf(
  text: string,
  { members }: Cast,
  { when, words }: { when: When | null; words: ActorWords },
): { actors: Actor[]; idOf: ReadonlyMap<Member, Actor['actor']> } {
  const idOf = new Map<Member, Actor['actor']>();
  const used = new Set<string>();
  const nths = new Map<string, number>();
  const actors = members.map((member) => {
    const first = actorIdNamed(member.name);
    let id: string = first;
    for (let nth = nths.get(first) ?? 2; used.has(id); nth++) {
      id = `${first}.${nth}`;
      nths.set(first, nth + 1);
    }
    used.add(id);
    idOf.set(member, id as Actor['actor']);
    const { role, affiliation, name } = member;
    // "Finn Sjaarda" is of no country by a given name; whom the lists know is known by the name.
    const isUnknown = member.kind === 'person' && words.known.get(plain(name)) === undefined;
    const parts = isUnknown ? [role, affiliation] : [role, affiliation, name];
    const called = parts.filter((part) => part !== null).join(', ');
    const { country, sector } = codesOf(called, when, words);
    return {
      actor: id as Actor['actor'],
      name,
      kind: member.kind,
      country,
      sector,
      offices: officesIn(text, member.offices, member.mentions),
      mentions: member.mentions.toSorted((a, b) => a.start - b.start).map((range) => spanOf(text, range)),
    };
  });
  return { actors, idOf };
}
