/** How British spellings differ from American ones, as far as letters alone tell; whether the outcome is a word is for a vocabulary to say. */
const RULES: readonly (readonly [British: RegExp, american: string])[] = [
  [/^(.{3,})is(e|ed|es|er|ers|ing|ation|ations)$/, '$1iz$2'],
  [/^(.{2,})ys(e|ed|er|ers|ing)$/, '$1yz$2'],
  [/^(.{3,})our(s|ed|ing|ite|ites|able|ably|er|ers|ful|hood)?$/, '$1or$2'],
  [/^(.*[aeiou][^aeiou]+[aeu])ll(ed|ing|er|ers)$/, '$1l$2'],
  [/^(.{2,}[tb])re(s|d)?$/, '$1er$2'],
  [/^(.{2,}en)ce(s|d)?$/, '$1se$2'],
  [/^(.{3,}dg)ement(s)?$/, '$1ment$2'],
  [/^enqui(re|red|res|ring|ry|ries)$/, 'inqui$1'],
  [/^scep(tic|tical|ticism|tics)$/, 'skep$1'],
  [/^program(?:me|mes)$/, 'program'],
];

/**
 * The American spelling of a British form, or the form itself where it has none that is known: "criticised" is "criticized",
 * "labelled" is "labeled", "promised" stays. The tagger learnt from American copy, and both are one word.
 */
export function americanOf(form: string, isKnown: (form: string) => boolean): string {
  for (const [british, american] of RULES) {
    if (!british.test(form)) continue;
    const spelled = form.replace(british, american);
    if (isKnown(spelled)) return spelled;
  }
  return form;
}
