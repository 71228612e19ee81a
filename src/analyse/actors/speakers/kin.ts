/** Those who are somebody's, and whom a surname alone does not mean: "his wife, Ada Penn". */
export const KIN = new Set(
  'wife husband mother father son daughter brother sister widow widower grandson granddaughter grandfather grandmother nephew niece uncle aunt cousin'.split(
    ' ',
  ),
);
