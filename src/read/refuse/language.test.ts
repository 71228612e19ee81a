import { describe, expect, test } from 'vitest';
import { pageOf } from '../../../test/reports.ts';
import { loadTongues } from '../../load/tongues.ts';
import { readPlain } from '../plain/index.ts';

const tongues = await loadTongues();

function told(text: string, format: 'text' | 'markdown' = 'text'): string {
  const found = readPlain(pageOf(text, { format }), tongues);
  return 'code' in found ? `${found.code}: ${found.message}` : 'report';
}
const reads = (language: string) =>
  `not-english: expected English; this reads as ${language}: it is kept where it is added, and not analysed`;

describe('a text in another language', () => {
  test.each([
    ['German', 'Die Bürgermeisterin Mina Pell sagte, die Brücke bleibe geschlossen.'],
    [
      'German',
      'Brücke bleibt zu\n\n„Wir werden die Brücke nicht bezahlen“, sagte Mina Pell am Montag in Port Avel.\n\nDie Arbeiten sollen im Juni beginnen, teilte das Ministerium mit.',
    ],
    ['French', '« Nous ne paierons pas le pont », a déclaré Mina Pell lundi devant les journalistes.'],
    ['Dutch', '‘We gaan de brug niet betalen,’ zei Mina Pell maandag. De brug was in mei al dicht.'],
    ['Swedish', '”Vi kommer inte att betala för bron”, sade Mina Pell på måndagen till journalister.'],
    ['Polish', '„Nie zapłacimy za most”, powiedziała w poniedziałek Mina Pell dziennikarzom w Port Avel.'],
    ['Turkish', 'Belediye başkanı Mina Pell köprünün kapalı kalacağını söyledi.'],
    ['Russian', 'Мэр Мина Пелл сказала, что мост останется закрытым.'],
    ['Arabic', 'قالت رئيسة البلدية مينا بيل إن الجسر سيبقى مغلقا.'],
    ['Japanese', 'ミナ・ペル市長は、橋は閉鎖されたままだと述べた。'],
  ])('is told by the name of the language: %s', (language, text) => {
    expect(told(text)).toBe(reads(language));
  });

  test('is told where it quotes English, in Markdown, and in lines too short to tell alone', () => {
    const german =
      'Die Bürgermeisterin sagte am Montag vor Journalisten, dass die Brücke geschlossen bleibt.';
    expect(told(`${german} „It is what it is and that was that“, sagte sie.\n\n${german} ${german}`)).toBe(
      reads('German'),
    );
    expect(told(`# Die Brücke bleibt zu\n\n> ${german}\n\n- ${german}\n`, 'markdown')).toBe(reads('German'));
    expect(told('Die Brücke bleibt zu.\nNiemand wurde verletzt.\nDie Arbeiten beginnen im Juni.')).toBe(
      reads('German'),
    );
  });
});

describe('an English text', () => {
  test.each([
    ['that is short', 'Bridge shut.'],
    ['of one headline that resembles another language', 'Ex-Mafia boss Vincent Orlo dies in prison.'],
    [
      'of headlines alone',
      'Paris jewellery store hit by ram raiders\nRegina Olm nominated surgeon general\nActress Ester Wend dies aged 91',
    ],
    [
      'of names',
      'Mario Rossini, Giulia Bianchetti, Paolo Verdini, Chiara Neri, Luca Ferrando, Sofia Contini',
    ],
    ['of figures', '2031-05-12 14:30 3,200 4,100 5,600 7,800 12,900 1.5 2.5 3.5'],
    [
      'that quotes at length in another',
      'The mayor spoke in German, and there was no interpreter in the hall when she did: “Wir werden die Brücke nicht bezahlen.” Reporters asked her what that would mean for the ferry, and she did not answer.',
    ],
    [
      'with a paragraph in another',
      'The mayor of Port Avel said on Monday that the bridge would stay shut until there was money for it.\n\n„Wir werden die Brücke nicht bezahlen, niemals.“\n\nThat is what she had said when the council met in May, and nobody there had answered her.',
    ],
  ])('%s is a report', (_, text) => {
    expect(told(text)).toBe('report');
  });
});

test('without what tells languages, none is looked at', () => {
  expect('code' in readPlain(pageOf('Die Bürgermeisterin sagte, die Brücke bleibe geschlossen.'))).toBe(
    false,
  );
});
