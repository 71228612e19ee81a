import { type Position, STANCES, type Statement } from '../../record/index.ts';
import type { LinkWords, Stances } from '../words.ts';
import { conditionIn } from './conditions.ts';
import type { Question } from './question.ts';
import { saidWords } from './said-words.ts';
import { CLEAR_RULES, type Judged, stanceOf } from './stance.ts';

type Stance = Position['stance'];

/** What is likelier than this to be of something else takes no position, where no clear rule finds one. */
const MOST_NONE = 0.5;
/** What the rules over words find counts so much, beside a stance that is certain. */
const RULES = 0.8;
/** A stance as likely as this is clear enough to tell a change by. */
const CLEAR = 0.9;
/** For and against change places where a proposition denies. */
const TURNED: Readonly<Partial<Record<Stance, Stance>>> = { for: 'against', against: 'for' };

/**
 * Where a statement stands on a question by the model and the rules over words together; null where it is of something else.
 * The model reads the proposition without its denial. A condition has to be spelled out.
 */
export async function readStance(
  statement: Statement,
  {
    question,
    text,
    words,
    stances,
  }: { question: Question; text: string; words: LinkWords; stances: NonNullable<Stances> },
): Promise<Judged | null> {
  const spans = statement.refers?.spans ?? statement.content;
  const said = saidWords({
    kind: statement.kind,
    cue: statement.cue.map((span) => span.text).join(' '),
    text: spans.map((span) => span.text).join(' … '),
  });
  const odds = await stances(question.affirmed, said);
  const ruled = stanceOf(statement, { question, text, words });
  if (odds.none > MOST_NONE && !CLEAR_RULES.has(ruled.rule)) return null;
  const condition = conditionIn(text, spans, words)?.span ?? null;
  const own = STANCES.filter((stance) => stance !== 'conditional' || condition !== null).map((stance) => {
    const asked = (question.isDenied && TURNED[stance]) || stance;
    const share = odds[asked] / (1 - odds.none);
    const isRuled = ruled.stance === stance && ruled.rule !== 'nothing-tells';
    return { stance, share, isRuled, weight: share + (isRuled ? RULES : 0) };
  });
  const [best] = own.toSorted((a, b) => b.weight - a.weight);
  if (best === undefined) return null;
  const { stance, share, isRuled } = best;
  const read = share >= CLEAR ? 'read-clearly' : 'read-as-likeliest';
  return {
    stance,
    condition: stance === 'conditional' ? condition : null,
    rule: isRuled ? ruled.rule : read,
  };
}
