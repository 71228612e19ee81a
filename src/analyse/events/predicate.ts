import type { Token } from '../tokens/index.ts';
import type { VerbGroup } from './verb-groups.ts';
import { BE } from './words.ts';

/**
 * What a verb group says of an event's date: that it is set (plan), given another (move), given up (cancel), stopped (suspend),
 * stands (confirm), that the event begins or goes on (begin), is over (end), takes place (hold); "light" verbs have the event
 * as their object and mean nothing else.
 */
export type Predicate =
  | 'plan'
  | 'move'
  | 'cancel'
  | 'suspend'
  | 'confirm'
  | 'begin'
  | 'end'
  | 'hold'
  | 'light'
  | 'copula'
  | 'exclude'
  | 'intend'
  | null;

const PATTERNS: readonly (readonly [Exclude<Predicate, null>, RegExp])[] = [
  [
    'cancel',
    /^(?:cancel(?:s|l?ed|l?ing)?|call(?:s|ed|ing)? off|scrap(?:s|ped)?|abandon(?:s|ed)?|shelv(?:e|es|ed)|ax(?:e|es|ed)|drop(?:s|ped)?|(?:is|are|was|were|be) off|withdrawn|(?:fall|fell|fallen|falls) through|banned)$/,
  ],
  [
    'move',
    /^(?:mov(?:e|es|ed|ing)|postpon(?:e|es|ed|ing)|reschedul(?:e|es|ed|ing)|delay(?:s|ed|ing)?|defer(?:s|red|ring)?|shift(?:s|ed|ing)?|slip(?:s|ped|ping)?|adjourn(?:s|ed|ing)?|(?:put|set|push(?:es|ed)?|pushing|putting|held|hold) (?:off|back|over)|push(?:es|ed)? to|(?:bring|brings|brought|bringing) forward|extend(?:s|ed)?)$/,
  ],
  [
    'suspend',
    /^(?:suspend(?:s|ed|ing)?|halt(?:s|ed|ing)?|interrupt(?:s|ed)?|scrub(?:s|bed)?|put on hold|put on ice)$/,
  ],
  [
    'confirm',
    /^(?:confirm(?:s|ed|ing)?|stands?|stood|stick to|stay|remain|remains|stays|remained|on track|on course|on schedule|changed?)$/,
  ],
  [
    'plan',
    /^(?:plan(?:s|ned|ning)?|schedul(?:e|es|ed|ing)|due|set(?: for)?|fix(?:ed|es)?|slat(?:e|ed)|bill(?:ed)?|pencill?ed(?: in)?|book(?:ed)?|arrang(?:e|ed)|timetabled|earmark(?:ed)?|expect(?:s|ed)?|call(?:ed)? for|announced for|promised for|convened for|summoned for|targeted(?: for)?|target(?:s|ing)?|agreed(?: for| on)?|meant|supposed|intended|tabled)$/,
  ],
  [
    'begin',
    /^(?:begin|begins|began|begun|beginning|start(?:s|ed|ing)?|open(?:s|ed|ing)?|resum(?:e|es|ed|ing)|reopen(?:s|ed)?|kick(?:s|ed)? off|get under|got under|getting under|continu(?:e|es|ed|ing)|come into|came into|take effect|took effect|takes effect|go on|under way|underway|restart(?:s|ed|ing)?|reconven(?:e|es|ed|ing)|(?:enter|enters|entered|come|came|comes) into)$/,
  ],
  [
    'end',
    /^(?:end(?:s|ed|ing)?|conclud(?:e|es|ed)|finish(?:es|ed)?|collapse[sd]?|clos(?:e|es|ed)|break up|broke up)$/,
  ],
  [
    'hold',
    /^(?:hold|holds|held|holding|take place|takes place|took place|taken place|taking place|go ahead|goes ahead|went ahead|going ahead|occur(?:s|red)?|happen(?:s|ed)?|follow(?:s)?|proceed(?:s|ed)?|staged|hosted|convened?|run|taken|conducted|fought|contested|played|last(?:s|ed)?)$/,
  ],
  [
    'light',
    /^(?:host(?:s|ing)?|give|gives|gave|given|stag(?:e|es|ing)|have|has|had|make|makes|made|making|stand|stands|stood|attend(?:s|ed|ing)?|join(?:s|ed)?|chair(?:s|ed)?|address(?:es|ed)?|sit|sits|sat|conduct(?:s|ed)?|carry out|carried out|organi[sz]e[sd]?|call(?:s|ed)?|lead|leads|led|take part|takes part|took part|taking part|participat(?:e|es|ed)|appear(?:s|ed)?|travel(?:s|led|ling|ed)?|arriv(?:e|es|ed)|go|goes|went|gone|come|comes|came|come|fly|flies|flew|return(?:s|ed)?|meet|meets|met|gather(?:s|ed)?|reach(?:es|ed)?|watch(?:ed)?|win|won|see|pay|undergo|face|faces|mark|celebrate|undertake|enter(?:s|ed)?|play|pass(?:es|ed)?|complete[sd]?|survive[sd]?)$/,
  ],
  ['exclude', /^(?:rul(?:e|es|ed|ing) out|exclude[sd]?)$/],
  [
    'intend',
    /^(?:agree[sd]?|agree(?:s|d)? to|accept(?:s|ed)?|propos(?:e|es|ed)|offer(?:s|ed)?|seek|seeks|sought|want|wants|wanted|demand(?:s|ed)?|consider(?:s|ed|ing)?|suggest(?:s|ed)?|request(?:s|ed)?|discuss(?:es|ed|ing)?)$/,
  ],
  ['copula', /^(?:be|is|are|was|were|been|being|'s)$/],
];

const PARTICLE = new Set(
  'off back forward over place ahead out in for to on up part effect under into through'.split(' '),
);

const known = new Map<string, Predicate>();

function predicateOf(words: string): Predicate {
  const own = known.get(words);
  if (own !== undefined) return own;
  const found = PATTERNS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
  if (known.size < 5000) known.set(words, found);
  return found;
}

/** Every predicate of a group's verbs, each with its particle where that makes another verb of it. */
export function predicatesOf(
  group: VerbGroup,
  tokens: readonly Token[],
): readonly Exclude<Predicate, null>[] {
  const last = group.chain.length - 1;
  return group.chain.flatMap((verb, index) => {
    const own = index === last ? lastOf(verb, group, tokens) : predicateOf(verb);
    return own === null ? [] : [own];
  });
}

/** The predicate of a group's last verb alone. */
export function lastPredicate(group: VerbGroup, tokens: readonly Token[]): Predicate {
  return lastOf(group.chain.at(-1) ?? '', group, tokens);
}

/** Verbs whose particle may stand behind their object: "put it off". */
const PARTED = new Set('put call called push pushed bring brought'.split(' '));

/** What is done with verdicts, treaties and the like on their day. */
const RENDERED = new Set(
  'announced delivered pronounced issued published signed completed unveiled presented'.split(' '),
);

function lastOf(verb: string, group: VerbGroup, tokens: readonly Token[]): Predicate {
  const particle = tokens[group.verb + 1]?.form ?? '';
  const behind = tokens[group.verb + 2]?.form ?? '';
  if (particle === 'on' && /^(?:hold|ice)$/.test(behind)) return predicateOf(`${verb} on ${behind}`);
  if (particle === 'on' && BE.has(verb) && /^(?:track|course|schedule)$/.test(behind))
    return predicateOf(`on ${behind}`);
  // "stand trial": the trial is what is told.
  if (/^(?:stand|stands|stood)$/.test(verb) && particle === 'trial') return 'light';
  // "the verdict will be announced": that is when it is.
  if (group.passive && (group.tense === 'future' || group.arranged) && RENDERED.has(verb)) return 'hold';
  const whole = PARTICLE.has(particle) ? predicateOf(`${verb} ${particle}`) : null;
  if (whole !== null) return whole;
  if (PARTED.has(verb)) {
    const between = tokens.slice(group.verb + 1, group.verb + 7);
    const late = between.find(({ form }) => /^(?:off|back|forward)$/.test(form))?.form;
    const parted = late === undefined ? null : predicateOf(`${verb} ${late}`);
    if (parted !== null) return parted;
  }
  // "will set the price": only what is set is planned.
  const isSetting = verb === 'set' && group.last - group.first > 1 && !group.perfect;
  return isSetting && !BE.has(tokens[group.verb - 1]?.form ?? '') ? null : predicateOf(verb);
}
