import type { Kit, Name } from '../../src/analyse/index.ts';
import { layOut } from '../../src/analyse/layout.ts';
import type { Range } from '../../src/text/index.ts';
import { reportOf } from '../../test/reports.ts';
import type { Figures } from '../outcome.ts';
import { addCounts, type Counts, noCounts, rates } from '../score.ts';
import type { GumText, Mention } from './conllu.ts';

const KINDS = ['person', 'organization', 'place'] as const;

/**
 * The names among a text's mentions: those of persons, organisations and places whose head is a proper noun, from the
 * first to the last proper noun around the head; of names within names the outermost.
 */
export function goldNames(text: Pick<GumText, 'tokens' | 'mentions'>): Name[] {
  return namesOfKinds(text, (kind) => KINDS.find((name) => name === kind));
}

/** The same with the names of all else but times, as "other". */
export function namesAndOthers(
  text: Pick<GumText, 'tokens' | 'mentions'>,
): (Range & { kind: Name['kind'] | 'other' })[] {
  return namesOfKinds(text, (kind) =>
    kind === 'time' ? undefined : (KINDS.find((name) => name === kind) ?? 'other'),
  );
}

function namesOfKinds<K>(
  { tokens, mentions }: Pick<GumText, 'tokens' | 'mentions'>,
  kindOf: (kind: string) => K | undefined,
): (Range & { kind: K })[] {
  const found = mentions.flatMap((mention) => {
    const kind = kindOf(mention.kind);
    const range = kind === undefined ? null : nameRange(tokens, mention, mention.kind === 'person');
    return kind === undefined || range === null ? [] : [{ kind, ...range }];
  });
  return found
    .filter((name, index) =>
      found.every(
        (other, at) =>
          at === index ||
          !(other.start <= name.start && name.end <= other.end) ||
          (other.start === name.start && other.end === name.end && at > index),
      ),
    )
    .toSorted((a, b) => a.start - b.start);
}

const LINKS = new Set([
  'of',
  'the',
  'and',
  'for',
  '&',
  "'s",
  '’s',
  '-',
  'de',
  'la',
  'del',
  'von',
  'van',
  'der',
  'bin',
  'al',
]);
const PERSON_LINKS = new Set(['-', 'de', 'la', 'del', 'von', 'van', 'der', 'bin', 'al']);

/** From the head, proper nouns on both sides, and links between two of them; a title alone is no name. */
function nameRange(tokens: GumText['tokens'], mention: Mention, person: boolean): Range | null {
  const isProper = (index: number) =>
    /^NNPS?$/.test(tokens[index]?.tag ?? '') && /^\p{Lu}|^\d/u.test(tokens[index]?.form ?? '');
  const head = mention.heads.find(isProper);
  if (head === undefined) return null;
  const links = person ? PERSON_LINKS : LINKS;
  const reach = (step: 1 | -1) => {
    let at = head;
    for (let next = head + step; next >= mention.first && next < mention.last; next += step) {
      if (isProper(next)) at = next;
      else if (!links.has(tokens[next]?.form.toLowerCase() ?? '')) break;
    }
    return at;
  };
  const [first, last] = [reach(-1), reach(1)];
  if (
    person &&
    first === last &&
    /^(?:President|Minister|King|Queen|Mayor|Governor|Senator|Dr\.?|Mr\.?|Mrs\.?|Ms\.?|God)$/.test(
      tokens[first]?.form ?? '',
    )
  )
    return null;
  return { start: tokens[first]?.start ?? 0, end: tokens[last]?.end ?? 0 };
}

interface NameCounts {
  readonly exact: Counts;
  readonly kinds: Record<Name['kind'], Counts>;
}

const noNames = (): NameCounts => ({
  exact: noCounts(),
  kinds: { person: noCounts(), organization: noCounts(), place: noCounts() },
});

export const isNews = (name: string) => name.includes('_news_');

/** Names, by exact span and kind: GUM's own part, and as rows of their own the news texts, which training never sees. */
export async function nameFigures(all: readonly GumText[], kit: Kit): Promise<Figures> {
  const own = await countNames(
    all.filter(({ name }) => !isNews(name)),
    kit,
  );
  const news = await countNames(
    all.filter(({ name }) => isNews(name)),
    kit,
  );
  return {
    devNamesF1: rates(own.exact).f1,
    newsNamesF1: rates(news.exact).f1,
    newsPersonF1: rates(news.kinds.person).f1,
    newsOrganizationF1: rates(news.kinds.organization).f1,
    newsPlaceF1: rates(news.kinds.place).f1,
  };
}

async function countNames(texts: readonly GumText[], kit: Kit): Promise<NameCounts> {
  const sum = noNames();
  for (const gum of texts) {
    const report = reportOf(gum.text, { path: gum.name });
    const [tagging] = await kit.tagger.tag([layOut(report, kit.abbreviations)], 'text');
    const gold = goldNames(gum);
    const keyOf = ({ kind, start, end }: Name) => `${kind} ${start}-${end}`;
    for (const kind of KINDS) {
      const wanted = new Set(gold.filter((name) => name.kind === kind).map(keyOf));
      const found = new Set((tagging?.names ?? []).filter((name) => name.kind === kind).map(keyOf));
      const counts = { right: found.intersection(wanted).size, predicted: found.size, gold: wanted.size };
      addCounts(sum.kinds[kind], counts);
      addCounts(sum.exact, counts);
    }
  }
  return sum;
}
