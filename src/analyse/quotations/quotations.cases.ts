/** A quotation is marked by its level: q for the report's own, n inside one, m inside that; u is unbalanced, g goes on. */
export const finds = [
  '<q>“We will not pay,”</q> he said.',
  '<q>"We will not pay,"</q> he said. <q>"Never."</q>',
  "<q>'I won't go,'</q> she said. <q>'The workers' vote is final.'</q>",
  '<q>‘The workers’ demands aren’t new,’</q> she said.',
  '<q>«Non»</q>, dit-il. <q>„Nein“</q>, sagte er. <q>»Doch«</q>, rief sie. <q>„Nie”</q>, he said.',
  "<q>''Two marks,''</q> he said in the '90s.",
  "<q>``Old type,''</q> he said.",
  "<q>\"The uniform says <n>'A'</n> or <n>'B'</n>. It doesn't matter,\"</q> he said.",
  '<q>“He told me <n>‘it is <m>“mad”</m>’</n> and left,”</q> she said.',
  '<q>“A <n>“B”</n> C,”</q> he said.',
  '(<q>“Yes”</q>) – <q>“no”</q>—<q>“maybe”</q>',
  'He said <q>"a"</q> and <u>"b and left.</u>',
  '<u>"Not closed, he said.</u>\nThe next paragraph has none.',
  '<u>“A quote left open,</u> <q>“and a new one,”</q> he said.',
  '<g>“The first paragraph.</g>\n<q>“The second,”</q> he said.',
  "The <q>'90 per cent'</q> figure",
];

/** Marks that quote nothing. */
export const stays = [
  'The dogs’ bowls and the cats’ too.',
  "The dogs' bowls aren't the cats' bowls.",
  "Rock 'n' roll in the '60s",
  'A board 5\'10" tall and 6" wide',
  '’Tis the season for the players’ union',
];
