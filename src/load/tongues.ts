import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { HOME } from '../home.ts';
import type { Tongues } from '../read/tongues.ts';
import { readTable } from './table.ts';

const FUNCTION_WORDS = new URL('lexicons/en/function-words.tsv', HOME);

let tongues: Promise<Tongues> | undefined;

/** What tells the language of a text, loaded once, when the first text comes. */
export function loadTongues(): Promise<Tongues> {
  tongues ??= readTable(FUNCTION_WORDS).then((rows) => ({
    isEnglish: englishBy(new Set(rows.map(([word = '']) => word))),
    languageOf,
  }));
  return tongues;
}

/** A text with so many of its words among English's own is English without further question. */
const ENGLISH_SHARE = 0.12;
const FEWEST = 2;

function englishBy(functionWords: ReadonlySet<string>): (text: string) => boolean {
  return (text) => {
    const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
    const own = words.filter((word) => functionWords.has(word)).length;
    return own >= FEWEST && own >= words.length * ENGLISH_SHARE;
  };
}

/** English headlines and names are often taken for another language, but never far from English: docs/decisions/0019-answers.md. */
const FAR_FROM_ENGLISH = 0.7;

/** By the tables of eld, which take a third of a second and eighty megabytes: loaded when a text comes that they are needed for. */
function languageOf(text: string): string | null {
  const { eld } = load(fileURLToPath(import.meta.resolve('eld/extrasmall'))) as { eld: Eld };
  const found = eld.detect(text);
  if (!found.isReliable()) return null;
  const { en = 0, [found.language]: best = 0 } = found.getScores();
  return found.language === 'en' || en < best * FAR_FROM_ENGLISH ? found.language : null;
}

/** The part of eld that is used; loaded within a function that cannot wait. */
interface Eld {
  detect(text: string): {
    readonly language: string;
    isReliable(): boolean;
    /** How likely each language is, the likely ones alone. */
    getScores(): Readonly<Record<string, number>>;
  };
}
const load = createRequire(import.meta.url);
