import { once } from 'node:events';
import { styleText } from 'node:util';

/** Where a command reads and writes. Results go to `out`, everything about the work to `err`. */
export interface Terminal {
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly out: NodeJS.WriteStream;
  readonly err: NodeJS.WriteStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  now(): Date;
}

export const terminal = (): Terminal => ({
  stdin: process.stdin,
  out: process.stdout,
  err: process.stderr,
  env: process.env,
  now: () => new Date(),
});

/** Writes and waits while the reader is slower, so that memory stays bounded; nothing where nobody reads any more. */
export async function write(stream: NodeJS.WriteStream, piece: string | Uint8Array): Promise<void> {
  if (isClosed(stream) || stream.write(piece)) return;
  // What goes wrong with the stream is told once, by `heedStreams`.
  await once(stream, 'drain').catch(() => {});
}

/** Streams that failed: Node makes a standard output whole again after each failure, and it takes nothing all the same. */
const failed = new WeakSet<NodeJS.WriteStream>();

/** Whether nobody reads what is written any more. */
export const isClosed = (stream: NodeJS.WriteStream): boolean => failed.has(stream);

/**
 * Lets a command go on when its output cannot be written any more, since printing is not its only work. Gives what went
 * wrong, which is nothing where a reader had seen enough (`onrecord find … | head`).
 */
export function heedStreams({ out, err }: Terminal): readonly string[] {
  const wrong: string[] = [];
  for (const stream of [out, err])
    stream.on('error', ({ code, message }: NodeJS.ErrnoException) => {
      if (code !== 'EPIPE' && !isClosed(stream)) wrong.push(message);
      failed.add(stream);
    });
  return wrong;
}

export const WIDTH_ELSEWHERE = 100;

/** The columns to fill: the terminal's, within what is pleasant to read. */
export function widthOf(stream: NodeJS.WriteStream): number {
  return Math.min(Math.max(stream.columns ?? WIDTH_ELSEWHERE, 40), 140);
}

export type Style = Parameters<typeof styleText>[0];

/** Styles a text when the stream is a terminal that shows colour (NO_COLOR and FORCE_COLOR are heeded). */
export function paint(stream: NodeJS.WriteStream, style: Style, text: string): string {
  return styleText(style, text, { stream, validateStream: true });
}
