import { type Statement, statement } from '../../../record/index.ts';

/** An invented report for the page that shows the design. Nobody in it exists. */
export const SAMPLE =
  'The harbour board said through its lawyer that “the old pier will stay shut”. Mina Pell, mayor of Lorn, denied on Tuesday that the money was there.';

const at = (text: string) => {
  const start = SAMPLE.indexOf(text);
  return { start, end: start + text.length, text };
};

interface Said {
  readonly source: string;
  readonly cue: string;
  readonly content: string;
  readonly more: Partial<Statement>;
}

function sampleOf({ source, cue, content, more }: Said): Statement {
  const { start } = at(source);
  const { end } = at(content);
  return statement.parse({
    id: `statement:0123456789abcdef.${start}-${end}`,
    mode: 'said',
    kind: 'indirect',
    act: 'say',
    negated: false,
    source: [at(source)],
    cue: [at(cue)],
    content: [at(content)],
    refers: null,
    to: [],
    venue: null,
    doubt: null,
    chain: [],
    said: null,
    within: null,
    event: null,
    confidence: 0.9,
    ...more,
  });
}

/** What the sample says, as statements: one described speaker, and one whom a rule inferred. */
export const SAMPLE_STATEMENTS: readonly Statement[] = [
  sampleOf({
    source: 'The harbour board',
    cue: 'said',
    content: 'that “the old pier will stay shut”',
    more: {
      kind: 'mixed',
      speaker: {
        kind: 'described',
        text: 'The harbour board',
        speaksFor: null,
        how: 'stated',
        by: 'sample',
      },
    },
  }),
  sampleOf({
    source: 'Mina Pell, mayor of Lorn',
    cue: 'denied',
    content: 'that the money was there',
    more: {
      act: 'deny',
      speaker: {
        kind: 'named',
        actor: null,
        name: 'Mina Pell',
        role: 'mayor',
        affiliation: 'Lorn',
        speaksFor: null,
        how: 'inferred',
        by: 'sample',
        others: [],
      },
    },
  }),
];
