import { expect, test } from 'vitest';
import { decode } from './decode.ts';

/** The bytes of a text in a one-byte encoding, by trying every byte. */
function encode(text: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const bytes = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(new Uint8Array([byte])), byte]),
  );
  return Uint8Array.from(text, (character) => {
    const byte = bytes.get(character);
    if (byte === undefined) throw new Error(`${encoding} has no ${character}`);
    return byte;
  });
}

function utf16(text: string, { big = false, mark = true } = {}): Uint8Array {
  const bytes = Buffer.from(mark ? `\ufeff${text}` : text, 'utf16le');
  return big ? bytes.swap16() : bytes;
}

const read = (bytes: Uint8Array) => {
  const decoded = decode(bytes);
  return 'text' in decoded ? decoded : decoded.code;
};

const ENGLISH = 'The mayor said: “We won’t pay – not a cent.”';

test('reads UTF-8 with and without its mark, and drops the mark', () => {
  expect(read(Buffer.from(ENGLISH))).toEqual({ text: ENGLISH, encoding: 'utf-8' });
  expect(read(Buffer.from(`\ufeff${ENGLISH}`))).toEqual({ text: ENGLISH, encoding: 'utf-8' });
});

test('reads UTF-16 of both orders, with and without its mark', () => {
  for (const big of [false, true])
    for (const mark of [false, true])
      expect(read(utf16(ENGLISH, { big, mark }))).toEqual({
        text: ENGLISH,
        encoding: big ? 'utf-16be' : 'utf-16le',
      });
});

test.each([
  ['windows-1252', ENGLISH],
  ['windows-1252', 'Le ministre a déclaré : « Nous n’irons pas à Genève », où l’été finit.'],
  ['windows-1252', '„Wir können das nicht“, sagte der Bürgermeister über die Brücke.'],
  ['windows-1252', 'The café’s owner said no.'],
  ['windows-1251', 'Министр сказал: «Мы не поедем в Женеву», сообщает агентство.'],
  ['windows-1251', 'Міністр сказав: «Ми не поїдемо до Женеви», повідомляє агенція.'],
])('detects %s: %s', (encoding, text) => {
  expect(read(encode(text, encoding))).toEqual({ text, encoding });
});

test('refuses what no reading would leave as it was', () => {
  expect(read(Buffer.concat([Buffer.from('“One” – “two” – “three” '), Buffer.from([0x93, 65, 0x94])]))).toBe(
    'mixed-encoding',
  );
  expect(read(Buffer.from([65, 0xed, 0xa0, 0x80, 66]))).toBe('lone-surrogate');
  expect(read(Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00]))).toBe('lone-surrogate');
  expect(read(Uint8Array.from({ length: 400 }, (_, index) => (index * 37) % 256))).toBe('not-text');
});
