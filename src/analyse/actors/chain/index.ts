import type { Statement } from '../../../record/index.ts';
import { AGENCY_LINK, OUTLET_LINK } from '../../../record/index.ts';
import { overlapping, type Range, spanOf } from '../../../text/index.ts';
import type { NamedRule } from '../../named-rule.ts';
import { nearest, type Setting } from '../speakers/scene.ts';
import type { Carriers } from './carriers.ts';
import { goBetween } from './go-between.ts';
import { areMedia, isMediumName, type Medium, mediaIn, seenBy } from './media.ts';
import { mediaBeside, REACH } from './positions.ts';

type Link = Statement['chain'][number];
/** Links side by side, without their step. */
type Step = readonly Omit<Link, 'step'>[];

/** What a chain is made from: the report, its cast, and the statements whose chains are known. */
export interface Known extends Setting {
  readonly byId: ReadonlyMap<Statement['id'], Statement>;
  /** The statement before, where it stands in no other. */
  readonly before: Statement | null;
  /** The words of media that carry a statement, step by step: "according to X and other media". */
  readonly carriers: Carriers;
  /** The words of media that these rely on in turn: they stand nearer to the speaker. */
  readonly cited: Carriers;
}

/**
 * On whose word a statement is: its speaker; a go-between; those in whose statements it stands, each relying on the one
 * before; media that the sentence names, side by side; what came of the same speaker's words before; the report's own outlet.
 */
export function chainOf(statement: Statement, known: Known): Link[] {
  const { report, byId } = known;
  const speaker = speakerLink(statement);
  const steps: Step[] = [[speaker]];
  const through = throughWhom(statement, known);
  if (through !== null) steps.push([through]);
  const enclosing = statement.within === null ? undefined : byId.get(statement.within);
  if (enclosing !== undefined) steps.push(...aroundOf(speaker, enclosing, known));
  else {
    const media = mediaOf(statement, known);
    const way = through === null ? inherited(statement, known) : [];
    // "told the magazine" again: the way goes on, with whoever carried the magazine.
    const isAgain = media.flat().every(({ name }) => way.flat().some((link) => link.name === name));
    steps.push(...(isAgain ? way : media));
  }
  const { outlet, agency } = report;
  if (agency !== null) publish(agency, AGENCY_LINK, steps);
  if (outlet !== null) publish(outlet, OUTLET_LINK, steps);
  return steps.flatMap((links, step) => links.map((link) => ({ ...link, step })));
}

/** Who publishes the report puts it on record: an agency first, whose copy an outlet only carries. */
function publish(name: string, by: typeof AGENCY_LINK | typeof OUTLET_LINK, steps: Step[]): void {
  const links = steps.flat();
  const isThere =
    by === OUTLET_LINK
      ? steps.at(-1)?.some((link) => link.name === name)
      : links.some((link) => link.name === name);
  if (isThere === true) return;
  const isFirst = links.every(({ relation }) => relation === 'speaks' || relation === 'through');
  const isCarried = links.some((link) => link.by === AGENCY_LINK);
  const relation = isCarried ? 'carries' : isFirst ? 'quotes' : 'cites';
  steps.push([{ name, actor: null, relation, label: null, span: null, how: 'inferred', by }]);
}

function speakerLink({ speaker, source }: Statement): Omit<Link, 'step'> {
  const shared = {
    relation: 'speaks',
    label: null,
    span: source[0] ?? null,
    how: 'stated',
    by: null,
  } as const;
  if (speaker.kind === 'named') return { ...shared, name: speaker.name, actor: speaker.actor };
  if (speaker.kind === 'described') return { ...shared, name: speaker.text, actor: null };
  return { ...shared, name: 'unknown', actor: null };
}

/** The enclosing statement's speaker, unless it is the same one, and the way of that statement. */
function aroundOf(own: Omit<Link, 'step'>, { chain, speaker }: Statement, known: Known): Step[] {
  const steps = stepsOf(chain.filter(({ by }) => by !== OUTLET_LINK && by !== AGENCY_LINK));
  const [[first] = [], ...further] = steps;
  if (first === undefined || first.name === own.name || speaker.kind === 'unknown') return further;
  return [[{ ...first, relation: areMedia(first.name, known) ? 'quotes' : 'cites' }], ...further];
}

function stepsOf(chain: readonly Link[]): Step[] {
  return [...Map.groupBy(chain, ({ step }) => step).values()].map((links) =>
    links.map(({ step: _, ...link }) => link),
  );
}

function throughWhom(statement: Statement, known: Known): Omit<Link, 'step'> | null {
  const between = goBetween(statement, known);
  return between === null
    ? null
    : linkTo(between.name, known, {
        relation: 'through',
        label: null,
        span: spanOf(known.report.text, between.range),
      });
}

/** Media that carry the words, one after the other: named in the statement's own sentence outside of what is said or as part of its source; and those that carry these. */
function mediaOf(statement: Statement, known: Known): Step[] {
  const parts = statement.source.slice(1).filter(({ text }) => areMedia(text, known));
  const seeing = seenBy(statement.source, known);
  const own = parts.length > 0 ? [parts] : seeing !== null ? [[seeing]] : [];
  const beside = mediaBeside(statement, known).map((range) => [range]);
  const near = own.length > 0 ? own : beside.length > 0 ? beside : [quoting(statement, known)];
  const { cited, carriers } = known;
  const all = [...(cited.get(statement.id) ?? []), ...near, ...(carriers.get(statement.id) ?? [])];
  const steps = all.map((ranges) => linksTo(ranges, statement, known));
  const names = new Set<string>();
  return steps
    .map((links) => links.filter(({ name }) => !names.has(name) && names.add(name)))
    .filter((links) => links.length > 0);
}

function linksTo(ranges: readonly Range[], { speaker }: Statement, known: Known): Step {
  const { text } = known.report;
  const links = ranges
    .flatMap((range) => mediaIn(text, range))
    .map((medium) =>
      linkTo(namedBefore(medium, known) ?? medium.name, known, {
        relation: 'quotes',
        label: medium.label,
        span: spanOf(text, medium),
      }),
    )
    .filter(({ name }) => speaker.kind !== 'named' || speaker.name !== name);
  // Two short names may be of one medium: "CNN, the network CNN".
  return links.filter(({ name }, at) => links.findIndex((link) => link.name === name) === at);
}

/** "the magazine": the medium that was named last. */
function namedBefore({ start, name }: Medium, { cast }: Known): string | null {
  if (!/^\p{Ll}+$/u.test(name)) return null;
  return nearest({ cast }, start, ({ kind }) => kind === 'outlet' || kind === 'agency')?.member.name ?? null;
}

/** Who quotes, in "the agency quoted Lunn as saying": what stands before the cue, "it" for the medium named last. */
function quoting({ cue }: Statement, { report, sentences, cast }: Known): Range[] {
  const [first, second] = cue;
  if (first === undefined || second === undefined || !/^(?:\p{Ll}+ )?(?:quot|cit)/u.test(first.text))
    return [];
  const sentence = overlapping(sentences, first)[0];
  const start = Math.max(sentence?.start ?? first.start, first.start - REACH);
  const found = /(?:^|[,”"’»]\s)\s*([^,;:“”"]{1,60}?)\s*$/u.exec(report.text.slice(start, first.start));
  const words = found?.[1] ?? '';
  if (words === '') return [];
  const at =
    first.start -
    report.text.slice(start, first.start).length +
    (found?.index ?? 0) +
    (found?.[0].indexOf(words) ?? 0);
  if (!/^it$/i.test(words)) return [{ start: at, end: at + words.length }];
  const last = nearest(
    { cast },
    at,
    ({ kind, name }) => kind === 'outlet' || kind === 'agency' || isMediumName(name),
  );
  return last === null ? [] : [{ start: last.start, end: last.end }];
}

function linkTo(
  name: string,
  { cast, idOf }: Known,
  stated: Pick<Link, 'relation' | 'label' | 'span'>,
): Omit<Link, 'step'> {
  const member = cast.find(name);
  return {
    name: member?.name ?? name,
    actor: member === null ? null : (idOf.get(member) ?? null),
    ...stated,
    how: 'stated',
    by: null,
  };
}

/** What came by a way and goes on with the same speaker came by the same way, until somebody else speaks or it was said elsewhere or on another day. */
function inherited(statement: Statement, { before }: Known): Step[] {
  if (before === null || !isSame(statement.speaker, before.speaker) || isApart(statement, before)) return [];
  const way = before.chain.filter(({ step, by }) => step > 0 && by !== OUTLET_LINK && by !== AGENCY_LINK);
  return stepsOf(way).map((links) => links.map((link) => ({ ...link, how: 'inferred', by: GOES_ON.name })));
}

function isSame(one: Statement['speaker'], other: Statement['speaker']): boolean {
  if (one.kind === 'named') return other.kind === 'named' && one.name === other.name;
  return one.kind === 'described' && other.kind === 'described' && one.text === other.text;
}

/** "On June 20, at a meeting with cadets, she had said": another occasion. */
const isApart = ({ said, venue, cue }: Statement, before: Statement): boolean =>
  (said !== null && before.said !== null && said.value !== before.said.value) ||
  venue !== null ||
  /^had\b/.test(cue[0]?.text ?? '');

const GOES_ON: NamedRule = {
  name: 'chain-goes-on-with-the-speaker',
  example: 'Ruben Aske told Radio Vantry that the schools were shut. Aske added that the roads were open.',
};

/** The rules by which a link of a chain is inferred. */
export const CHAIN_RULES: readonly NamedRule[] = [
  { name: AGENCY_LINK, example: 'SANNOW, April 28 (Quillwire) – Edda Vold said that the sea was calm.' },
  { name: OUTLET_LINK, example: 'Ruben Aske said that the schools were shut.' },
  GOES_ON,
];
