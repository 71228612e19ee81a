import { setImmediate as nextTurn } from 'node:timers/promises';

/** What a promise gives, or null where the signal comes first: whoever waits for it stops waiting. */
export async function orStopped<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T | null> {
  if (signal === undefined) return await promise;
  // Nobody waits any more for what is still to come: it may fail without a word.
  promise.catch(() => {});
  if (signal.aborted) return null;
  const stopped = Promise.withResolvers<null>();
  const stop = () => stopped.resolve(null);
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await Promise.race([promise, stopped.promise]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** What a source gives until the signal comes: then it ends, and what the source was still about is not waited for. */
export async function* until<T>(
  source: AsyncIterable<T>,
  signal: AbortSignal | undefined,
): AsyncGenerator<T> {
  const iterator = source[Symbol.asyncIterator]();
  let isAtRest = true;
  try {
    while (signal?.aborted !== true) {
      isAtRest = false;
      const next = await orStopped(iterator.next(), signal);
      if (next === null) return;
      isAtRest = true;
      if (next.done === true) return;
      yield next.value;
      // Work that never waits for anything outside would never let the signal through.
      await nextTurn();
    }
  } finally {
    // A source that is still about something cannot be closed before it is done with that.
    if (isAtRest) await iterator.return?.();
  }
}
