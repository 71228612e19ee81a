import type { Kit } from '../../src/analyse/index.ts';
import type { Statement } from '../../src/record/index.ts';
import { contains, foldedWords, overlaps } from '../../src/text/index.ts';
import { reportOf } from '../../test/reports.ts';
import { analyse } from '../analyse.ts';
import type { Figures } from '../outcome.ts';
import type { GumText, Mention } from './conllu.ts';

interface SpeakerCounts {
  right: number;
  wrong: number;
  silent: number;
  /** Those of `right` and `wrong` whose source is no name itself: a pronoun, a role. */
  inferredRight: number;
  inferredWrong: number;
}

/**
 * Whether speakers are the entities that GUM's coreference says their sources refer to, over statements whose source is a
 * mention of an entity that has a name somewhere in the text. A named speaker is right where its name and one of the
 * entity's names agree in their last word; one that is only described, or unknown, is no answer.
 */
export async function speakerFigures(texts: readonly GumText[], prefix: string, kit: Kit): Promise<Figures> {
  const sum: SpeakerCounts = { right: 0, wrong: 0, silent: 0, inferredRight: 0, inferredWrong: 0 };
  for (const gum of texts) await countText(gum, kit, sum);
  const share = (part: number, whole: number) => (whole === 0 ? 0 : (100 * part) / whole);
  const answered = sum.right + sum.wrong;
  return {
    [`${prefix}SpeakerRight`]: share(sum.right, answered),
    [`${prefix}SpeakerAnswered`]: share(answered, answered + sum.silent),
    [`${prefix}InferredSpeakerRight`]: share(sum.inferredRight, sum.inferredRight + sum.inferredWrong),
  };
}

async function countText(gum: GumText, kit: Kit, sum: SpeakerCounts): Promise<void> {
  const [record] = await analyse([reportOf(gum.text, { path: gum.name })], kit);
  const namesOf = namesByEntity(gum);
  for (const statement of record?.statements ?? []) {
    const mention = mentionOf(gum, statement);
    const names = mention === null ? undefined : namesOf.get(mention.entity);
    if (mention === null || names === undefined) continue;
    const { speaker } = statement;
    if (speaker.kind !== 'named') {
      sum.silent++;
      continue;
    }
    const own = lastWord(speaker.name);
    const isRight = names.some(
      (name) => lastWord(name) === own || wordsOf(speaker.name).includes(lastWord(name)),
    );
    if (isRight) sum.right++;
    else sum.wrong++;
    if (isName(gum, mention)) continue;
    if (isRight) sum.inferredRight++;
    else sum.inferredWrong++;
  }
}

const wordsOf = (text: string) => foldedWords(text).map(({ form }) => form.replace(/'s$/, ''));
const lastWord = (name: string) => wordsOf(name).at(-1) ?? '';

/** The mention that a source is: the longest within it, or the shortest around it. */
function mentionOf(gum: GumText, { source }: Statement): Mention | null {
  const [first] = source;
  if (first === undefined) return null;
  const ranged = gum.mentions
    .map((mention) => ({ mention, range: rangeOf(gum, mention) }))
    .filter(({ range }) => overlaps(range, first));
  const inside = ranged
    .filter(({ range }) => contains(first, range) && range.start - first.start < 5)
    .toSorted((a, b) => b.range.end - b.range.start - (a.range.end - a.range.start));
  const around = ranged
    .filter(({ range }) => contains(range, first))
    .toSorted((a, b) => a.range.end - a.range.start - (b.range.end - b.range.start));
  return inside[0]?.mention ?? around[0]?.mention ?? null;
}

function rangeOf({ tokens }: GumText, { first, last }: Mention): { start: number; end: number } {
  return { start: tokens[first]?.start ?? 0, end: tokens[last - 1]?.end ?? 0 };
}

const isName = ({ tokens }: GumText, { heads }: Mention) =>
  heads.some((head) => /^NNPS?$/.test(tokens[head]?.tag ?? ''));

/** The names of each entity that has one: the proper nouns around a mention's head. */
function namesByEntity(gum: GumText): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const mention of gum.mentions) {
    if (!isName(gum, mention)) continue;
    const head = mention.heads.find((at) => /^NNPS?$/.test(gum.tokens[at]?.tag ?? '')) ?? 0;
    let end = head;
    while (end + 1 < mention.last && /^NNPS?$/.test(gum.tokens[end + 1]?.tag ?? '')) end++;
    const start = Math.max(mention.first, head - 3);
    const name = gum.tokens
      .slice(start, end + 1)
      .filter(({ tag }) => /^NNPS?$/.test(tag))
      .map(({ form }) => form)
      .join(' ');
    names.set(mention.entity, [...(names.get(mention.entity) ?? []), name]);
  }
  return names;
}
