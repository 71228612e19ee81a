/** The closed lists of the record. A value outside its list is no record. */

export const BLOCK_KINDS = [
  'headline',
  'standfirst',
  'subhead',
  'paragraph',
  'item',
  'caption',
  'pullquote',
  'post',
  'quotation',
] as const;
export const MODES = ['said', 'shown', 'held'] as const;
export const KINDS = ['direct', 'indirect', 'mixed'] as const;
export const HOW = ['stated', 'inferred'] as const;

export const SPOKEN_ACTS = [
  'say',
  'ask',
  'answer',
  'deny',
  'confirm',
  'announce',
  'report',
  'explain',
  'propose',
  'demand',
  'promise',
  'agree',
  'refuse',
  'rule out',
  'warn',
  'threaten',
  'accuse',
  'criticise',
  'praise',
  'apologise',
  'decline to comment',
] as const;
export const HELD_ACTS = [
  'believe',
  'want',
  'plan',
  'decide',
  'expect',
  'know',
  'doubt',
  'feel',
  'support',
  'oppose',
] as const;
export const ACTS = [...SPOKEN_ACTS, ...HELD_ACTS] as const;

export const RELATIONS = ['speaks', 'quotes', 'cites', 'through', 'carries'] as const;
/** The rule behind a chain's last link, the report's own outlet. */
export const OUTLET_LINK = 'outlet-of-the-report';
/** The rule behind the link of a chain that says which agency's copy the report is, by its credit. */
export const AGENCY_LINK = 'agency-of-the-report';
export const ACTOR_KINDS = [
  'person',
  'organization',
  'government',
  'country',
  'outlet',
  'agency',
  'group',
] as const;
export const PARTS = ['actor', 'recipient', 'party', 'host', 'mediator', 'absent'] as const;
export const EVENT_KINDS = ['occasion', 'deed'] as const;
/** How a title names an event. */
export const TITLE_FORMS = ['name', 'clause'] as const;
export const EVENT_TIMES = ['past', 'planned', 'possible', 'hypothetical'] as const;
export const STATUSES = [
  'possible',
  'planned',
  'confirmed',
  'postponed',
  'rescheduled',
  'cancelled',
  'under way',
  'held',
] as const;
export const STANCES = ['for', 'against', 'conditional', 'unclear'] as const;
/** The types of the PLOVER ontology (Open Event Data Alliance). */
export const PLOVER_TYPES = [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'RETREAT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
] as const;
export const TIME_TYPES = ['date', 'time', 'duration', 'set'] as const;
export const FLAG_KINDS = [
  'headline-names-another-speaker',
  'quotation-without-speaker',
  'unbalanced-quotation-mark',
  'weekday-does-not-fit',
  'number-differs-from-headline',
  'unnamed-sources-only',
] as const;
/** What has to do with several reports, found when they are linked. */
export const LINKED_FLAG_KINDS = ['quotation-differs-between-reports'] as const;
/** How one report quotes words that another quotes too; what is only spelled or marked otherwise is no difference. */
export const DIFFERENCES = [
  'left out',
  'ellipsis',
  'bracket',
  'put in',
  'changed',
  'negation',
  'number',
  'wording',
] as const;
