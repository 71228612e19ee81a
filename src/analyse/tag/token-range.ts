/** A half-open range of a sequence's tokens. */
export interface TokenRange {
  readonly first: number;
  readonly last: number;
}

/** Spans that begin with `begin` and go on with the label after it. */
export function spansOf(labels: Uint8Array, begin: number): TokenRange[] {
  const spans: TokenRange[] = [];
  for (let first = 0; first < labels.length; first++) {
    if (labels[first] !== begin) continue;
    let last = first + 1;
    while (last < labels.length && labels[last] === begin + 1) last++;
    spans.push({ first, last });
  }
  return spans;
}

/** Runs of one label. */
export function runsOf(labels: Uint8Array, label: number): TokenRange[] {
  const runs: TokenRange[] = [];
  for (let first = 0; first < labels.length; first++) {
    if (labels[first] !== label) continue;
    let last = first;
    while (last < labels.length && labels[last] === label) last++;
    runs.push({ first, last });
    first = last;
  }
  return runs;
}
