import { z } from 'zod';
import type { Period } from '../ledger/index.ts';
import { periodOf } from '../record/index.ts';

/** A day, month, year or FROM/TO among the arguments of a tool. */
export const when = (what: string) =>
  z
    .string()
    .refine((text) => periodOf(text) !== null, {
      error: 'expected a date such as 2031-05-12, 2031-05, 2031 or 2031-05-12/2031-06-30',
    })
    .describe(`${what}: a day, month, year or FROM/TO, such as 2031-05.`);

/** Its first and last day; undefined where none is asked for. */
export const periodAsked = (text: string | undefined): Period | undefined =>
  (text === undefined ? null : periodOf(text)) ?? undefined;
