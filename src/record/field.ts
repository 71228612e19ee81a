import type { z } from 'zod';

/** Gives a field its label and its sentence of purpose; docs, JSON Schema and CSV columns are made from them. */
export function field<T extends z.ZodType>(schema: T, title: string, description: string): T {
  return schema.meta({ title, description });
}

/** A value that nobody may change, all the way down. Branded ids stay what they are. */
export type Frozen<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Frozen<Item>[]
    : { readonly [Key in keyof T]: Frozen<T[Key]> };
