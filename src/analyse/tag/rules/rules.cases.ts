/** s source, c cue, k content, as the tagger should link them; one attribution a case unless it says otherwise. */
export const finds = [
  '<s>The mayor</s> <c>said</c> <k>that the bridge was unsafe</k>.',
  '<s>The mayor</s> <c>said</c> <k>the bridge was unsafe</k>.',
  '<s>Mina Pell, who runs the Anchor,</s> <c>said</c> <k>that she had lost forty guests</k>.',
  '<k>“The bridge is unsafe,”</k> <s>the mayor</s> <c>said</c>.',
  '<k>“The bridge is unsafe,”</k> <c>said</c> <s>Mina Pell</s>, who runs the Anchor.',
  '<k>“The bridge is unsafe,”</k> <s>she</s> <c>said</c>. <k>“Close it.”</k>',
  '<k>The bridge is unsafe and will be closed</k>, <s>the mayor</s> <c>said</c> on Tuesday.',
  '<c>According to</c> <s>the harbour authority</s>, <k>the bridge is unsafe</k>.',
  '<k>The bridge is unsafe</k>, <c>according to</c> <s>the harbour authority</s>.',
  '<s>She</s> <c>has not yet said</c> <k>whether the bridge will open</k>.',
  '<s>The mayor</s> <c>told</c> reporters <k>that the bridge was unsafe</k>.',
  '<s>The premier</s> <c>wants</c> <k>to close the bridge</k>.',
  '<s>The premier</s> <c>criticised</c> <k>the plan for the bridge</k>.',
  '<s>The council</s> <c>called for</c> <k>a new bridge</k>.',
];

/** Nothing is attributed here. */
export const stays = [
  'The bridge was closed on Tuesday.',
  'The report was long and the hope was small.',
  'A call came at noon.',
  'Lorries cross the strait every week.',
  'He went home after the meeting.',
];
