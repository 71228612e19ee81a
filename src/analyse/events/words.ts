/** Closed classes of English that the clauses are walked over by. */

const set = (words: string) => new Set(words.split(' '));

export const WILL = set("will shall 'll");
export const MAY = set('may might could can');
export const WOULD = set('would should must ought');
export const BE = set("am is are was were be been being 's 're 'm");
export const HAVE = set("has have had having 've");
export const DO = set('do does did');
/** What a verb group may begin with. */
export const AUXILIARY = new Set([...WILL, ...MAY, ...WOULD, ...BE, ...HAVE, ...DO, 'to']);
export const PAST_AUXILIARY = set('was were had did');
export const DETERMINER = set(
  'the a an this that these those its his her their our my your no any some every each another both all either neither such what whose',
);
/** Determiners and adjectives that name a further one of its kind. */
export const FURTHER = set('another further additional new fresh similar other more');
export const DEFINITE = set('the this that these those its his her their our such');
export const PRONOUN = set(
  'i you he she it we they him them us me who whom which that this there himself herself itself themselves what one',
);
/** Particles of verbs, which also stand behind their object: "bring the vote forward". */
export const PARTICLE = set('forward back again there here away out up down off together ahead early late');
export const RELATIVE = set('which that who');
export const PREPOSITION = set(
  'of in on at for to from by with without between among over under about against into onto through during before after since until till off near within across toward towards via per despite upon amid outside inside along behind beyond as than like except including following ahead around',
);
export const CONJUNCTION = set(
  'and or but nor yet so because since although though while when where if unless whether as that after before until once whereas',
);
/** Words that begin another clause, whatever stands before. */
export const CLAUSE = set(
  'but because although though while when where if unless whether whereas that which who after before until since as once so',
);
const ADVERB = set(
  'now also still again already then later soon first originally initially previously earlier once never not only just even ever further both instead indeed perhaps maybe likely tomorrow today yesterday tonight always often ago formally officially finally too almost nearly well so yet largely jointly together twice long newly longer',
);
const NO_ADVERB = set(
  'family supply reply apply rely july only italy ally assembly early daily weekly friendly monthly',
);
export const isAdverb = (form: string) => ADVERB.has(form) || (form.endsWith('ly') && !NO_ADVERB.has(form));

/** An auxiliary as it is without its negation: "won't" is "will". */
export function plainAuxiliary(form: string): { form: string; negated: boolean } {
  if (form === 'cannot') return { form: 'can', negated: true };
  if (!form.endsWith("n't")) return { form, negated: false };
  return {
    form: { "won't": 'will', "can't": 'can', "shan't": 'shall' }[form] ?? form.slice(0, -3),
    negated: true,
  };
}
export const isNot = (form: string) => form === 'not' || form === 'never' || form === 'no';

/** Words that are no verb in their plain form behind "to". */
export const isClosed = (form: string) =>
  DETERMINER.has(form) || PRONOUN.has(form) || PREPOSITION.has(form) || CONJUNCTION.has(form);

export const ORDINAL =
  /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)|next|last|final|previous|preliminary|preparatory|earlier|initial|opening|closing|latest|past|former)$/;
