/** Fitted by `training/links/fit.ts` on the stories of one hand, in the order of FEATURES. */
export const BIAS = -4.37;
export const WEIGHTS = [
  3.12, 1.38, 1.68, 1.43, 0.4, 0.33, -0.25, -0.68, -0.29, -0.3, 0, 0.04, -2.73, 1.36, 0.47, 0.98, -1.64, 1.39,
  -1.91,
];
