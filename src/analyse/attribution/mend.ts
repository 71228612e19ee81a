import type { Layout } from '../layout.ts';
import type { NamedRule } from '../named-rule.ts';
import type { Attribution } from '../tag/index.ts';
import { accordingTo } from './according-to.ts';
import { bareQuotations } from './bare-quotation.ts';
import { behindQuotations } from './behind-quotation.ts';
import { citing } from './citing.ts';
import { closingClauses } from './closing-clause.ts';
import { withoutDatelines } from './dateline.ts';
import { DIALOGUE, dialogues, interviews } from './dialogue.ts';
import { type Found, isCue, type Mend } from './found.ts';
import { furtherPieces } from './further-pieces.ts';
import { goingOn } from './going-on.ts';
import { headlines } from './headline.ts';
import { introductions } from './introduction.ts';
import type { AttributionWords } from './mode.ts';
import { inPieces } from './pieces.ts';
import { posts } from './post.ts';
import { quotedAsSaying } from './quoted-as-saying.ts';
import { thisWasSaid } from './this-was-said.ts';
import { turnsOfTalk } from './transcript.ts';
import { wholeSources } from './whole-source.ts';

/** What the tagger finds in a text, and in what its statements say. */
export const TAGGER: NamedRule = {
  name: 'tagger',
  example: 'The mayor said that the bridge was unsafe.',
};
export const SECOND_LOOK: NamedRule = {
  name: 'tagger-within-what-is-said',
  example: '“The ministry has told us that the bridge will be shut for a year,” Edda Bream said.',
};

/**
 * In this order: turns of talk and posts first, since what the tagger saw across their labels is void; then the constructions in
 * which grammar alone tells who speaks; then quotations, which belong to what is found by then or to nobody, and at last
 * who stands before the colon that introduces one.
 */
export const MENDS: readonly Mend[] = [
  {
    name: 'turn-of-talk',
    example:
      'Review: Is that a forecast?\n\nDovic: It is arithmetic.\n\nReview: And the dam?\n\nDovic: There is no dam.',
    mend: turnsOfTalk,
  },
  {
    name: DIALOGUE,
    example:
      '— Why did you stay? — asks our reporter.\n\n— Somebody had to row, — says Josip Marn.\n\n— And the others?',
    mend: dialogues,
  },
  {
    name: 'interview-without-labels',
    example:
      'An hour with Edda Bream\n\nEdda Bream met us on the pier.\n\nDo you like the pier?\n\nI do.\n\nWill you stay?\n\nI will not.\n\nWhere will you go?\n\nI do not know.',
    mend: interviews,
  },
  {
    name: 'embedded-post',
    example: 'The mayor answered.\n\nNo crew will lose a day’s pay. — Dorrit Vane (@dorritvane) May 14, 2031',
    mend: posts,
  },
  {
    name: 'whole-source',
    example: 'A lawyer for the firm, Tesk Haulage, denied that anyone was hurt.',
    mend: wholeSources,
  },
  {
    name: 'headline',
    example: 'Toll will stay, minister says\n\nThe toll on the bridge will stay, it was announced in Sannow.',
    mend: headlines,
  },
  {
    name: 'closing-clause',
    example: 'The ferry will not sail until the storm is over, harbour master Lena Ostrow fumed on Monday.',
    mend: closingClauses,
  },
  {
    name: 'according-to',
    example: 'She also added that, according to the centre, 31 calls had come in.',
    mend: accordingTo,
  },
  {
    name: 'this-was-said-by',
    example: 'The line is shut. This was confirmed by the mayor of Skarn, who had seen it.',
    mend: thisWasSaid,
  },
  {
    name: 'quoted-as-saying',
    example: 'The agency quoted Petra Lunn, a spokeswoman, as saying that there was no deal.',
    mend: quotedAsSaying,
  },
  {
    name: 'whom-a-medium-cites',
    example: 'The bridge will close in May, the newspaper Norne reports, citing the mayor of Skarn.',
    mend: citing,
  },
  {
    name: 'behind-a-quotation',
    example: '“Who pays for this?” fumed one of the drivers.',
    mend: behindQuotations,
  },
  {
    name: 'quotation-goes-on',
    example:
      '“The date stands,” Edda Vold wrote. “It always stood.\n\n“It rained for a week.\n\n“Crews went home.”',
    mend: goingOn,
  },
  {
    name: 'further-piece',
    example: '“The bell is ours,” said Ada Renn. The tower is in a net; the roof, open. “Ours,” and no more.',
    mend: furtherPieces,
  },
  {
    name: 'bare-quotation',
    example: 'Long queues formed. “It is chaos out here on the bridge.” The rain went on.',
    mend: bareQuotations,
  },
  {
    name: 'introduced-by-a-colon',
    example: '09:12 Reader Petra, from Low Quay: "My shed has left."',
    mend: introductions,
  },
  {
    name: 'without-the-dateline',
    example: 'SANNOW, April 28 (Quillwire) – Talks on the toll will begin in May, Edda Vold said.',
    mend: withoutDatelines,
  },
];

/** The attributions of a text after all mends, in no order, each with what found and changed it. */
export function mended(
  attributions: readonly Attribution[],
  layout: Layout,
  words: AttributionWords,
): Found[] {
  const real = attributions
    .filter(({ cue }) => cue.every(({ start, end }) => isCue(layout.text.slice(start, end))))
    .map((attribution) => ({ ...inPieces(layout.text, attribution), by: [TAGGER.name] }));
  return MENDS.reduce<readonly Found[]>((found, { name, mend }) => {
    const before = new Set(found);
    return mend(found, layout, words).map((one) =>
      before.has(one) ? one : { ...one, by: [...(one.by ?? []), name] },
    );
  }, real).map((one) => inPieces(layout.text, one));
}
