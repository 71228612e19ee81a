/** The taggers, the better ones first. */
export const TAGGERS = ['encoder', 'linear'] as const;
export type TaggerName = (typeof TAGGERS)[number];
