import type { Statement } from '../../record/index.ts';

/** A cue and what it attributes, and what is done by saying it. */
export const acts: readonly {
  readonly cue: string;
  readonly content: string;
  readonly mode?: Statement['mode'];
  readonly act: Statement['act'];
}[] = [
  { cue: 'said', content: 'the sea was calm', act: 'say' },
  { cue: 'denied', content: 'that it had happened', act: 'deny' },
  { cue: 'did not deny', content: 'that it had happened', act: 'deny' },
  { cue: 'said', content: 'the claim was untrue', act: 'deny' },
  { cue: 'said', content: '“Is it safe?”', act: 'ask' },
  { cue: ':', content: 'And the next boat?', act: 'ask' },
  { cue: ':', content: 'It leaves at noon', act: 'say' },
  { cue: 'said', content: 'it would not discuss the price', act: 'refuse' },
  { cue: 'said', content: 'the meeting has been moved to May', act: 'announce' },
  { cue: 'said', content: 'the meeting had been long', act: 'say' },
  { cue: 'rejected', content: 'a request by the union', act: 'refuse' },
  { cue: 'rejected', content: 'the claim that it lost money', act: 'deny' },
  { cue: 'called', content: 'the plan “a leaking boat”', act: 'criticise' },
  { cue: 'called', content: 'the plan “a great success”', act: 'praise' },
  { cue: 'called', content: '“Anna”', act: 'say' },
  { cue: 'declined to say', content: 'when it would end', act: 'decline to comment' },
  { cue: 'would not be drawn', content: 'on the price', act: 'decline to comment' },
  { cue: 'declined', content: 'to pay for the bridge', act: 'refuse' },
  { cue: 'hit back at', content: 'the critics', act: 'criticise' },
  { cue: 'said', content: '“Stay at home.”', act: 'demand' },
  { cue: 'said', content: '“Staying at home helps.”', act: 'say' },
  { cue: 'said', content: '“We will repair it by May.”', act: 'promise' },
  { cue: 'wants', content: 'the dam', mode: 'held', act: 'want' },
  { cue: 'confident', content: 'that it will hold', mode: 'held', act: 'expect' },
  { cue: 'shows', content: 'a rise of 4 per cent', mode: 'shown', act: 'report' },
];
