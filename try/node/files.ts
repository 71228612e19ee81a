import { HOME } from './home.ts';

/** Bytes of a file, read as a string where that is asked for, as Node's are. */
class Bytes extends Uint8Array {
  override toString(): string {
    return new TextDecoder().decode(this);
  }
}

/** Told after each piece of a file: how many bytes have come in all. */
export type OnBytes = (done: number) => void;

const kept = new Map<string, Promise<Bytes>>();
let done = 0;
let tell: OnBytes = () => {};

/** From now on `onBytes` is told what comes. */
export function tellBytes(onBytes: OnBytes): void {
  done = 0;
  tell = onBytes;
}

/** Node's `readFile` for files that lie beside the page: each is fetched once. */
export async function readFile(file: URL | string, encoding?: 'utf8'): Promise<Bytes | string> {
  const { href } = new URL(file);
  const bytes = kept.get(href) ?? fetched(href);
  kept.set(href, bytes);
  return encoding === undefined ? await bytes : (await bytes).toString();
}

async function fetched(address: string): Promise<Bytes> {
  const answer = await fetch(address);
  if (!answer.ok || answer.body === null)
    throw new Error(`expected ${nameOf(address)}, found status ${answer.status}`);
  const pieces: Uint8Array[] = [];
  let length = 0;
  const reader = answer.body.getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    pieces.push(piece.value);
    length += piece.value.length;
    done += piece.value.length;
    tell(done);
  }
  const whole = new Bytes(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

const nameOf = (address: string) => address.slice(new URL('..', HOME).href.length - 1);

/** Node's `readdir` for a folder of `data/`, by the list that lies there. */
export async function readdir(folder: URL): Promise<string[]> {
  const listed = JSON.parse((await readFile(new URL('files.json', HOME), 'utf8')) as string) as string[];
  const within = folder.href.slice(HOME.href.length);
  return listed.flatMap((path) => (path.startsWith(within) ? [path.slice(within.length)] : []));
}
