import { foldedWords } from '../../text/index.ts';

/** Words in a row that are compared. */
const RUN = 4;
/** So many runs of a text are its keys: those whose hashes are least, in two copies mostly the same ones (Broder 1997). */
const KEPT = 16;

export type Runs = ReadonlySet<number>;

/** The runs of words of a text, as hashes. */
export function runsOf(text: string): Runs {
  const forms = foldedWords(text).map(({ form }) => form);
  return new Set(forms.slice(0, -RUN + 1).map((_, at) => hashOf(forms.slice(at, at + RUN).join(' '))));
}

export const leastOf = (runs: Runs): number[] => [...runs].toSorted((a, b) => a - b).slice(0, KEPT);

const PRIME = 0x01_00_01_93;
const BASIS = 0x81_1c_9d_c5;

/** FNV-1a, 32 bits: the same on every machine. */
function hashOf(text: string): number {
  let hash = BASIS;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME);
  return hash >>> 0;
}
