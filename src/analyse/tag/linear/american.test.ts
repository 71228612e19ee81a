import { expect, test } from 'vitest';
import { americanOf } from './american.ts';

/** American words that a vocabulary may have, and others that a careless rule would lead to. */
const KNOWN = new Set(
  'criticized organization analyze favor harbor neighborhood labeled traveling center fiber defense acknowledgment inquired skeptical program for filed filing caring prize her'.split(
    ' ',
  ),
);

test.each([
  ['criticised', 'criticized'],
  ['organisation', 'organization'],
  ['analyse', 'analyze'],
  ['favour', 'favor'],
  ['harbour', 'harbor'],
  ['neighbourhood', 'neighborhood'],
  ['labelled', 'labeled'],
  ['travelling', 'traveling'],
  ['centre', 'center'],
  ['fibre', 'fiber'],
  ['defence', 'defense'],
  ['acknowledgement', 'acknowledgment'],
  ['enquired', 'inquired'],
  ['sceptical', 'skeptical'],
  ['programme', 'program'],
  // Words that are spelled so everywhere, and words that no rule may shorten.
  ['promised', 'promised'],
  ['advise', 'advise'],
  ['four', 'four'],
  ['filled', 'filled'],
  ['filling', 'filling'],
  ['prise', 'prise'],
  ['hence', 'hence'],
  ['criticized', 'criticized'],
])('%s is looked up as %s', (british, american) => {
  expect(americanOf(british, (form) => KNOWN.has(form))).toBe(american);
});
