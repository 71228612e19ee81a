import type { Layout } from '../layout.ts';
import type { Attribution } from '../tag/index.ts';
import { accordingTo } from './according-to.ts';
import { bareQuotations } from './bare-quotation.ts';
import { behindQuotations } from './behind-quotation.ts';
import { closingClauses } from './closing-clause.ts';
import { withoutDatelines } from './dateline.ts';
import { type Found, isCue, type Mend } from './found.ts';
import { furtherPieces } from './further-pieces.ts';
import { goingOn } from './going-on.ts';
import { headlines } from './headline.ts';
import { introductions } from './introduction.ts';
import type { AttributionWords } from './mode.ts';
import { inPieces } from './pieces.ts';
import { quotedAsSaying } from './quoted-as-saying.ts';
import { thisWasSaid } from './this-was-said.ts';
import { turnsOfTalk } from './transcript.ts';
import { wholeSources } from './whole-source.ts';

/**
 * In this order: turns of talk first, since what the tagger saw across their labels is void; then the constructions in
 * which grammar alone tells who speaks; then quotations, which belong to what is found by then or to nobody, and at last
 * who stands before the colon that introduces one.
 */
export const MENDS: readonly Mend[] = [
  turnsOfTalk,
  wholeSources,
  headlines,
  closingClauses,
  accordingTo,
  thisWasSaid,
  quotedAsSaying,
  behindQuotations,
  goingOn,
  furtherPieces,
  bareQuotations,
  introductions,
  withoutDatelines,
];

/** The attributions of a text after all mends, in no order. */
export function mended(
  attributions: readonly Attribution[],
  layout: Layout,
  words: AttributionWords,
): Found[] {
  const real = attributions
    .filter(({ cue }) => cue.every(({ start, end }) => isCue(layout.text.slice(start, end))))
    .map((attribution) => inPieces(layout.text, attribution));
  return MENDS.reduce<Found[]>((found, mend) => mend(found, layout, words), real).map((one) =>
    inPieces(layout.text, one),
  );
}
