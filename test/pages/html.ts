import type { Part } from './story.ts';

/** A text as the content of an element. */
export const esc = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** A text as an attribute's value, between double quotation marks. */
export const attribute = (text: string): string => esc(text).replace(/"/g, '&quot;');

/** A text with a character reference for everything that is not ASCII, and for the signs that have names. */
export function references(text: string): string {
  const names: Readonly<Record<string, string>> = {
    '“': '&ldquo;',
    '”': '&rdquo;',
    '’': '&rsquo;',
    '—': '&mdash;',
    é: '&eacute;',
    '€': '&#8364;',
  };
  return [...esc(text)]
    .map((character) => {
      const point = character.codePointAt(0) ?? 0;
      return names[character] ?? (point > 126 ? `&#x${point.toString(16)};` : character);
    })
    .join('');
}

/** A part of a story in the plainest elements for it. */
export function plain(part: Part, written: (text: string) => string = esc): string {
  if (part.kind === 'list')
    return `<ul>\n${part.items.map((item) => `<li>${written(item)}</li>`).join('\n')}\n</ul>`;
  if (part.kind === 'h') return `<h2>${written(part.text)}</h2>`;
  return part.kind === 'rtl'
    ? `<p dir="rtl" lang="ar">${written(part.text)}</p>`
    : `<p>${written(part.text)}</p>`;
}

/** So many links to other reports, none of which is there. */
export const OTHERS = [
  'Ferry breaks down for the third time this month',
  'Province puts off its budget again',
  'Why the lighthouse is for sale',
  'Ten things to know about the new timetable',
  'Fish prices rise as boats stay in port',
  'School in Orsk wins a prize for its garden',
  'Old mill is to become a museum',
  'Storm warning for the coast on Sunday',
  'Council to vote on parking fees',
  'Librarian retires after forty years',
];

export const links = (list: readonly string[], wrap: (link: string) => string): string =>
  list.map((title, index) => wrap(`<a href="/other/${index}">${title}</a>`)).join('\n');
