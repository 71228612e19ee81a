/** A word is cut into the longest pieces that the vocabulary has, from its beginning; of more characters it is unknown. */
const LONGEST = 100;
/** Words that a text repeats are cut once; with more than this all are forgotten. */
const MOST_KNOWN = 100_000;

/** The places of the pieces that every vocabulary of BERT has. */
export interface SpecialPieces {
  readonly opening: number;
  readonly closing: number;
  readonly unknown: number;
  readonly padding: number;
}

/** Cuts words into pieces of a vocabulary as BERT's uncased tokeniser does (Devlin et al. 2019; WordPiece). */
export interface WordPieces {
  readonly special: SpecialPieces;
  /** The pieces of a word by their places in the vocabulary; never empty. */
  of(word: string): readonly number[];
}

/** Takes a vocabulary, one piece a line, those that go on in a word with "##" before them. Throws where a special piece lacks. */
export function wordPieces(vocabulary: readonly string[]): WordPieces {
  const places = new Map(vocabulary.map((piece, place) => [piece, place]));
  const special = {
    opening: placeOf('[CLS]'),
    closing: placeOf('[SEP]'),
    unknown: placeOf('[UNK]'),
    padding: placeOf('[PAD]'),
  };
  const known = new Map<string, readonly number[]>();

  function placeOf(piece: string): number {
    const place = places.get(piece);
    if (place === undefined) throw new Error(`expected a vocabulary with ${piece}, found none`);
    return place;
  }

  function piecesOf(part: string): readonly number[] {
    const letters = [...part];
    if (letters.length > LONGEST) return [special.unknown];
    const found: number[] = [];
    for (let from = 0; from < letters.length; ) {
      let to = letters.length;
      let place: number | undefined;
      for (; to > from && place === undefined; to--)
        place = places.get((from > 0 ? '##' : '') + letters.slice(from, to).join(''));
      if (place === undefined) return [special.unknown];
      found.push(place);
      from = to + 1;
    }
    return found;
  }

  return {
    special,
    of(word) {
      const before = known.get(word);
      if (before !== undefined) return before;
      if (known.size >= MOST_KNOWN) known.clear();
      const parts = partsOf(word);
      const pieces = parts.length === 0 ? [special.unknown] : parts.flatMap(piecesOf);
      known.set(word, pieces);
      return pieces;
    },
  };
}

/** What is no text to the tokeniser: controls and formats, and what stands for a character that was lost. */
const DROPPED = /[\p{Cc}\p{Cf}\p{Co}\0\ufffd]/gu;
/** Every mark is a part by itself, of ASCII also those that Unicode calls symbols; and so is every sign of Chinese. */
const APART =
  /[!-/:-@[-`{-~\p{P}]|[\u4e00-\u9fff\u3400-\u4dbf\uf900-\ufaff\u{20000}-\u{2a6df}\u{2a700}-\u{2ceaf}\u{2f800}-\u{2fa1f}]/gu;

/** A word in lower case without accents, its marks apart. */
function partsOf(word: string): string[] {
  const plain = word
    .replace(DROPPED, '')
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '');
  // Letter by letter: a sigma at the end is one like any other to the tokeniser.
  const lower = Array.from(plain, (letter) => letter.toLowerCase()).join('');
  return lower
    .replace(APART, ' $& ')
    .split(/\s+/)
    .filter((part) => part !== '');
}
