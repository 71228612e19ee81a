import { describe, expect, test } from 'vitest';
import { loadAbbreviations } from '../../../load/index.ts';
import { loadLinearModel } from '../../../load/model.ts';
import { layOut } from '../../layout.ts';
import { OWN_ROOM } from '../room.ts';
import { scoresOf } from './chain-model.ts';
import { cueFeatures } from './cue-features.ts';
import { FeatureWriter } from './features.ts';
import { allowedRoles } from './labels.ts';
import { findCues } from './passes.ts';
import { countsOf, roleFeatures } from './role-features.ts';
import { cueScorer, roleScorer } from './scorers.ts';
import { sequencesOf } from './sequence.ts';
import { KnownWords } from './vocabulary.ts';

const TEXT =
  '“We will not open the harbour before Friday,” the mayor, Ilse Brandt, said on Monday. “The cranes,” she added, “are not ready.” According to the port authority, two ships wait.\nThe union denied it.';

const model = await loadLinearModel('en');
const words = new KnownWords(model.vocabulary);
const blocks = TEXT.split('\n').map((line) => ({
  kind: 'paragraph' as const,
  start: TEXT.indexOf(line),
  end: TEXT.indexOf(line) + line.length,
}));
const sequences = [...sequencesOf(layOut({ text: TEXT, blocks }, await loadAbbreviations()), words)];

function expectClose(found: Float64Array, wanted: Float64Array): void {
  expect(found.length).toBe(wanted.length);
  for (const [at, score] of wanted.entries()) expect(found[at]).toBeCloseTo(score, 3);
}

describe('scores with the sums of words', () => {
  test('of the first pass are those of all features together', () => {
    const score = cueScorer(model.cues, words);
    for (const sequence of sequences) {
      const features = cueFeatures(sequence, words, new FeatureWriter());
      expectClose(score(sequence, OWN_ROOM), scoresOf(model.cues, { features, boundary: sequence.boundary }));
    }
  });

  test('of the second pass are those of all features together, for every cue', () => {
    const [scoreCues, scoreRoles] = [cueScorer(model.cues, words), roleScorer(model.roles, words)];
    let asked = 0;
    for (const sequence of sequences) {
      const pass = findCues(model.cues, sequence, scoreCues(sequence, OWN_ROOM), OWN_ROOM);
      for (const cue of pass?.cues ?? []) {
        const { cues = [], labels = new Uint8Array() } = pass ?? {};
        const question = { sequence, cue, cues, labels, counts: countsOf(sequence, labels, OWN_ROOM) };
        const features = roleFeatures(question, words, new FeatureWriter());
        const allowed = allowedRoles(sequence.length, cue);
        const wanted = scoresOf(model.roles, { features, boundary: sequence.boundary, allowed });
        expectClose(scoreRoles(question, OWN_ROOM), wanted);
        asked++;
      }
    }
    expect(asked).toBeGreaterThan(3);
  });
});
