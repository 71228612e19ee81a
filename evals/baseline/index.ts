import type { Attribution, Tagger } from '../../src/analyse/index.ts';
import { readTable } from '../../src/load/table.ts';
import type { Range } from '../../src/text/index.ts';

const NAME = String.raw`\p{Lu}[\p{L}.’'-]*`;
const SOURCE = String.raw`(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|I|[Ww]e|(?:[Tt]he |[Aa]n? )?(?:\p{L}+ ){0,2}${NAME}(?: ${NAME}){0,3}|[Tt]he \p{Ll}+(?: \p{Ll}+)?)`;

/** A regular expression over sixty verbs: what a tagger must be better than, on the same texts by the same scorer. */
export async function regularExpression(): Promise<Tagger> {
  const verbs = (await readTable(new URL('verbs.tsv', import.meta.url))).map(([verb = '']) => verb).join('|');
  const patterns = [
    new RegExp(
      String.raw`(?<![“"])(?<source>${SOURCE})(?:, [^,“”"]{2,80},)? (?<cue>(?:(?:has|have|had|also|later|was) )*(?:${verbs}))[,:]? (?<content>(?:that |[“"])?(?!on \p{Lu})\S.{7,}?)(?=\.?$|\.\s)`,
      'dgmu',
    ),
    new RegExp(
      String.raw`(?<content>[“"][^“”"]{8,}[”"]),? (?<source>${SOURCE}) (?<cue>(?:${verbs}))\b`,
      'dgmu',
    ),
    new RegExp(`(?<content>[“"][^“”"]{8,}[”"]),? (?<cue>(?:${verbs})) (?<source>${SOURCE})`, 'dgmu'),
    new RegExp(
      String.raw`(?<cue>[Aa]ccording to) (?<source>${SOURCE}), (?<content>.{8,}?)(?=\.?$|\.\s)`,
      'dgmu',
    ),
  ];
  return {
    name: 'regular-expression/1',
    tag: async (layouts) =>
      layouts.map(({ text }) => ({
        attributions: patterns.flatMap((pattern) => matches(text, pattern)),
        within: null,
        names: [],
        trees: [],
        events: null,
      })),
  };
}

function matches(text: string, pattern: RegExp): Attribution[] {
  return [...text.matchAll(pattern)].map(({ indices }) => {
    const group = (name: string): Range[] => {
      const [start, end] = indices?.groups?.[name] ?? [];
      return start === undefined || end === undefined ? [] : [{ start, end }];
    };
    return { cue: group('cue'), source: group('source'), content: group('content'), confidence: 1 };
  });
}
