import { z } from 'zod';
import type { Ledger } from '../ledger/index.ts';
import type { Issue, Position, PositionChange } from '../record/index.ts';
import type { Alike } from '../verify/index.ts';

/** The ledger that is asked, and what is read only for some questions. */
export interface Asked {
  readonly ledger: Ledger;
  readonly loadAlike: () => Promise<Alike>;
  readonly positionsOn: (
    issue: Issue,
  ) => Promise<{ positions: readonly Position[]; changes: readonly PositionChange[] }>;
}

/** What a tool says: whether anything is on record, that in a sentence of Onrecord's own, and the stored words. */
export interface Answer {
  readonly onRecord: boolean;
  readonly answer: string;
  readonly [field: string]: unknown;
}

/** A question that a ledger can be asked; what the input does not allow never comes to `ask`. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: z.ZodObject;
  readonly ask: (input: unknown, asked: Asked) => Promise<Answer>;
}

/** A tool whose answer takes what its input schema gives. */
export function tool<Input extends z.ZodObject>(
  own: Omit<Tool, 'ask' | 'input'> & {
    readonly input: Input;
    readonly answer: (input: z.output<Input>, asked: Asked) => Promise<Answer>;
  },
): Tool {
  const { answer, ...about } = own;
  return { ...about, ask: async (input, asked) => await answer(own.input.parse(input), asked) };
}

/** That there is no answer, in plain words. */
export const nothing = (why: string): Answer => ({ onRecord: false, answer: `Nothing on record: ${why}.` });

const LONGEST = 200;
const MOST = 100;

/** A name or a few words. */
export const words = (what: string) =>
  z
    .string()
    .max(LONGEST, `expected at most ${LONGEST} characters`)
    .regex(/[\p{L}\p{N}]/u, 'expected words, found none')
    .describe(what);

export const limit = z
  .int()
  .min(1, 'expected a number from 1 to 100')
  .max(MOST, 'expected a number from 1 to 100')
  .default(20)
  .describe('How many to give at most.');

/** So many, with its noun. */
export const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;
