import {
  type DeedModel,
  type EventWords,
  type Irregular,
  type Occasion,
  ROOTS,
  type Root,
  stemOf,
} from '../analyse/index.ts';
import { PLOVER_TYPES } from '../record/index.ts';
import { readChecked } from './model.ts';
import { readTable, rowsOf } from './table.ts';

/** The words for deeds and occasions, and the weights of the coder, of the language whose lexicons and models are there. */
export async function loadDeeds(
  lexicons: URL,
  weights: string,
): Promise<Omit<EventWords, 'roles' | 'sectors'>> {
  const [deeds, occasions, verbs, deedModel] = await Promise.all([
    readTable(new URL('deeds.tsv', lexicons)),
    readTable(new URL('occasions.tsv', lexicons)),
    readTable(new URL('irregular-verbs.tsv', lexicons)),
    readWeights(weights),
  ]);
  const irregular: Irregular = new Map(
    verbs.flatMap(([plain = '', ...forms]) => forms.map((form) => [form, plain] as const)),
  );
  const byStems = new Map<string, Set<Root>>();
  for (const [phrase = '', types = ''] of deeds) {
    const key = phrase
      .split(' ')
      .map((word) => stemOf(word, irregular))
      .join(' ');
    const own = byStems.get(key) ?? new Set();
    for (const type of types.split(' ')) own.add(rootNamed(type, phrase));
    byStems.set(key, own);
  }
  const nouns = new Map<string, Occasion>();
  const occasionVerbs = new Map<string, Occasion>();
  for (const [noun = '', family = '', type = '', own = ''] of occasions) {
    const occasion = { family, type: PLOVER_TYPES.find((name) => name === type) ?? null };
    nouns.set(noun, occasion);
    for (const verb of own.split(' ').filter((word) => word !== ''))
      occasionVerbs.set(stemOf(verb, irregular), occasion);
  }
  return { deeds: byStems, irregular, deedModel, occasions: nouns, occasionVerbs };
}

function rootNamed(type: string, phrase: string): Root {
  const root = ROOTS.find((name) => name === type);
  if (root === undefined)
    throw new Error(`deeds.tsv: expected types of ${ROOTS.join(', ')}, found "${type}" for "${phrase}"`);
  return root;
}

/** A table of features with their weights in hundredths, "-" where one has none; the bias has the name of nothing. */
async function readWeights(path: string): Promise<DeedModel> {
  const weights = new Map<string, readonly number[]>();
  for (const [feature = '', ...cells] of rowsOf((await readChecked(path)).toString('utf8')))
    weights.set(
      feature,
      cells.map((cell) => Number(cell) / 100),
    );
  const bias = weights.get('') ?? ROOTS.map(() => 0);
  weights.delete('');
  return { bias, weights };
}
