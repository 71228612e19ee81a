/** Endings of British spelling and those of American. */
const ENDINGS: readonly (readonly [british: string, american: string])[] = [
  ['isations', 'izations'],
  ['isation', 'ization'],
  ['ising', 'izing'],
  ['ised', 'ized'],
  ['ises', 'izes'],
  ['ise', 'ize'],
  ['ysing', 'yzing'],
  ['ysed', 'yzed'],
  ['yse', 'yze'],
  ['ouring', 'oring'],
  ['oured', 'ored'],
  ['ours', 'ors'],
  ['our', 'or'],
  ['tres', 'ters'],
  ['tre', 'ter'],
  ['ogues', 'ogs'],
  ['ogue', 'og'],
  ['elling', 'eling'],
  ['elled', 'eled'],
  ['eller', 'eler'],
  ['ence', 'ense'],
  ['ammes', 'ams'],
  ['amme', 'am'],
];
/** Words shorter than this are other words where such an ending is another: "wise", "four". */
const LONG = 6;

/** What is written as one word and as several. */
const WRITTEN_OUT: Readonly<Record<string, string>> = {
  "won't": 'will not',
  "can't": 'can not',
  cannot: 'can not',
  "shan't": 'shall not',
  "let's": 'let us',
  percent: 'per cent',
  okay: 'ok',
  grey: 'gray',
};
const CLITICS: readonly (readonly [string, string])[] = [
  ["n't", ' not'],
  ["'re", ' are'],
  ["'ve", ' have'],
  ["'ll", ' will'],
  ["'m", ' am'],
];
/** "It's" is "it is" or "it has", "he'd" is "he had" or "he would": of these one is as good as the other. */
const EITHER: Readonly<Record<string, readonly string[]>> = { "'s": ['is', 'has'], "'d": ['had', 'would'] };

/** Numbers as words: what they are in figures. */
const NUMBERS: Readonly<Record<string, string>> = {
  zero: '0',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  ten: '10',
  eleven: '11',
  twelve: '12',
  thirteen: '13',
  fourteen: '14',
  fifteen: '15',
  sixteen: '16',
  seventeen: '17',
  eighteen: '18',
  nineteen: '19',
  twenty: '20',
  thirty: '30',
  forty: '40',
  fifty: '50',
  sixty: '60',
  seventy: '70',
  eighty: '80',
  ninety: '90',
  hundred: '00',
  thousand: '000',
};

/** What is only written otherwise is short: longer rows have other words. */
const MOST_WORDS = 6;

/** Whether two rows of folded words are one, spelled, contracted, joined or written in figures otherwise. */
export function areSameWords(a: readonly string[], b: readonly string[]): boolean {
  if (a.length > MOST_WORDS || b.length > MOST_WORDS) return false;
  const others = new Set(readingsOf(b));
  return readingsOf(a).some((one) => others.has(one));
}

/** The figures of some words, also those that are written as words. */
export const figuresOf = (forms: readonly string[]): string =>
  forms
    .map((form) => NUMBERS[form] ?? form)
    .filter((form) => /\d/.test(form))
    .join(' ');

/** All that a row of words may be, letters and figures alone. */
function readingsOf(forms: readonly string[]): string[] {
  let readings = [''];
  for (const form of forms) {
    const own = expanded(form);
    readings = readings.flatMap((before) => own.map((one) => before + one));
  }
  return readings;
}

function expanded(form: string): string[] {
  const out = WRITTEN_OUT[form];
  if (out !== undefined) return [plain(out)];
  for (const [ending, whole] of CLITICS)
    if (form.endsWith(ending)) return [plain(form.slice(0, -ending.length) + whole)];
  const either = EITHER[form.slice(-2)];
  return either === undefined
    ? [plain(form)]
    : [plain(form), ...either.map((one) => plain(form.slice(0, -2) + one))];
}

const plain = (words: string): string =>
  words
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => NUMBERS[word] ?? american(word))
    .join('');

function american(word: string): string {
  if (word.length < LONG) return word;
  const found = ENDINGS.find(([british]) => word.endsWith(british));
  return found === undefined ? word : word.slice(0, -found[0].length) + found[1];
}
