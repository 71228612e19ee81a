/** A half-open range of a sequence's tokens. */
export interface TokenRange {
  readonly first: number;
  readonly last: number;
}
