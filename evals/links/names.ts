import type { Actor, LinkedActor } from '../../src/record/index.ts';
import { wordsOf } from './contents.ts';
import { type Drawn, numberOf } from './drawn.ts';

/** What stands before a name and is none of it. */
const BEFORE = new Set(
  'the a an mr mrs ms miss mx dr doctor prof professor sir dame lord lady cllr councillor colonel col general gen captain capt major maj lieutenant lt sergeant sgt corporal commander admiral inspector'.split(
    ' ',
  ),
);
/** Behind these a name is another's than the phrase that it ends. */
const JOINING = new Set('of in at for on to by from with and or near than against under'.split(' '));

/** A name as it is compared: without case, articles, Mr, Dr, ranks and a final ’s. */
export function plain(name: string): string {
  const words = wordsOf(name);
  while (words.length > 1 && BEFORE.has(words[0] ?? '')) words.shift();
  return words.join(' ').replace(/'s$/, '');
}

/** What a report calls an actor: its mentions and its name, plain; and the ends of longer mentions (“deputy minister A. Grebel”). */
interface Called {
  readonly whole: ReadonlySet<string>;
  readonly ends: ReadonlySet<string>;
}

function called({ name, mentions }: Actor): Called {
  const texts = mentions.map(({ text }) => text.split(/,\s/)[0] ?? text);
  return {
    whole: new Set([name, ...mentions.map(({ text }) => text), ...texts].map(plain)),
    ends: new Set([...texts.flatMap(endsOf), ...texts.flatMap((text) => beforeName(text, name))].map(plain)),
  };
}

/** What a phrase ends with that is no part of “of …” or “in …”. */
function endsOf(text: string): string[] {
  const words = wordsOf(text);
  const joining = words.findLastIndex((word) => JOINING.has(word));
  if (joining >= 0) return [];
  return words.map((_, at) => words.slice(at).join(' '));
}

/** What a phrase says before the name: “Krasovia’s foreign minister” of “Krasovia’s foreign minister A. Grebel”. */
const beforeName = (text: string, name: string) =>
  text.endsWith(name) && text.length > name.length ? [text.slice(0, -name.length)] : [];

/** An actor of a report, and where it was put: the linked actor, or its own id where it is of none. */
interface Placed extends Called {
  readonly own: string;
  readonly mentions: readonly string[];
}

/** Looks up whose name words of a report are. */
export class Names {
  private readonly byReport = new Map<number, Placed[]>();

  constructor(drawn: Drawn) {
    for (const [number, { actors, report }] of drawn.records)
      this.byReport.set(
        number,
        actors.map((actor) => ({
          ...called(actor),
          own: actorWith(drawn, number, actor)?.id ?? `${report.id} ${actor.actor}`,
          mentions: actor.mentions.map(({ text }) => plain(text)),
        })),
      );
  }

  /** Where the actor was put that a report calls so; of several the one that it calls so most; null for none. */
  of(number: number, words: string): string | null {
    const name = plain(words);
    const all = this.byReport.get(number) ?? [];
    const how = ({ mentions }: Placed) => mentions.filter((mention) => mention === name).length;
    const most = (placed: Placed[]) => placed.toSorted((a, b) => how(b) - how(a))[0]?.own ?? null;
    return most(all.filter(({ whole }) => whole.has(name))) ?? most(all.filter(({ ends }) => ends.has(name)));
  }
}

const actorWith = (drawn: Drawn, number: number, { actor }: Actor): LinkedActor | undefined =>
  drawn.picture.actors.find(({ members }) =>
    members.some((member) => member.actor === actor && numberOf(drawn, member.report) === number),
  );
