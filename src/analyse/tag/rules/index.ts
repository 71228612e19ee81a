import type { Statement } from '../../../record/index.ts';
import type { Layout } from '../../layout.ts';
import type { Attribution, Tagger } from '../index.ts';
import { byAccordingTo } from './according-to.ts';
import { clausesOf } from './clause.ts';
import { byColon } from './colon.ts';
import { byVerb } from './verb.ts';

/** A form of a verb that attributes, from `lexicons/LANGUAGE/cues.tsv`. */
export interface CueForm {
  readonly lemma: string;
  readonly mode: Statement['mode'];
  readonly takes: ReadonlySet<'clause' | 'object' | 'infinitive'>;
}

/**
 * A tagger of a few word rules over a lexicon of verbs. It links what stands in one sentence; it knows no grammar
 * beyond closed classes of words, so that it misses nouns and adjectives that attribute and cuts long subjects short.
 */
export function ruleTagger(cues: ReadonlyMap<string, CueForm>): Tagger {
  return {
    name: 'rules/1',
    tag: async (layouts) =>
      layouts.map((layout) => ({ attributions: attributionsIn(layout, cues), names: [] })),
  };
}

function attributionsIn(layout: Layout, cues: ReadonlyMap<string, CueForm>): Attribution[] {
  const found: Attribution[] = [];
  for (const clause of clausesOf(layout, cues)) {
    const whole = byAccordingTo(clause) ?? byColon(clause);
    if (whole !== null) found.push(whole);
    else for (const attribution of byVerb(clause)) found.push(attribution);
  }
  return found.toSorted(inOrderOfText);
}

function inOrderOfText(a: Attribution, b: Attribution): number {
  const start = ({ cue, content }: Attribution) =>
    Math.min(...[...cue, ...content].map((range) => range.start));
  return start(a) - start(b);
}
