import type { Terminal } from '../terminal.ts';

/** Tells how far a long work has come: on a terminal in one line that is rewritten, elsewhere in a line now and then. */
export interface Progress {
  tick(count?: number): void;
  /** Takes the line away, so that something else can be written. */
  clear(): void;
}

const REDRAW = 100;
const PLAIN_LINE = 10_000;

/** `total` is null where nobody knows how many there will be. */
export function progress({ err, now }: Terminal, verb: string, total: number | null): Progress {
  const start = now().getTime();
  const interval = err.isTTY ? REDRAW : PLAIN_LINE;
  let done = 0;
  let told = start;
  const line = (elapsed: number) => {
    const rate = done / Math.max(elapsed / 1000, 0.001);
    const left = total === null || done === 0 ? '' : `, ${duration((total - done) / rate)} left`;
    return `${done}${total === null ? '' : ` of ${total}`} ${verb}, ${rate.toFixed(rate < 10 ? 1 : 0)} a second${left}`;
  };
  return {
    tick(count = 1) {
      done += count;
      const time = now().getTime();
      if (time - told < interval) return;
      told = time;
      err.write(err.isTTY ? `\r\u001b[2K${line(time - start)}` : `onrecord: ${line(time - start)}\n`);
    },
    clear() {
      if (err.isTTY) err.write('\r\u001b[2K');
    },
  };
}

function duration(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  return seconds < 3600 ? `${Math.ceil(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}
