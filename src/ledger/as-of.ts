/** How a ledger stands, so that what takes long to find is found again only where it may be another. */
export interface AsOf {
  /**
   * A word for all that is on record and decided, as far as it is linked: another one as soon as a report came, was linked
   * for the first time, or somebody decided something.
   */
  asOf(): Promise<string>;
}
