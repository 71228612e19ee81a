import { CHAIN_RULES } from './actors/chain/index.ts';
import { BESIDE_NAME } from './actors/offices.ts';
import { SPEAKER_RULES } from './actors/speakers/rules.ts';
import { SPEAKS_FOR_RULES } from './actors/speaks-for/rules.ts';
import { CUE_RULES } from './attribution/act.ts';
import { CONTENT_RULES } from './attribution/acts-by-content.ts';
import { ANSWER_RULES } from './attribution/answers.ts';
import { MENDS, SECOND_LOOK, TAGGER } from './attribution/mend.ts';
import { MODE_RULES } from './attribution/mode.ts';
import { REFERENCE_RULES } from './attribution/refers.ts';
import { ASSERTION_RULES } from './events/assertion-rules.ts';
import { READ_STATUS, READING_RULES } from './events/reading/rules.ts';
import { STATUS_RULES } from './events/status-rules.ts';
import { FLAG_RULES } from './flags/index.ts';
import { type NamedRule, named } from './named-rule.ts';
import { RULES } from './time/rules/index.ts';
import { SAID_AT } from './time/said.ts';

/** Every rule that makes a judgement, by family, in the order in which it is asked: each family's own list. */
const FAMILIES = {
  found: [TAGGER, SECOND_LOOK, ...MENDS],
  mode: MODE_RULES,
  act: [...CUE_RULES, ...CONTENT_RULES, ...ANSWER_RULES],
  refers: REFERENCE_RULES,
  said: [SAID_AT],
  speaker: named(SPEAKER_RULES),
  office: [BESIDE_NAME],
  'speaks for': named(SPEAKS_FOR_RULES),
  chain: CHAIN_RULES,
  time: RULES,
  says: [...named(ASSERTION_RULES), ...named(READING_RULES)],
  status: [...named(STATUS_RULES), READ_STATUS],
  flag: FLAG_RULES,
} as const satisfies Readonly<Record<string, readonly NamedRule[]>>;

export type Family = keyof typeof FAMILIES;

/** A rule with its family: a name stands once in its family. */
export interface RegisteredRule extends NamedRule {
  readonly family: Family;
}

export const REGISTER: readonly RegisteredRule[] = (Object.keys(FAMILIES) as Family[]).flatMap((family) =>
  FAMILIES[family].map(({ name, example }: NamedRule) => ({ family, name, example })),
);
