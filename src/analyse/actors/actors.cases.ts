/**
 * Texts with marked statements (s source, c cue, k content; a number joins the parts of one; n a person's name) and, in their order, whom each
 * is of: a name, "~" and the words for one who is only described, "?" for nobody known.
 */
export const speaks: readonly { readonly text: string; readonly speakers: readonly string[] }[] = [
  {
    text: '<s1>Judge Amara Stole</s1> <c1>said</c1> <k1>the case was closed</k1>. <s2>She</s2> <c2>added</c2> <k2>that it was long</k2>.',
    speakers: ['Amara Stole', 'Amara Stole'],
  },
  {
    text: '<s1>Osric Penn</s1> <c1>said</c1> <k1>he was tired</k1>. <s2>Penn</s2> <c2>denied</c2> <k2>the charge</k2>.',
    speakers: ['Osric Penn', 'Osric Penn'],
  },
  {
    text: '<n>Foreign Minister Pavel Strunin</n> arrived. <s>The minister</s> <c>said</c> <k>the door was open</k>.',
    speakers: ['Pavel Strunin'],
  },
  {
    text: '<s1>Minister Pavel Strunin</s1> <c1>said</c1> <k1>no</k1>. <s2>Minister Anna Kolb</s2> <c2>said</c2> <k2>yes</k2>. <s3>The minister</s3> <c3>said</c3> <k3>more</k3>.',
    speakers: ['Pavel Strunin', 'Anna Kolb', '?'],
  },
  {
    text: '<s1>Pol Hagen</s1> <c1>said</c1> <k1>it would rain</k1>. <s2>She</s2> <c2>said</c2> <k2>it would not</k2>.',
    speakers: ['Pol Hagen', '?'],
  },
  {
    text: '<s1>The Wexcombe Museum</s1> <c1>said</c1> <k1>it had the letter</k1>. <s2>The museum</s2> <c2>added</c2> <k2>that it was old</k2>.',
    speakers: ['Wexcombe Museum', 'Wexcombe Museum'],
  },
  {
    text: '<s1>A man who lives opposite</s1> <c1>said</c1> <k1>he saw nothing</k1>. <s2>He</s2> <c2>added</c2> <k2>that it was late</k2>.',
    speakers: ['~A man who lives opposite', '~A man who lives opposite'],
  },
  {
    text: 'The President of <n>Ukraine Oda Brekk</n> arrived. <s>Brekk</s> <c>said</c> <k>so</k>.',
    speakers: ['Oda Brekk'],
  },
  {
    text: 'The sister of <n>Juna Anna Vask</n> arrived. <s>Vask</s> <c>said</c> <k>so</k>.',
    speakers: ['Juna Anna Vask'],
  },
  {
    text: '<n>Lena Ostrow</n> met <n>Miriam Vask</n> on the pier. <s>She</s> <c>said</c> <k>it was cold</k>.',
    speakers: ['Lena Ostrow'],
  },
  {
    text: '<k1>No deal</k1> was <c1>announced</c1> by <s1>her press secretary</s1>, <n>Anders Vool</n>. <s2>Vool</s2> <c2>said</c2> <k2>so</k2>.',
    speakers: ['Anders Vool', 'Anders Vool'],
  },
  {
    text: '<s1>Foreign Minister Pavel Strunin</s1> <c1>spoke of</c1> <k1>a door</k1>. <s2>The diplomat</s2> <c2>noted</c2> <k2>it was open</k2>.',
    speakers: ['Pavel Strunin', 'Pavel Strunin'],
  },
  {
    text: '<s1>Foreign Minister Pavel Strunin</s1> <c1>spoke of</c1> <k1>a door</k1>. <s2>The prosecutor</s2> <c2>noted</c2> <k2>it was open</k2>.',
    speakers: ['Pavel Strunin', '~The prosecutor'],
  },
  {
    text: '<s1>Two officers with knowledge of the case</s1> <c1>said</c1> <k1>no</k1>. <s2>The officers</s2> <c2>said</c2> <k2>more</k2>.',
    speakers: ['~Two officers with knowledge of the case', '~Two officers with knowledge of the case'],
  },
  {
    text: '<s1>The Wexcombe Museum</s1> <c1>spoke of</c1> <k1>a gift</k1>. <s2>Its statement</s2> <c2>read</c2> <k2>no</k2>.',
    speakers: ['Wexcombe Museum', 'Wexcombe Museum'],
  },
  {
    text: 'Talks began in <n>France</n>. <s1>The French side</s1> <c1>said</c1> <k1>they were open</k1>. <s2>The Ordan side</s2> <c2>said</c2> <k2>no</k2>.',
    speakers: ['France', '~The Ordan side'],
  },
  {
    text: '<s1>The President of Ostrey <n>Casimir Wend</n></s1> <c1>said</c1> <k1>no</k1>. <s2>Wend</s2> <c2>said</c2> <k2>so</k2>.',
    speakers: ['Casimir Wend', 'Casimir Wend'],
  },
  {
    text: '<s1>Growers led by a union</s1> <c1>challenged</c1> <k1>the rules of the <n>Harbour Authority</n></k1>. <s2>They</s2> <c2>said</c2> <k2>no</k2>.',
    speakers: ['~Growers led by a union', '~Growers led by a union'],
  },
  {
    text: '<s1>The chair of the inspection agency, <n>Lena Dorst</n></s1>, <c1>said</c1> <k1>no</k1>. <s2>She</s2> <c2>said</c2> <k2>so</k2>.',
    speakers: ['Lena Dorst', 'Lena Dorst'],
  },
  {
    text: '<s1>Their elder, <n>Nis Hamar</n></s1>, <c1>said</c1> <k1>no</k1>. <s2>A lawyer for <n>Nis Hamar</n></s2> <c2>said</c2> <k2>so</k2>.',
    speakers: ['Nis Hamar', '~A lawyer for Nis Hamar'],
  },
  {
    text: '<s1>Edda Bream</s1> <c1>said</c1> <k1>no</k1>. <s2>She, like her brother,</s2> <c2>said</c2> <k2>so</k2>.',
    speakers: ['Edda Bream', 'Edda Bream'],
  },
  {
    text: '<n>Ada Renn</n> came with her husband, <n>Pol Renn</n>. <s1>Renn</s1> <c1>said</c1> <k1>no</k1>. <s2>Mr Renn</s2> <c2>said</c2> <k2>so</k2>.',
    speakers: ['Ada Renn', 'Pol Renn'],
  },
  {
    text: '<n>Ada Renn</n> met <n>Berta Moll</n>. <s1>The latter</s1> <c1>said</c1> <k1>no</k1>. <s2>They</s2> <c2>said</c2> <k2>so</k2>.',
    speakers: ['Berta Moll', '?'],
  },
  {
    text: '<s>An adviser to Ms <n>Ada Renn</n></s> <c>said</c> <k>so</k>.',
    speakers: ['~An adviser to Ms Ada Renn'],
  },
  {
    text: '<s>The man who attacked <n>Nis Hamar</n></s> <c>said</c> <k>so</k>.',
    speakers: ['~The man who attacked Nis Hamar'],
  },
  {
    text: '<k>It will rain</k>, it was <c>announced</c>.',
    speakers: ['?'],
  },
];

/** Marked texts and, for each statement that is left, on whose word it is. */
export const passed: readonly {
  readonly text: string;
  readonly outlet: string | null;
  readonly chain: readonly (readonly string[])[];
}[] = [
  {
    text: '<k1><k2>“We will not pay,”</k2> <s2>Mina Pell</s2> <c2>told</c2> donors</k1>, <c1>according to</c1> <s1>minutes seen by Norne</s1>. <k1><k2>“Not now.”</k2></k1>',
    outlet: 'The Echo',
    chain: [['Mina Pell speaks', 'Norne quotes', 'The Echo cites']],
  },
  {
    text: '<s>A letter from the ministry seen by the newspaper Finance Mirror</s> <c>says</c> <k>that banks must stop payments</k>.',
    outlet: null,
    chain: [
      ['A letter from the ministry seen by the newspaper Finance Mirror speaks', 'Finance Mirror quotes'],
    ],
  },
  {
    text: '<s1>Ada Renn</s1> <c1>said</c1> <k1>it was over</k1> in a comment to the channel Norne 24. <s2>Renn</s2> <c2>added</c2> <k2>that it was cold</k2>. <s3>Renn</s3> <c3>had said</c3> <k3>more</k3>.',
    outlet: null,
    chain: [
      ['Ada Renn speaks', 'Norne 24 quotes'],
      ['Ada Renn speaks', 'Norne 24 quotes'],
      ['Ada Renn speaks'],
    ],
  },
  {
    text: '<s>Ada Renn</s> <c>told</c> Old Sannowers <k>that it was over</k>.',
    outlet: null,
    chain: [['Ada Renn speaks']],
  },
  {
    text: '<s>Ada Renn</s> <c>told</c> Norne Radio’s <n>Pol Hagen</n> <k>that it was over</k>.',
    outlet: null,
    chain: [['Ada Renn speaks', 'Norne Radio quotes']],
  },
  {
    text: '<s>Ada Renn</s> <c>demanded</c> via her lawyer, <n>Berta Moll</n>, <k>that the road be opened</k>.',
    outlet: null,
    chain: [['Ada Renn speaks', 'Berta Moll through']],
  },
  {
    text: '<s>Ada Renn</s> <c>told</c> the Senate on Thursday <k>that it was over</k>.',
    outlet: null,
    chain: [['Ada Renn speaks']],
  },
  {
    text: '<s1>Ada Renn</s1> <c1>said</c1> in an interview with the Halden weekly «Kontor» <k1>that it was over</k1>, <s2>the portal Tide</s2> <c2>reports</c2>.',
    outlet: null,
    chain: [['Ada Renn speaks', 'Kontor quotes']],
  },
  {
    text: '<k1><k2>Sales are limited</k2></k1>, <s1>the agency Norne</s1> <c1>reports</c1>, <c2>citing</c2> <s2>minister <n>Kasimir Toll</n></s2>. <s3>The minister</s3> <c3>said</c3> <k3>so</k3>.',
    outlet: null,
    chain: [
      ['Kasimir Toll speaks', 'Norne quotes'],
      ['Norne speaks'],
      ['Kasimir Toll speaks', 'Norne quotes'],
    ],
  },
  {
    text: '<s>A warrant seen by this newspaper</s> <c>states</c> <k>that ledgers are missing</k>.',
    outlet: 'The Echo',
    chain: [['A warrant seen by this newspaper speaks', 'The Echo quotes']],
  },
  {
    text: '<s>A letter seen by the police</s> <c>says</c> <k>that ledgers are missing</k>.',
    outlet: null,
    chain: [['A letter seen by the police speaks']],
  },
  {
    text: '<s1>Ruben Aske</s1> <c1>said</c1> <k1>schools were shut</k1>, according to Radio Vantry.',
    outlet: null,
    chain: [['Ruben Aske speaks', 'Radio Vantry quotes']],
  },
  {
    text: '<s>The Wexcombe Museum</s> <c>told</c> Radio Vantry <k>that it had the letter</k>.',
    outlet: 'Wexcombe Museum',
    chain: [['Wexcombe Museum speaks', 'Radio Vantry quotes', 'Wexcombe Museum cites']],
  },
];

/** Marked texts and, for each statement, the names of those spoken to: never a mark alone. */
export const spokenTo: readonly { readonly text: string; readonly to: readonly (readonly string[])[] }[] = [
  { text: '<s>Mina Pell</s> <c>told</c> donors <k>that it was over</k>.', to: [['donors']] },
  {
    text: '<s>Mina Pell</s> <c>warned</c> the Sannow council <k>that it was over</k>.',
    to: [['Sannow council']],
  },
  { text: '<k>“What did she look like?”</k> <s>Radio Vantry</s> <c>asked</c>. It was late.', to: [[]] },
  { text: '<k>If nobody pays</k>, <s>Mina Pell</s> <c>warned</c>, <k>the ferry stops</k>.', to: [[]] },
  { text: '<k>“We go,”</k> <s>Mina Pell</s> <c>told</c> -- and left.', to: [[]] },
  { text: '<k>It is over</k>, <s>Mina Pell</s> <c>warned</c> on Monday.', to: [[]] },
];
