/** The parts of the style sheet that every page has: what comes later goes before what came earlier. */
export const STYLES = [
  'theme',
  'ground',
  'mast',
  'lists',
  'statement',
  'report',
  'margin',
  'forms',
  'slips',
  'calendar',
  'provenance',
  'keys',
  'print',
] as const;

/** Parts of which each holds on its own pages alone: their bodies have a class of its name. */
export const OWN_STYLES = [
  'today',
  'told',
  'actor',
  'issue',
  'search',
  'sources',
  'review',
  'check',
  'coverage',
  'design',
] as const;
export type OwnStyle = (typeof OWN_STYLES)[number];

/** The class of a body on whose page a part of its own holds. */
export const classOf = (style: OwnStyle): string => `of-${style}`;
