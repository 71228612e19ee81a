import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyse } from '../src/analyse/index.ts';
import { loadKit } from '../src/load/index.ts';
import { reportOf } from './reports.ts';

const kit = await loadKit({ tagger: 'linear' });

/** Reports that this many are made of: a few seconds. */
const RUNS = 400;

const PERSONS = [
  'Mina Pell',
  'Oren Wend',
  'Mayor Edda Bream',
  'a spokeswoman for Norrfalk AS',
  'the harbour master',
  'she',
  'they',
];
const MEDIA = ['Radio Vantry', 'the newspaper The Lantern', 'Norne', 'Quillwire and other Ordan media'];
const DOCUMENTS = [
  'minutes seen by Norne',
  'a memo obtained by the newspaper The Lantern',
  'court papers',
  'the agenda it put out last night',
  'her "fair ferry" plan',
];
const VERBS = [
  'said',
  'told reporters',
  'told donors on Tuesday',
  'warned',
  'asked',
  'added',
  'retorted',
  'claimed',
  'denied',
  'announced',
];
const WORDS = [
  'we will not pay',
  'the bridge is not safe',
  'it was my mistake',
  'nobody asked us',
  'not now',
  'the U.S. side will wait until Mr. Wend is back',
  'who pays for this',
];
const CLAUSES = [
  'the bridge is not safe',
  'talks would begin on February 9',
  'the line was shut because of the ice',
  'no one at No. 4 had been told',
];
/** The kinds of marks, and one that closes with what it opens with: much copy has it so. */
const MARKS = [
  ['“', '”'],
  ['"', '"'],
  ["''", "''"],
  ['‘', '’'],
  ['«', '»'],
  ['“', '“'],
] as const;

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const quotation = fc
  .record({
    marks: fc.constantFrom(...MARKS),
    words: fc.constantFrom(...WORDS),
    end: fc.constantFrom(',', '.', '?', '!', ' …', ''),
  })
  .map(({ marks: [opens, closes], words, end }) => `${opens}${capital(words)}${end}${closes}`);
const who = fc.constantFrom(...PERSONS);
const verb = fc.constantFrom(...VERBS);
const clause = fc.constantFrom(...CLAUSES);
const onWhoseWord = fc.oneof(fc.constantFrom(...MEDIA), fc.constantFrom(...DOCUMENTS), who);

type Part = fc.Arbitrary<string>;
const built = (parts: TemplateStringsArray, ...slots: Part[]): Part =>
  fc.tuple(...slots).map((words) => parts.reduce((text, part, at) => `${text}${part}${words[at] ?? ''}`, ''));

/** How news copy puts sources, cues and contents together: alone, continued, interrupted, one within another. */
const sentence = fc.oneof(
  built`${who} ${verb} that ${clause}.`,
  built`${quotation} ${who} ${verb}.`,
  built`${quotation} ${verb} ${who}, ${quotation}`,
  built`${quotation} ${who} ${verb}. ${quotation}`,
  built`${quotation} ${who} ${verb}, according to ${onWhoseWord}. ${quotation}`,
  built`${quotation} ${who} ${verb}, according to ${onWhoseWord}, ${quotation}`,
  built`${quotation} ${who} ${verb}, as quoted by ${onWhoseWord}. ${quotation}`,
  built`${clause}, ${who} ${verb}, according to ${onWhoseWord}.`,
  built`According to ${onWhoseWord}, ${who} ${verb} that ${clause}.`,
  built`${who} also ${verb} that, according to ${onWhoseWord}, ${clause}. ${quotation}`,
  built`${who} ${verb} that ${who} ${verb} that ${clause}.`,
  built`${quotation} ${onWhoseWord} quoted ${who} as saying. ${quotation}`,
  built`${onWhoseWord} quoted ${who} as saying that ${clause}.`,
  built`This was stated by ${who}, ${onWhoseWord} ${verb}.`,
  built`${who} ${verb}: ${quotation}`,
  built`${who}: ${clause}.`,
  built`Asked whether ${clause}, ${who} ${verb} ${quotation}`,
  built`${who} ${verb} three things: ${clause}; ${clause}; and ${quotation}`,
  built`${quotation}`,
  built`${quotation} , '' ${verb} ${who}.`,
  built`“${clause}, ${who} ${verb}, ${quotation}”`,
);
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 3 }).map((all) => all.map(capital).join(' '));
/** A quotation over two paragraphs, opened again in the second. */
const continued = built`${who} ${verb}: “${clause}.\n“${clause},” ${who} ${verb}.`;
/** A talk of two. */
const transcript = built`Review: ${clause}?\nWend: ${clause}. I ${verb} ${quotation}\nReview: ${quotation}\nWend: ${clause}.`;
const list = built`${who} ${verb}:\n- ${clause};\n- ${quotation};\n- according to ${onWhoseWord}, ${clause}.`;
const report = fc
  .array(fc.oneof({ weight: 6, arbitrary: paragraph }, continued, transcript, list), {
    minLength: 1,
    maxLength: 4,
  })
  .map((all) => all.map(capital).join('\n\n'));

test(`${RUNS} reports put together from constructions keep the contract`, { timeout: 120_000 }, async () => {
  let statements = 0;
  await fc.assert(
    fc.asyncProperty(report, fc.constantFrom(null, 'The Sannow Courier', 'Norne'), async (text, outlet) => {
      const [record] = await analyse([reportOf(text, { outlet, published: '2034-02-01' })], kit);
      statements += record?.statements.length ?? 0;
    }),
    { numRuns: RUNS },
  );
  expect(statements).toBeGreaterThan(RUNS);
});
