/** A rule that makes a judgement: the name that it leaves in the record, and an invented text in which it decides. */
export interface NamedRule {
  readonly name: string;
  /** As published on Wednesday, 26 February 2031, by the Sannow Echo; a first line by itself is a headline. */
  readonly example: string;
}

/** The rules of a table that is kept by their names. */
export const named = (table: Readonly<Record<string, Pick<NamedRule, 'example'>>>): NamedRule[] =>
  Object.entries(table).map(([name, { example }]) => ({ name, example }));
