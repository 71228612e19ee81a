import { describe, expect, test } from 'vitest';
import { articleIn } from './json-ld.ts';

const HEADLINE = 'Skarn opens its new quay';
const article = (more = '') =>
  `{"@context":"https://schema.org","@type":"NewsArticle","headline":"${HEADLINE}",${more}"datePublished":"2034-02-07"}`;

describe('JSON-LD that is no JSON', () => {
  test.each([
    ['a comma behind the last entry', article().replace(/\}$/, ',}')],
    ['commas behind the last entry of a list', `[${article().replace(/\}$/, ',}')},]`],
    ['references in place of quotation marks', article().replaceAll('"', '&quot;')],
    ['numbered references in place of quotation marks', article().replaceAll('"', '&#34;')],
    ['CDATA', `\n<![CDATA[\n${article()}\n]]>\n`],
    ['CDATA behind marks of comments', `\n// <![CDATA[\n${article()}\n// ]]>\n`],
    ['CDATA in comments', `/*<![CDATA[*/${article()}/*]]>*/`],
    ['marks of comments of HTML', `<!-- ${article()} -->`],
    ['quotation marks within a text', article('"description":"The "old quay" will close",')],
    ['a line within a text', article('"description":"one\ntwo",')],
    ['control characters', article('"description":"one\u0001\u000btwo",')],
    ['a comment', article('/* the desk: "do not touch" */')],
    ['two values, a line each', `{"@type":"WebSite","name":"The Quillwire"}\n${article()}`],
    ['two values without a space', `{"@type":"WebSite","name":"The Quillwire"}${article()}`],
    ['a semicolon behind it', `${article()};`],
  ])('is read in spite of %s', (_, script) => {
    expect(articleIn([script], [])).toMatchObject({ headline: HEADLINE, published: '2034-02-07' });
  });

  test.each([
    ['', null],
    ['window.article = {"headline": "x"}', null],
    ['{', null],
    ['[[[[{{{{', null],
    ['{"@type":"NewsArticle"', 'an article'],
    ['"NewsArticle"', null],
  ])('says nothing or little where it is hardly there: %s', (script, found) => {
    expect(articleIn([script], []) === null).toBe(found === null);
  });

  test('is found where another script is broken', () => {
    expect(articleIn(['{"@type":', article()], [])?.headline).toBe(HEADLINE);
  });
});

test('references are resolved in every text, once and twice escaped', () => {
  const script = `{"@type":"NewsArticle","headline":"Dorn &amp; Hallow on the mayor&#8217;s quay","author":{"name":"Se&aacute;n O&#039;Marr"},"publisher":{"name":"Marsh &amp;amp; Mill"}}`;
  expect(articleIn([script], [])).toMatchObject({
    headline: 'Dorn & Hallow on the mayor’s quay',
    authors: ["Seán O'Marr"],
    publisher: 'Marsh & Mill',
  });
});

test('an article of a list is another page’s, unless it has the page’s title', () => {
  const list = `{"@type":"ItemList","itemListElement":[{"@type":"ListItem","item":{"@type":"NewsArticle","headline":"Ferries in spring","datePublished":"2033-11-01"}},{"@type":"NewsArticle","headline":"Nets","datePublished":"2033-11-02"}]}`;
  expect(articleIn([list, article()], [])?.headline).toBe(HEADLINE);
  expect(articleIn([`[${list},${article()}]`], [])?.headline).toBe(HEADLINE);
  expect(articleIn([list], ['Skarn'])).toBeNull();
  expect(articleIn([list], ['Nets'])?.headline).toBe('Nets');
});

test('comments before the first value and behind marks are none of it', () => {
  const script =
    '/* do not edit */\n{"@type":"WebSite","name":"Courier"}\n{"@type":"NewsArticle", // article\n"headline":"Goats mow the levee", /* local */ "datePublished":"2034-08-09"}';
  expect(articleIn([script], ['Goats mow the levee'])).toMatchObject({ published: '2034-08-09' });
});

test('an article at another address of the site is another page’s, unless it has the page’s title', () => {
  const data = (headline: string) =>
    JSON.stringify({
      '@type': 'NewsArticle',
      url: 'https://a.example/news/crash-1',
      headline,
      datePublished: '2033-12-03',
    });
  const own = 'https://a.example/news/driver-2';
  const titles = ['Tram driver in fog crash had been awake for 26 hours'];
  expect(articleIn([data('Eleven hurt as trams crash in fog')], titles, own)).toBeNull();
  expect(articleIn([data(titles[0] ?? '')], titles, own)).toMatchObject({ published: '2033-12-03' });
});
