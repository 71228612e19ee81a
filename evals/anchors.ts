import type { Figures } from './outcome.ts';

/** Figures that others published or that we aim at, by set. They are taken on the set's test part unless they say otherwise. */
export const ANCHORS: Readonly<Record<string, Readonly<Record<string, Figures>>>> = {
  polnear: {
    'CRF, published': { exactSourceF1: 50.6, exactCueF1: 53.4, exactContentF1: 28.6 },
    'CoreNLP quote': { exactSourceF1: 13.9, exactContentF1: 17.5 },
    'BiLSTM + CofeNet': { exactSourceF1: 73.3, exactCueF1: 66.2, exactContentF1: 63.6 },
    'BERT + CofeNet': { exactSourceF1: 83.2, exactCueF1: 75.3, exactContentF1: 72.9 },
    'two people (train)': {
      exactSourceF1: 78.0,
      exactCueF1: 70.6,
      exactContentF1: 68.1,
      linkedF1: 79.1,
      spokenLinked: 97.2,
      heldLinked: 65.7,
      cueMatchedF1: 81.4,
      exactTripleF1: 58.1,
      whoSaidWhatF1: 71.5,
      contentWordsF1: 85.7,
      inventedSources: 30,
    },
    goal: {
      exactSourceF1: 72,
      exactCueF1: 68,
      exactContentF1: 60,
      exactTripleF1: 42,
      whoSaidWhatF1: 60,
      calibrationError: 5,
      alteredMostLost: 2,
    },
  },
  checkthat: { 'BM25, published': { mapAt5: 85.5 }, goal: { mapAt5: 92 } },
  timelines: { 'best of the task': { microF1: 7.85 }, goal: { microF1: 20 } },
  ecbplus: { 'TF-IDF, single pass': { allBcubedF1: 86.1 }, goal: { allBcubedF1: 92 } },
  plover_pairs: {
    'RoBERTa-large NLI, zero-shot': { accuracy: 83.5 },
    'CAMEO verbs': { accuracy: 38.3 },
    goal: { accuracy: 84 },
  },
  platinum: {
    HeidelTime: { valueF1: 77.6 },
    SUTime: { valueF1: 67.4 },
    'recognizers-text': { valueF1: 60.4 },
    goal: { valueF1: 80 },
  },
  meantime: { 'cue words': { futureF1: 64.7 }, goal: { futureF1: 80 } },
  revisions: { goal: { when: 75, status: 75 } },
  worked: {
    goal: { saidAndShownF1: 85, mode: 85, kind: 90, noStatementsTaken: 10, eventsWhen: 75, eventsStatus: 75 },
  },
};
