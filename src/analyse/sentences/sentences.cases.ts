/** One sentence each side of a bar. */
export const splits = [
  'He left.|She stayed.',
  '“We will not pay.”|He sat down.',
  '“We will not pay,” he said.|“Not now.”',
  'Is it safe?|It is not!|Who knows…|We do.',
  'The vote was 3.5 to 2.|Nobody cheered.',
  'He works for the U.S.|She does not.',
  '(The bridge is closed.)|Lorries wait.',
  'She said no.|"Never."|He agreed.',
];

/** One sentence, however it looks. */
export const stays = [
  'Dr. Pell and Mrs. Akers met Gov. Teale on Jan. 5 at 3 p.m. sharp',
  'J. R. Orsk of the U.S. Senate said no',
  '“Why?” she asked',
  'He wrote “Stop!” and left',
  'The price is $3.50 a litre',
  'It was, he said… not over',
  'Ada Walker (R-N.C.), a former envoy, said no',
];
