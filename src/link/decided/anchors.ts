import type { Anchor, JoinedKind, ReportRecord, Statement } from '../../record/index.ts';
import type { Range, Span } from '../../text/index.ts';

/** What a decision may speak of in one report: its id, how it is called, and each of the places where it is found again. */
interface Mention {
  readonly id: string;
  readonly name: string;
  readonly places: readonly (readonly Span[])[];
}

/** The actors, statements or events of a record, as decisions are pinned to them. */
function mentionsIn({ actors, statements, events }: ReportRecord, kind: JoinedKind): Mention[] {
  switch (kind) {
    case 'actor':
      return actors.map(({ actor, name, mentions }) => ({ id: actor, name, places: mentions.map(alone) }));
    case 'utterance':
      return statements.map((one) => ({
        id: one.id,
        name: wordsOf(one),
        places: [[...one.content, ...one.cue]],
      }));
    case 'event':
      return events.map(({ id, what, spans }) => ({ id, name: what, places: spans.map(alone) }));
    default:
      return kind satisfies never;
  }
}

const alone = (span: Span) => [span];

const wordsOf = ({ refers, content, cue }: Statement) =>
  [...(refers?.spans ?? content), ...(content.length === 0 ? cue : [])].map(({ text }) => text).join(' … ');

/** What pins a decision to something of a report; null where there is no such thing, or no words name it. */
export function anchorOf(record: ReportRecord, kind: JoinedKind, id: string): Anchor | null {
  const found = mentionsIn(record, kind).find((one) => one.id === id);
  const [spans] = found?.places ?? [];
  if (found === undefined || spans === undefined || spans.length === 0) return null;
  return { report: record.report.id, spans, name: found.name };
}

/** So much of an anchor's words must be in what it leads to: with less another may have as many. */
const HALF = 0.5;

/**
 * The id of what an anchor leads to in a record: of all that have at least half of its words the one that has least beside
 * them; null where nothing has.
 */
export function foundBy(
  { spans }: Anchor,
  record: ReportRecord,
  { kind, mayBe }: { kind: JoinedKind; mayBe: (id: string) => boolean },
): string | null {
  let best: { id: string; alike: number } | null = null;
  for (const { id, places } of mentionsIn(record, kind)) {
    if (!mayBe(id)) continue;
    for (const place of places) {
      const shared = sharedBy(place, spans);
      const alike = shared / (lengthOf(place) + lengthOf(spans) - shared);
      if (shared >= HALF * lengthOf(spans) && shared > 0 && alike > (best?.alike ?? 0)) best = { id, alike };
    }
  }
  return best?.id ?? null;
}

const lengthOf = (spans: readonly Range[]) => spans.reduce((sum, { start, end }) => sum + end - start, 0);

const sharedBy = (some: readonly Range[], others: readonly Range[]) =>
  some
    .flatMap((a) => others.map((b) => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))))
    .reduce((sum, shared) => sum + shared, 0);
