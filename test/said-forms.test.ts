import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { analyse } from '../src/analyse/index.ts';
import { loadKit } from '../src/load/index.ts';
import { reportOf } from './reports.ts';

const kit = await loadKit({ tagger: 'linear' });

/** The finite forms of the past of every verb that the lexicon calls said; "forms" of three and more are verbs. */
function pastForms(): string[] {
  const rows = readFileSync(new URL('../lexicons/en/cues.tsv', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'));
  const verbs = Map.groupBy(
    rows.filter(([, , mode]) => mode === 'said'),
    ([, lemma = '']) => lemma,
  );
  return [...verbs].flatMap(([lemma, entries]) => {
    const forms = entries.map(([form = '']) => form);
    if (forms.length < 3) return [];
    const past = forms.filter((form) => form !== lemma && !/ing\b/.test(form) && !/^\S+s(?: |$)/.test(form));
    return past.length > 0 ? past : [lemma];
  });
}

const FORMS = pastForms();

/**
 * One sentence a construction, and the share of the forms, in percent, that are found with who and what: all of them, but
 * for verbs that take no such object ("briefed the closure", "swore the closure") and two behind a quotation.
 */
const CONSTRUCTIONS: readonly {
  readonly sentence: (form: string) => string;
  readonly content: string;
  readonly least: number;
}[] = [
  {
    sentence: (form) => `Mayor Edda Bream ${form} that the bridge is unsafe.`,
    content: 'that the bridge is unsafe',
    least: 100,
  },
  {
    sentence: (form) => `Mayor Edda Bream ${form} the closure of the bridge.`,
    content: 'the closure of the bridge',
    least: 95,
  },
  {
    sentence: (form) => `“The bridge is unsafe,” Mayor Edda Bream ${form}.`,
    content: '“The bridge is unsafe,”',
    least: 100,
  },
  {
    sentence: (form) => `“The bridge is unsafe,” ${form} Mayor Edda Bream.`,
    content: '“The bridge is unsafe,”',
    least: 99,
  },
  {
    sentence: (form) => `Mayor Edda Bream ${form}: “The bridge is unsafe.”`,
    content: '“The bridge is unsafe.”',
    least: 99,
  },
];

test.each(CONSTRUCTIONS.map((one) => [one.sentence('FORM'), one] as const))(
  '%s',
  async (_, { sentence, content, least }) => {
    const reports = FORMS.map((form) => reportOf(`Bridge news\n\nThe bridge is old.\n\n${sentence(form)}`));
    const records = await analyse(reports, kit);
    const isFound = ({ statements }: (typeof records)[number]) =>
      statements.some(
        (statement) =>
          /Edda Bream$/.test(statement.source.map(({ text }) => text).join(' ')) &&
          statement.content.map(({ text }) => text).join(' ') === content,
      );
    const lost = FORMS.filter((__, index) => !records[index] || !isFound(records[index]));
    expect(
      (100 * (FORMS.length - lost.length)) / FORMS.length,
      `not found: ${lost.join(', ')}`,
    ).toBeGreaterThanOrEqual(least);
  },
);

test('British and American spellings say the same', async () => {
  const pairs = [
    ['criticised the plan', 'criticized the plan'],
    ['emphasised that it was old', 'emphasized that it was old'],
    ['apologised for the delay', 'apologized for the delay'],
    ['labelled it a mistake', 'labeled it a mistake'],
  ];
  for (const pair of pairs) {
    const [british, american] = await analyse(
      pair.map((said) => reportOf(`Bridge news\n\nThe harbour is old. Mayor Edda Bream ${said}.`)),
      kit,
    );
    const shape = (record = british) =>
      record?.statements.map(({ source, content, mode, act }) => [
        mode,
        act,
        source.map(({ text }) => text),
        content.map(({ text }) => text),
      ]);
    expect(shape(british), pair[0]).toEqual(shape(american));
    expect(shape(british), pair[0]).toHaveLength(1);
  }
});

/** Verbs of action; a few of them are in the tagger's own list of cues ("painted it as a failure"). */
const ACTIONS =
  'opened crossed painted visited built closed repaired left entered won lost sold bought drove carried cleaned lifted moved broke fixed washed reached passed boarded parked filmed photographed inspected measured tested locked guarded blocked rebuilt replaced funded designed owned rented leased hired fired trained led joined founded served cooked ate drank swam climbed'.split(
    ' ',
  );

test('what somebody only did is no statement, but for three verbs of fifty-two', async () => {
  const records = await analyse(
    ACTIONS.map((verb) => reportOf(`Bridge news\n\nMayor Edda Bream ${verb} the old bridge.`)),
    kit,
  );
  const taken = ACTIONS.filter((_, index) => (records[index]?.statements.length ?? 0) > 0);
  expect(taken.length, taken.join(', ')).toBeLessThanOrEqual(3);
});
