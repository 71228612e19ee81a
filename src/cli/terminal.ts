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

/** Writes and waits while the reader is slower, so that memory stays bounded. */
export async function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, 'drain');
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
