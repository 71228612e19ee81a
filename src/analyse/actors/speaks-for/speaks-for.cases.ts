/**
 * Texts with marked statements (s source, c cue, k content; n a name) and, for each, whom its speaker speaks for: a name,
 * "~" before it where a rule inferred it, "+" where the record has an actor for it; null for nobody.
 */
export const behalf: readonly { readonly text: string; readonly of: readonly (string | null)[] }[] = [
  // Offices of a government, with its country beside them.
  {
    text: 'Talks began in <p>Krasovia</p>. <s>The Krasovian foreign minister, <n>Pavel Strunin</n>,</s> <c>said</c> <k>no</k>.',
    of: ['+Krasovia'],
  },
  {
    text: '<s>Belgian Prime Minister <n>Pavel Strunin</n></s> <c>said</c> <k>no</k>.',
    of: ['Belgium'],
  },
  {
    text: '<p>Belgium</p> lost. <s>The Belgian prime minister, <n>Pavel Strunin</n>,</s> <c>said</c> <k>no</k>.',
    of: ['+Belgium'],
  },
  {
    text: '<s>The Ostrian ambassador, <n>Pavel Strunin</n>,</s> <c>said</c> <k>no</k>.',
    of: ['Ostrian'],
  },
  {
    text: '<s>The President of <p>Ostrey</p>, <n>Casimir Wend</n>,</s> <c>said</c> <k>no</k>.',
    of: ['+Ostrey'],
  },
  { text: '<s>French officials</s> <c>said</c> <k>no</k>.', of: ['France'] },
  { text: '<s>A senior French defence official</s> <c>said</c> <k>no</k>.', of: ['France'] },
  {
    text: '<n>Anton Grebel</n>, who was appointed <p>Krasovia</p>’s foreign minister on Monday, sat down. <s>Grebel</s> <c>said</c> <k>no</k>.',
    of: ['+Krasovia'],
  },
  // Ministries and governments, and who speaks for them.
  {
    text: '<p>Halvony</p> waits. <s1>A spokeswoman for the Halvonian foreign ministry</s1> <c1>said</c1> <k1>no</k1>. <s2>The Foreign Ministry of <p>Halvony</p></s2> <c2>said</c2> <k2>no</k2>. <s3>The foreign ministry</s3> <c3>said</c3> <k3>so</k3>.',
    of: ['Halvony', 'Halvony', '~Halvony'],
  },
  {
    text: 'The French foreign ministry waits, and so does the Belgian foreign ministry. <s1>The foreign ministry</s1> <c1>said</c1> <k1>no</k1>. <s2>A foreign ministry spokesman</s2> <c2>said</c2> <k2>so</k2>.',
    of: [null, 'foreign ministry'],
  },
  {
    text: 'The foreign ministry called the French foreign ministry. <s>The foreign ministry</s> <c>said</c> <k>no</k>.',
    of: [null],
  },
  {
    text: '<s1>The Ministry of Health</s1> <c1>said</c1> <k1>no</k1>. <s2>A spokesman for the ministry</s2> <c2>said</c2> <k2>so</k2>.',
    of: [null, '~+Ministry of Health'],
  },
  {
    text: '<s1>The French side</s1> <c1>said</c1> <k1>no</k1>. <s2>The other side</s2> <c2>said</c2> <k2>so</k2>.',
    of: ['France', null],
  },
  { text: '<s>The Sannow city government</s> <c>said</c> <k>no</k>.', of: [null] },
  // Seats and capitals.
  {
    text: '<s1>The Kremlin</s1> <c1>said</c1> <k1>no</k1>. <s2>A Kremlin spokesman</s2> <c2>said</c2> <k2>no</k2>. <s3><p>Brussels</p></s3> <c3>said</c3> <k3>no</k3>.',
    of: ['Russia', 'Russia', 'Belgium'],
  },
  { text: '<s><p>Belgium</p></s> <c>said</c> <k>no</k>.', of: [null] },
  // Companies, parties, unions, agencies, towns.
  {
    text: '<s>Kellmont’s chief executive, <n>Liv Arnesund</n>,</s> <c>said</c> <k>no</k>.',
    of: ['Kellmont'],
  },
  {
    text: '<s1>The Wexcombe Museum</s1> <c1>said</c1> <k1>no</k1>. <s2>The museum’s director</s2> <c2>said</c2> <k2>so</k2>.',
    of: [null, '~+Wexcombe Museum'],
  },
  {
    text: '<s1>The Tramway Workers’ Union</s1> <c1>said</c1> <k1>no</k1>. <s2>Its chair, <n>Edda Lomax</n></s2>, <c2>said</c2> <k2>so</k2>.',
    of: [null, '~+Tramway Workers’ Union'],
  },
  {
    text: 'The <o>National Liberals</o> lost. <s1>The Liberal leader, <n>Edda Lomax</n>,</s1> <c1>said</c1> <k1>no</k1>. <s2>The opposition leader, <n>Pol Hagen</n>,</s2> <c2>said</c2> <k2>no</k2>.',
    of: ['~+National Liberals', null],
  },
  { text: '<s>A police spokesman</s> <c>said</c> <k>no</k>.', of: ['police'] },
  {
    text: '<s>The mayor of <p>Skarn</p>, <n>Edda Lomax</n>,</s> <c>said</c> <k>no</k>.',
    of: ['+Skarn'],
  },
  {
    text: '<s><n>Josip Marn</n>, who heads the Harbour Authority</s>, <c>said</c> <k>no</k>.',
    of: ['+Harbour Authority'],
  },
  {
    text: '<n>Osric Penn</n> left. <s>A spokesman for Mr Penn</s> <c>said</c> <k>no</k>.',
    of: ['+Osric Penn'],
  },
  {
    text: '<s1>The UK government</s1> <c1>said</c1> <k1>no</k1>. <s2>US Secretary of State <n>Pavel Strunin</n></s2> <c2>said</c2> <k2>no</k2>. <s3>The State Department</s3> <c3>said</c3> <k3>so</k3>.',
    of: ['UK', 'America', 'America'],
  },
  // Nobody but themselves.
  { text: '<s>The French mayor, <n>Pol Hagen</n>,</s> <c>said</c> <k>no</k>.', of: [null] },
  { text: '<s>A former French foreign minister</s> <c>said</c> <k>no</k>.', of: [null] },
  { text: '<s>The French director, <n>Pol Hagen</n>,</s> <c>said</c> <k>no</k>.', of: [null] },
  { text: '<s>The French union leader, <n>Pol Hagen</n>,</s> <c>said</c> <k>no</k>.', of: ['French union'] },
  { text: '<s>The French opposition leader</s> <c>said</c> <k>no</k>.', of: [null] },
  { text: '<s>Foreign Minister <n>Pavel Strunin</n></s> <c>said</c> <k>no</k>.', of: [null] },
  { text: '<s>A spokesman for the company</s> <c>said</c> <k>no</k>.', of: [null] },
  { text: '<s>Republican officials</s> <c>said</c> <k>no</k>.', of: [null] },
  { text: '<s>French and Belgian officials</s> <c>said</c> <k>no</k>.', of: [null] },
  { text: '<s>Officials</s> <c>said</c> <k>no</k>.', of: [null] },
  { text: '<s>Both governments</s> <c>said</c> <k>no</k>.', of: [null] },
  { text: '<s>Foreign ministry sources</s> <c>said</c> <k>no</k>.', of: [null] },
  { text: '<s><n>Ada Renn</n>, who leads the team</s>, <c>said</c> <k>no</k>.', of: [null] },
  { text: '<s>A witness</s> <c>said</c> <k>no</k>.', of: [null] },
  { text: '<s>An analyst at Pell Securities, <n>Pol Hagen</n>,</s> <c>said</c> <k>no</k>.', of: [null] },
  { text: '<s>Judge <n>Amara Stole</n> of the High Court</s> <c>said</c> <k>no</k>.', of: [null] },
  { text: '<s>The Green lawmaker, <n>Pol Hagen</n>,</s> <c>said</c> <k>no</k>.', of: [null] },
  { text: '<s>The minister’s wife, <n>Ada Renn</n>,</s> <c>said</c> <k>no</k>.', of: [null] },
  { text: '<s>Players of <o>Harbour Athletic</o></s> <c>said</c> <k>no</k>.', of: [null] },
];
