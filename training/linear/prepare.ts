/**
 * First step: reads the corpora, adds copies in other registers, makes the vocabulary.
 * `node training/linear/prepare.ts --data DIR [--work DIR]`
 */
import { goldNames, gumPart, readGum } from '../../evals/gum/index.ts';
import { readPolnear } from '../../evals/polnear/brat.ts';
import { alter, generator, keptWords, type Register } from '../../evals/register/index.ts';
import { loadAbbreviations } from '../../src/load/index.ts';
import { reportOf } from '../../test/reports.ts';
import { inventedName } from '../names.ts';
import { log, stepOptions } from './options.ts';
import { makeVocabulary } from './vocabulary.ts';
import { type AttributedText, leave, type NamedText, readSilver } from './workplace.ts';

/** The share of articles that are learnt from in another register alone. */
const ALTERED = 0.2;
const SEED = 5;

const { data, work } = stepOptions();
const random = generator(SEED);
const register: Register = {
  abbreviations: await loadAbbreviations(),
  kept: await keptWords(),
  nameFor: inventedName,
  random,
};
const articles: AttributedText[] = (await readPolnear(data, 'train')).map(({ name, text, annotators }) => ({
  name,
  text,
  attributions: annotators[0] ?? [],
}));
const held = await gumPart(data, /^(?:dev|test)/);
const gum = await readGum(data, (name) => !held.has(name) && !name.includes('_news_'));
const gold = gum.map((text): NamedText => ({ name: text.name, text: text.text, names: goldNames(text) }));
const named = [...gold, ...(await readSilver(work))];
const vocabulary = await makeVocabulary(articles, gum, gold);
const shown = articles.map((article) => (random() < ALTERED ? inRegister(article) : article));
await leave(work, 'prepared', { vocabulary, articles: shown, named });
log(`${articles.length} articles, ${named.length} texts with names, ${vocabulary.classes.size} forms`);

function inRegister(article: AttributedText): AttributedText {
  const { text, moved } = alter(reportOf(article.text, { path: article.name }), register);
  const attributions = article.attributions.map(({ source, cue, content }) => ({
    source: source.map(moved),
    cue: cue.map(moved),
    content: content.map(moved),
  }));
  return { name: article.name, text, attributions };
}
