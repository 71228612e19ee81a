import type { LinkedActor, Utterance } from '../../src/record/index.ts';
import { namesakes, officesOf } from './actors.ts';
import { contentOf, keyOf } from './contents.ts';
import { correctionsOf, linksTo, reprintsOf } from './copies.ts';
import { type Drawn, numberOf } from './drawn.ts';
import type { GoldUtterance } from './gold.ts';
import { lookAlikes } from './pairs.ts';
import { type Rendition, renditionsOf } from './renditions.ts';
import { type Named, namedIn } from './who.ts';

/** Short names for ids, in the order in which they come up: U1, U2 … */
export class Short {
  private readonly names = new Map<string, string>();
  private readonly letter: string;

  constructor(letter: string) {
    this.letter = letter;
  }

  of(id: string): string {
    const name = this.names.get(id) ?? `${this.letter}${this.names.size + 1}`;
    this.names.set(id, name);
    return name;
  }
}

/** Each utterance of the gold, with what was found of its renditions and where it was put; what else was put there; look-alikes joined. */
export function tellUtterances(drawn: Drawn): string[] {
  const short = new Short('U');
  const renditions = renditionsOf(drawn);
  const lines = drawn.story.gold.utterances.flatMap((gold, at) =>
    tellUtterance(drawn, { gold, found: renditions.filter((one) => one.gold === at), short }),
  );
  const joined = lookAlikes(drawn)
    .filter(({ isJoined }) => isJoined)
    .map(
      ({ cited: [a, b] }) => `! look-alikes joined: ${a[0]} ${a[1]}\n                      ${b[0]} ${b[1]}`,
    );
  return [...lines, ...joined];
}

function tellUtterance(
  drawn: Drawn,
  { gold, found, short }: { gold: GoldUtterance; found: readonly Rendition[]; short: Short },
): string[] {
  const owns = [...new Set(found.map(({ own }) => own))];
  const lines = gold.renditions.map(([report, words]) => {
    const one = found.find(({ cited }) => keyOf(cited) === keyOf([report, words]));
    if (one === undefined) return `    -       ${report}  ${words}`;
    return `    ${short.of(one.own).padEnd(6)}  ${report}  ${words}\n                 ${contentOf(one.statement)}`;
  });
  const ours = drawn.picture.utterances.filter(({ id }) => owns.includes(id));
  return [
    `${owns.length <= 1 ? '=' : '!'} ${gold.speaker}; root ${gold.root}, said ${gold.said}`,
    ...lines,
    ...ours.map((own) => `      ${short.of(own.id)}: ${toldOf(drawn, own)}`),
  ];
}

function toldOf(drawn: Drawn, { speakers, root, said, renditions }: Utterance): string {
  const by = renditions
    .filter(({ link }) => link !== null)
    .map(({ report, link }) => `${numberOf(drawn, report)} by ${link?.rule} ${link?.score.toFixed(2)}`);
  const names = speakers.map(({ name }) => name).join(' and ');
  return `${names}; root ${root.kind} ${root.name} (${root.rule}), said ${said}; ${renditions.length} renditions, joined ${by.join(', ') || 'none'}`;
}

/** Each actor of the gold with where its names were put; namesakes joined; offices missed; ours of several of the gold. */
export function tellActors(drawn: Drawn): string[] {
  const short = new Short('A');
  const named = namedIn(drawn);
  const { gold } = drawn.story;
  const lines = gold.actors.flatMap(({ name, kind, names }) => {
    const found = named.filter((one) => one.gold === name);
    const owns = new Set(found.map(({ own }) => own));
    const words = names.map(([report, text]) => {
      const one = found.find((other) => other.report === report && other.words === text);
      return `${report} ${text}: ${one === undefined ? '-' : short.of(one.own)}`;
    });
    return [`${owns.size <= 1 ? '=' : '!'} ${name}, ${kind}`, `    ${words.join('; ')}`];
  });
  const joined = namesakes(gold, named).filter(({ isJoined }) => isJoined);
  const missed = officesOf(drawn).filter(({ isFound }) => !isFound);
  return [
    ...lines,
    ...joined.map(({ a, b }) => `! namesakes joined: ${a}, ${b}`),
    ...missed.map(({ name, report, title }) => `- office: ${report} ${title} of ${name}`),
    ...drawn.picture.actors.map((actor) => tellOwn(actor, named, { drawn, short })),
  ];
}

function tellOwn(
  { id, name, kind, names, members }: LinkedActor,
  named: readonly Named[],
  { drawn, short }: { drawn: Drawn; short: Short },
): string {
  const golds = new Set(named.filter(({ own }) => own === id).map(({ gold }) => gold));
  const reports = members.map(
    ({ report, link }) => `${numberOf(drawn, report)}${link === null ? '' : ` ${link.rule}`}`,
  );
  return `    ${golds.size > 1 ? '!' : ' '} ${short.of(id)} ${name}, ${kind} [${names.join(' | ')}] in ${reports.join(', ')}`;
}

/** Reprints as pairs and corrections, the gold's and ours; what is linked to reports with nothing to link. */
export function tellCopies(drawn: Drawn): string[] {
  const [reprints, corrections] = [reprintsOf(drawn), correctionsOf(drawn)];
  return [
    ...compared('reprint', reprints),
    ...compared('correction', corrections),
    ...drawn.story.gold.unlinked.flatMap((number) =>
      linksTo(drawn, number).map((link) => `! linked to ${number}, which has nothing to link: ${link}`),
    ),
  ];
}

const compared = (what: string, { gold, own }: { gold: Set<string>; own: Set<string> }): string[] => [
  ...[...gold].map((pair) => `${own.has(pair) ? '=' : '-'} ${what} ${pair}`),
  ...[...own.difference(gold)].map((pair) => `! ${what} ${pair}`),
];
