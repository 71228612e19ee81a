/** Each kept sum with the columns that its view counts again. */
export const SUMS = {
  tally: ['what', 'rows'],
  analysis: ['report', 'statements'],
  actor: ['number', 'day', 'country', 'sector', 'statements'],
  actor_sum: ['id', 'reports', 'statements'],
  source_sum: ['source', 'visits', 'places', 'reports', 'first', 'last', 'latest', 'gap_from', 'gap_to'],
  outcome_sum: ['source', 'outcome', 'code', 'visits'],
  link_flag: ['report', 'linked', 'place', 'kind'],
  calendar_line: ['number', 'id', 'deed', 'status', 'day', 'first', 'last'],
  rooted: ['statement', 'unit', 'root', 'held'],
  told_first: ['linked', 'day', 'came'],
  link_unit: ['number', 'reports', 'statements'],
  linked_sum: ['linked', 'kind', 'is_person', 'reports', 'statements'],
  kind_sum: ['kind', 'actors'],
  source_day: ['source', 'day', 'visits', 'reports'],
  analyser_sum: ['analyser', 'reports'],
  told: ['linked', 'nth', 'outlet', 'kind', 'root', 'statements', 'stood'],
  taken: ['root', 'kind', 'outlet', 'utterances', 'statements', 'first'],
  root_sum: ['root', 'kind', 'utterances', 'statements', 'outlets'],
  outlet_sum: ['outlet', 'reports', 'utterances', 'statements', 'alone', 'first', 'later'],
  review: ['statement', 'report', 'speaker', 'weight', 'renditions'],
  review_sum: ['kind', 'statements'],
  item_sum: ['feed', 'items', 'waiting', 'vanished'],
} as const;

/** Whether a table is a kept sum: triggers alone write it. */
export const isSum = (table: string): boolean => Object.hasOwn(SUMS, table);
