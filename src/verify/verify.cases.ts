import type { Verdict } from './index.ts';

/** Two reports of the same words, by invented people, to look quotations up in. */
export const REPORTS = [
  {
    published: '2031-02-25',
    outlet: 'Tarpress',
    text: `No monitors, says Tarvia

“Tarvia is not going to talk about observers who answer to nobody,” foreign ministry spokeswoman Mira Selk said. “They [the Lenn government] should write that down, and then they should read it twice.”
She added that the ministry would publish the treaty in full next week.`,
  },
  {
    published: '2031-02-26',
    outlet: 'The Lenn Courier',
    text: `Selk rejects monitors

Mira Selk said on Tuesday that Tarvia would not talk about observers.
"Tarvia is not going to talk about observers who answer to nobody," Selk said.
Lennish envoy Ilan Dorr told reporters: "We have all the time that the treaty gives us, and not a day more."`,
  },
  {
    published: null,
    outlet: 'The Lenn Courier',
    text: `The harbour opens again

The harbour of Port Avel opened on Monday after a winter of repairs. The mayor said that the ice had broken “nine piles and one promise”.`,
  },
] as const;

interface Case {
  readonly quotation: string;
  readonly verdict: Verdict['verdict'];
  readonly but?: readonly string[];
  readonly difference?: string;
  readonly reports?: number;
}

/** What is asked, and what the record answers. In a difference [-…-] is asked for and {+…+} is on record. */
export const CASES: readonly Case[] = [
  {
    quotation: 'Tarvia is not going to talk about observers who answer to nobody',
    verdict: 'exact',
    reports: 2,
  },
  {
    quotation: '"Tarvia is not going to talk about observers who answer to nobody."',
    verdict: 'exact',
    reports: 2,
  },
  { quotation: 'nine piles and one promise', verdict: 'exact', reports: 1 },
  { quotation: 'observers who answer to nobody', verdict: 'exact', reports: 2 },
  {
    quotation: 'TARVIA is not going to talk about observers, who answer to nobody',
    verdict: 'near',
    but: ['case', 'punctuation'],
    reports: 2,
  },
  { quotation: 'Tarvia is not going to talk … to nobody', verdict: 'near', but: ['ellipsis'], reports: 2 },
  {
    quotation: 'They should write that down, and then they should read it twice',
    verdict: 'near',
    but: ['bracket'],
    reports: 1,
  },
  {
    quotation: '[Tarvia] is not going to talk about observers who answer to nobody',
    verdict: 'near',
    but: ['bracket'],
    reports: 2,
  },
  {
    quotation: '[T]arvia is not going to talk about observers',
    verdict: 'near',
    but: ['bracket'],
    reports: 2,
  },
  {
    quotation: 'We have all the time that the treaty gives us, and not a day [sic] more',
    verdict: 'near',
    but: ['bracket'],
    reports: 1,
  },
  {
    quotation: 'observers who answer to nobody. They should write that down',
    verdict: 'near',
    but: ['bracket', 'attribution between'],
    reports: 1,
  },
  {
    quotation: 'Tarvia is not goign to talk about observors who answer to nobody',
    verdict: 'altered',
    difference:
      'Tarvia is not [-goign-] {+going+} to talk about [-observors-] {+observers+} who answer to nobody',
    reports: 2,
  },
  {
    quotation: 'Tarvia is never going to talk about foreign observers who answer to nobody',
    verdict: 'altered',
    difference: 'Tarvia is [-never-] {+not+} going to talk about [-foreign-] observers who answer to nobody',
    reports: 2,
  },
  {
    quotation: 'We have all the time, and not a day more',
    verdict: 'altered',
    difference: 'We have all the time {+that the treaty gives us+} and not a day more',
    reports: 1,
  },
  {
    quotation: 'nine piles and two promises',
    verdict: 'altered',
    difference: 'nine piles and [-two-] {+one+} [-promises-] {+promise+}',
    reports: 1,
  },
  // Words that were moved are on record too: the difference goes on to where they stand.
  {
    quotation: 'observers are not going to talk about Tarvia',
    verdict: 'altered',
    difference: '[-observers-] {+Tarvia+} [-are-] {+is+} not going to talk about [-Tarvia-] {+observers+}',
    reports: 1,
  },
  {
    quotation: 'that the treaty gives us we have all the time',
    verdict: 'altered',
    difference: '{+We have all the time+} that the treaty gives us [-we have all the time-]',
    reports: 1,
  },
  { quotation: 'Tarvia would not talk about observers', verdict: 'indirect', reports: 1 },
  { quotation: 'the ministry would publish the treaty in full next week', verdict: 'indirect', reports: 1 },
  { quotation: 'Tarvia will never sign a treaty with Lenn', verdict: 'absent', reports: 0 },
  { quotation: 'the harbour is closed', verdict: 'absent', reports: 0 },
  { quotation: 'We have no time at all', verdict: 'absent', reports: 0 },
  { quotation: 'the time of the treaty', verdict: 'absent', reports: 0 },
];
