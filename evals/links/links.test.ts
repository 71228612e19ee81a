import { expect, test } from 'vitest';
import type { Drawn } from './drawn.ts';
import { event, PICTURE, VOTE } from './ferry/picture.ts';
import { RECORDS } from './ferry/records.ts';
import { STORY } from './ferry/story.ts';
import { scored } from './index.ts';
import { kindOf } from './kinds.ts';
import { naivePicture } from './naive.ts';

const DRAWN: Drawn = { story: STORY, records: RECORDS, picture: PICTURE };

test('utterances: one joined pair of two is right, of three that should be', () => {
  expect(scored([DRAWN], 'own')).toMatchObject({
    ownRenditionsFound: 100,
    ownUtterancesPairsPrecision: 50,
    ownUtterancesPairsRecall: 33.3,
    ownUtterancesPairsF1: 40,
    // (1 + 1 + 1/2 + 1/2) / 4 and (2/3 + 2/3 + 1/3 + 1) / 4
    ownUtterancesBCubedPrecision: 75,
    ownUtterancesBCubedRecall: 66.7,
    ownUtterancesBCubedF1: 70.6,
    ownPairsSameWords: 100,
    ownPairsDirectIndirect: 0,
    ownPairsReworded: 0,
    ownNotSameJoined: 50,
    ownNotSameApart: 50,
    ownNotSameJoinedSpeakers: 50,
    ownRootRight: 100,
    ownSaidExact: 100,
  });
});

test('actors: one name of five is with another of the same surname', () => {
  expect(scored([DRAWN], 'own')).toMatchObject({
    ownActorNamesFound: 100,
    // (1 + 1 + 1/2 + 1/2 + 1) / 5 and (2/3 + 2/3 + 1/3 + 1 + 1) / 5
    ownActorsBCubedPrecision: 80,
    ownActorsBCubedRecall: 73.3,
    ownActorsBCubedF1: 76.5,
    ownSurnamesJoined: 100,
    ownOfficesFound: 100,
  });
});

test('events: a stale date taken for news spoils one of two, and one of ours for both is wrongly joined', () => {
  expect(scored([DRAWN], 'own')).toMatchObject({
    ownEventsMatched: 100,
    ownEventsWhen: 50,
    ownEventsStatus: 50,
    ownEventsBoth: 50,
    ownEventsPlace: 100,
    ownEventsList: 50,
    ownEventsDates: 50,
    ownEventsStaleTaken: 100,
    ownEventsWronglyJoined: 0,
  });
  const events = [event(['1.0', '2.0', '3.0', '3.1'], VOTE.slice(0, 2))];
  expect(scored([{ ...DRAWN, picture: { ...PICTURE, events } }], 'own')).toMatchObject({
    ownEventsMatched: 50,
    ownEventsList: 50,
    ownEventsStaleTaken: 0,
    ownEventsWronglyJoined: 100,
  });
});

test('positions, copies and what has nothing to link', () => {
  expect(scored([DRAWN], 'own')).toMatchObject({
    ownPositionContentsFound: 100,
    ownPositionsTaken: 100,
    ownStanceRight: 50,
    ownStanceUnclear: 50,
    ownPositionActor: 100,
    ownPositionFor: 50,
    ownPositionCondition: 0,
    ownChangesFound: 0,
    ownChangesMissed: 100,
    ownChangesFalse: 100,
    // A reprint of a reprint makes three pairs, of which one is right.
    ownReprintsPrecision: 33.3,
    ownReprintsRecall: 100,
    ownReprintsF1: 50,
    ownCorrectionsTied: 100,
    ownCorrectionsFalse: 0,
    ownUnlinkedLinked: 100,
  });
});

test('the naive picture joins the same words and the same names', () => {
  expect(scored([naivePicture(DRAWN)], 'own')).toMatchObject({
    ownUtterancesPairsPrecision: 100,
    ownUtterancesPairsRecall: 33.3,
    ownPairsSameWords: 100,
    ownNotSameJoined: 0,
    ownSurnamesJoined: 0,
    ownEventsMatched: 100,
    ownReprintsRecall: 0,
  });
});

test.each([
  ['SameWords', '“It is closed,”', 'it is closed'],
  ['Bracket', '“The ferry is closed”', '“[It] is closed”'],
  ['DirectIndirect', '“I will close the ferry”', 'that she would close the ferry'],
  ['Cut', '“I will close the ferry. It is old and not safe,”', '“It is old and not safe”'],
  ['Cut', '“I will close it, it is old and it leaks”', '“I close it, it is old”'],
  ['WordChanged', '“I will close the ferry”', '“I shall close the ferry”'],
  ['Reworded', 'that the ferry must not sail any more', 'that it had to be taken out of service'],
])('%s: %s and %s', (kind, a, b) => {
  expect(kindOf(a, b)).toBe(kind);
});
