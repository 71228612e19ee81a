import type { Actor, Report, Statement } from '../../record/index.ts';
import { overlapping, type Range, spanOf } from '../../text/index.ts';
import type { Cast, Member } from './cast.ts';
import type { ActorWords } from './reading.ts';

type Link = Statement['chain'][number];

/** What a chain is made from: the report, its cast, and the statements whose chains are known. */
interface Known {
  readonly report: Pick<Report, 'text' | 'outlet' | 'blocks'>;
  readonly cast: Cast;
  readonly idOf: ReadonlyMap<Member, Actor['actor']>;
  readonly bodies: ActorWords['bodies'];
  readonly byId: ReadonlyMap<Statement['id'], Statement>;
  /** The statement before, where it stands in no other. */
  readonly before: Statement | null;
}

/** "in an interview with X", "was quoted by X as saying", "as reported by X": a medium that the sentence names. */
const THROUGH_MEDIUM =
  /\b(?:in (?:an|a \p{Ll}+) interview (?:with|for|on)|(?:was|were|is|been) (?:quoted|cited)(?: as saying)? by|as (?:reported|quoted|cited) by|quoted by|told|speaking to|in (?:comments|remarks) to)\s+(?:the )?(\p{Lu}[\p{L}\p{N}’'&-]*(?: (?:of |the |and )?\p{Lu}[\p{L}\p{N}’'&-]*)*)/gu;

/**
 * On whose word a statement is: its speaker; those in whose statements it stands, each relying on the one before; a medium
 * that the sentence names; what the passage before said of the same speaker's words; the report's own outlet.
 */
export function chainOf(statement: Statement, known: Known): Link[] {
  const { report, byId } = known;
  const first = linkOf(statement, 0, 'speaks');
  const links: Omit<Link, 'step'>[] = [first];
  const enclosing = statement.within === null ? undefined : byId.get(statement.within);
  if (enclosing !== undefined) {
    const [speaker, ...further] = enclosing.chain.filter(({ by }) => by !== OUTLET);
    if (speaker !== undefined && speaker.name !== first.name && enclosing.speaker.kind !== 'unknown')
      links.push({ ...speaker, relation: isMedium(speaker, known) ? 'quotes' : 'cites' });
    links.push(...further);
  } else {
    const medium = mediumOf(statement, known);
    if (medium !== null) links.push(medium);
    else links.push(...inherited(statement, known));
  }
  const { outlet } = report;
  if (outlet !== null && links.every(({ name }) => name !== outlet)) {
    const relation = links.length > 1 ? 'cites' : 'quotes';
    links.push({ name: outlet, actor: null, relation, label: null, span: null, how: 'inferred', by: OUTLET });
  }
  return links.map((link, step) => ({ ...link, step }));
}

const OUTLET = 'the-report-itself';

function linkOf({ speaker, source }: Statement, step: number, relation: Link['relation']): Link {
  const span = source[0] ?? null;
  const shared = { step, relation, label: null, span, how: 'stated' as const, by: null };
  if (speaker.kind === 'named') return { ...shared, name: speaker.name, actor: speaker.actor };
  if (speaker.kind === 'described') return { ...shared, name: speaker.text, actor: null };
  return { ...shared, name: 'unknown', actor: null };
}

function isMedium({ name }: Pick<Link, 'name'>, { cast, bodies }: Known): boolean {
  const kind = cast.find(name)?.kind;
  if (kind === 'person') return false;
  return kind === 'outlet' || name.split(' ').some((word) => bodies.get(word.toLowerCase()) === 'outlet');
}

/** A medium named around the cue, in the statement's own sentence and outside what is said. */
function mediumOf({ cue, content }: Statement, known: Known): Omit<Link, 'step'> | null {
  const { report, cast, idOf } = known;
  const [first] = cue;
  if (first === undefined) return null;
  const [block] = overlapping<Range>(report.blocks, first);
  if (block === undefined) return null;
  const start = Math.max(block.start, first.start - 60);
  const around = report.text.slice(start, Math.min(block.end, first.end + 120));
  for (const match of around.matchAll(THROUGH_MEDIUM)) {
    const name = match[1] ?? '';
    const at = start + match.index + match[0].length - name.length;
    const range = { start: at, end: at + name.length };
    if (content.some((piece) => piece.start < range.end && range.start < piece.end)) continue;
    const member = cast.find(name);
    const isOutlet = isMedium({ name }, known) || /interview|quoted|cited|reported/.test(match[0]);
    if (!isOutlet || member?.kind === 'person') continue;
    return {
      name: member?.name ?? name,
      actor: member === null ? null : (idOf.get(member) ?? null),
      relation: 'quotes',
      label: null,
      span: spanOf(report.text, range),
      how: 'stated',
      by: null,
    };
  }
  return null;
}

/** Words of the same speaker in the same paragraph came by the same way. */
function inherited({ speaker, cue }: Statement, { report, before }: Known): Omit<Link, 'step'>[] {
  const [first] = cue;
  const [last] = before?.cue ?? [];
  if (before === null || first === undefined || last === undefined) return [];
  const same =
    speaker.kind === 'named' && before.speaker.kind === 'named' && speaker.name === before.speaker.name;
  if (!same || /\n/.test(report.text.slice(last.end, first.start))) return [];
  return before.chain
    .filter(({ step, by }) => step > 0 && by !== OUTLET)
    .map((link) => ({ ...link, how: 'inferred', by: 'same-passage' }));
}
