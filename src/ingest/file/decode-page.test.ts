import { describe, expect, test } from 'vitest';
import { bytePlaces } from './byte-places.ts';
import { decodePage } from './decode-page.ts';

const read = (bytes: Uint8Array, header: string | null = null) => {
  const decoded = decodePage(bytes, header);
  return 'text' in decoded ? [decoded.encoding, decoded.text] : decoded.code;
};
const latin = (text: string) => Buffer.from(text, 'latin1');

describe('the encoding of a page', () => {
  test('is that of its mark, whatever it declares', () => {
    expect(read(Buffer.from('\ufeff<meta charset=koi8-r>é'), 'koi8-r')).toEqual([
      'utf-8',
      '<meta charset=koi8-r>é',
    ]);
    expect(read(Buffer.from('\ufeffé', 'utf16le'))).toEqual(['utf-16le', 'é']);
  });
  test('is UTF-8 where its letters show it, though the header says otherwise', () => {
    expect(read(Buffer.from('<p>é'), 'iso-8859-1')).toEqual(['utf-8', '<p>é']);
  });
  test('is what the header says before what the page says', () => {
    expect(read(latin('<meta charset="windows-1251">\xe9'), 'iso-8859-1')).toEqual([
      'windows-1252',
      '<meta charset="windows-1251">é',
    ]);
    expect(
      read(latin('<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">\xcf')),
    ).toEqual([
      'windows-1251',
      '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">П',
    ]);
    expect(read(latin('<?xml version="1.0" encoding="koi8-r"?>\xd0'))).toEqual([
      'koi8-r',
      '<?xml version="1.0" encoding="koi8-r"?>п',
    ]);
  });
  test('is found by its letters where nothing declares it, or something wrong', () => {
    const russian = Buffer.from(
      [...'Городской совет закрыл мост для грузовиков в понедельник'].map((letter) =>
        letter === ' ' ? 32 : (letter.codePointAt(0) ?? 0) - 0x350,
      ),
    );
    expect(read(russian)?.[0]).toBe('windows-1251');
    expect(read(russian, 'no-such-encoding')?.[0]).toBe('windows-1251');
  });
  test('of UTF-8 with a wrong byte is UTF-8, the byte told as unknown', () => {
    expect(
      read(
        Buffer.concat([Buffer.from('<meta charset=utf-8>é ü ö '), Buffer.from([0xff]), Buffer.from(' é')]),
      ),
    ).toEqual(['utf-8', '<meta charset=utf-8>é ü ö \ufffd é']);
  });
  test('of what is no page is refused', () => {
    for (const bytes of [
      Buffer.from('%PDF-1.7'),
      Buffer.from([0x89, 0x50, 0x4e, 0x47]),
      Buffer.alloc(400),
      Buffer.from('PK\u0003\u0004'),
    ])
      expect(read(bytes)).toBe('not-text');
  });
});

describe('the byte of every character', () => {
  const check = (bytes: Uint8Array, encoding: string) => {
    const text = new TextDecoder(encoding).decode(bytes);
    const places = bytePlaces(bytes, encoding);
    expect(places).toHaveLength(text.length + 1);
    expect(places.at(-1)).toBe(bytes.length);
    let at = 0;
    for (const character of text) {
      const piece = bytes.slice(places[at], places[at + character.length]);
      expect(new TextDecoder(encoding, { ignoreBOM: true }).decode(piece)).toBe(character);
      at += character.length;
    }
  };
  test('is found in every encoding, with and without a mark', () => {
    const text = 'Bridge é “x” 😀 漢字, done';
    check(Buffer.from(text), 'utf-8');
    check(Buffer.from(`\ufeff${text}`), 'utf-8');
    check(Buffer.from(`\ufeff${text}`, 'utf16le'), 'utf-16le');
    check(Buffer.from(`\ufeff${text}`, 'utf16le').swap16(), 'utf-16be');
    check(latin('caf\xe9 \x93x\x94'), 'windows-1252');
    check(Buffer.from([0x8e, 0x73, 0x20, 0x41, 0x8b, 0x63]), 'shift_jis');
    check(Buffer.from([0xca, 0xd0, 0x41, 0x81, 0x30, 0x81, 0x30]), 'gb18030');
    check(Buffer.from([0xb1, 0xe2, 0x20, 0x42]), 'euc-kr');
  });
  test('is found around bytes that are wrong', () => {
    const bytes = Buffer.from([0x61, 0xff, 0x62, 0xe2, 0x82, 0x63, 0xf0, 0x9f, 0x98]);
    const places = bytePlaces(bytes, 'utf-8');
    expect([...places]).toEqual([0, 1, 2, 3, 5, 6, 9]);
  });
});
