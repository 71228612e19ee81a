import { describe, expect, test } from 'vitest';
import { pageWith, wordsOf } from '../../../test/pages/filler.ts';
import { reading } from '../../../test/pages/read.ts';
import { isInSource } from './index.ts';

describe('a paragraph stays whole', () => {
  test.each([
    [
      'an element that HTML does not know',
      '<p>“We will not leave the <x-term>boats</x-term> stranded,” Dorn told the council.</p>',
    ],
    ['a button', '<p>“We will not leave the <button>boats</button> stranded,” Dorn told the council.</p>'],
    [
      'a picture',
      '<p>“We will not leave the <picture><img src="a.png"></picture>boats stranded,” Dorn told the council.</p>',
    ],
    [
      'an advertisement',
      '<p>“We will not leave the <div class="ad-slot">Advertisement</div> boats stranded,” Dorn told the council.</p>',
    ],
    [
      'what comes up over a word',
      '<p>“We will not leave the <a href="/b">boats</a><span role="tooltip">Boats: all stories</span> stranded,” Dorn told the council.</p>',
    ],
    [
      'the label of an advertisement',
      '<p>“We will not leave the <span class="ad ad--inline"><span>Anzeige / Ad</span></span>boats stranded,” Dorn told the council.</p>',
    ],
    [
      'a button to follow somebody',
      '<p>“We will not leave the boats stranded,” <button>Follow</button>Dorn told the council.</p>',
    ],
    [
      'a button that enlarges a picture',
      '<p>“We will not leave the <picture><img src="a.png"></picture><button>Enlarge image</button>boats stranded,” Dorn told the council.</p>',
    ],
    [
      'a price behind a name',
      '<p>“We will not leave the boats<mkt-quote><span>-8.2%</span></mkt-quote> stranded,” Dorn told the council.</p>',
    ],
    [
      'a count of comments',
      '<p>“We will not leave the boats<a href="#c"><span>14</span></a> stranded,” Dorn told the council.</p>',
    ],
    [
      'a link to share what is said',
      '<p>“We will not leave the <a href="#"><span>Share this quote</span></a>boats stranded,” Dorn told the council.</p>',
    ],
    [
      'the sign that links to a paragraph',
      '<p>“We will not leave the boats stranded,” Dorn told the council.<a href="#p-1">¶</a></p>',
    ],
    [
      'a button that reads aloud',
      '<p>“We will not leave the <button>Listen to this paragraph</button> boats stranded,” Dorn told the council.</p>',
    ],
    [
      'a button within a button',
      '<p>“We will not leave the <span role="button"><button>Explain this</button></span>boats stranded,” Dorn told the council.</p>',
    ],
    [
      'the mark of a note that leads nowhere',
      '<p>“We will not leave the boats<sup class="fn">a</sup> stranded,” Dorn told the council.</p>',
    ],
    [
      'the place of an advertisement',
      '<p>“We will not leave the boats <ins class="adsbygoogle"><span>Your ad here</span></ins>stranded,” Dorn told the council.</p>',
    ],
    [
      'elements of its own beside spans',
      '<div><span>“We will not leave the </span><ph-term>boats</ph-term><span> stranded,” </span><person><given>Dorn</given></person><span> told the council.</span></div>',
    ],
    [
      'smart tags within each other',
      '<p>“We will not leave the <st1:place w:st="on"><st1:kind w:st="on">boats</st1:kind></st1:place> stranded,” Dorn told the council.<o:p></o:p></p>',
    ],
    [
      'a web component with a slot',
      '<p>“We will not leave the <term-card ref="b"><slot>boats</slot></term-card> stranded,” Dorn told the council.</p>',
    ],
    ['a quotation element', '<p><q>We will not leave the boats stranded,</q> Dorn told the council.</p>'],
    [
      'the mark of a note',
      '<p>“We will not leave the boats<sup><a href="#n1">1</a></sup> stranded,” Dorn told the council.</p>',
    ],
    [
      'how a word is read',
      '<p>“We will not leave the <ruby>boats<rp>(</rp><rt>BOHTS</rt><rp>)</rp></ruby> stranded,” Dorn told the council.</p>',
    ],
  ])('around %s', (_, body) => {
    const read = reading(pageWith(body));
    const { text, blocks } = read.report;
    const said = blocks.map(({ start, end }) => text.slice(start, end));
    expect(said).toContain('“We will not leave the boats stranded,” Dorn told the council.');
    expect(isInSource(read.report, read.page.text, read.origin.segments)).toBe(true);
  });
});

test('a credit that style sets apart from a caption stands apart from it', () => {
  const body =
    '<figure><figcaption><span>Workers took the letters off the roof.</span><span>(Tobin Aske)</span></figcaption></figure>';
  expect(wordsOf(pageWith(body))).toContain('Workers took the letters off the roof. (Tobin Aske)');
});

test('a name whose pieces are marked stays whole', () => {
  expect(
    wordsOf(pageWith('<p>The U.<b>S.</b> envoy, Mc<b>Donald</b>, left the harbour on Friday.</p>')),
  ).toContain('The U.S. envoy, McDonald, left the harbour on Friday.');
});

test('white space of any kind is none at the ends of a block, and nothing else is none', () => {
  const read = reading(
    pageWith('<p>&nbsp;&nbsp;BAAR, Switzerland \u2014 The firm said&nbsp;so.\u3000</p><p>&nbsp;</p>'),
  );
  const said = read.report.blocks.map(({ start, end }) => read.report.text.slice(start, end));
  expect(said).toContain('BAAR, Switzerland \u2014 The firm said\u00a0so.');
  expect(said.filter((words) => words.trim() === '')).toEqual([]);
  expect(isInSource(read.report, read.page.text, read.origin.segments)).toBe(true);
});

test('a first letter that is set large belongs to its word', () => {
  const initial =
    '<p><span class="drop-cap" aria-hidden="true">N</span>obody hears the bell of the ferry any more, since it was stolen.</p>';
  expect(wordsOf(pageWith(initial))).toContain(
    'Nobody hears the bell of the ferry any more, since it was stolen.',
  );
});

test('a post of a network’s script is one block', () => {
  const post =
    '<div class="fb-post"><blockquote class="fb-xfbml-parse-ignore"><p>The Mayor is aware of the loaf.</p>Posted by <a href="/h">Hallowby Town Council</a> on <a href="#">Thursday</a></blockquote></div>';
  expect(wordsOf(pageWith(post))).toContain(
    'The Mayor is aware of the loaf. Posted by Hallowby Town Council on Thursday',
  );
});

test('a post is one block with the line of its author', () => {
  const { report } = reading(
    pageWith(
      '<blockquote class="twitter-tweet"><p>No crew will lose a day’s pay.</p>&mdash; Dorrit Vane (@dorritvane) <a href="/1">May 14, 2031</a></blockquote>',
    ),
  );
  const [post] = report.blocks.filter(({ kind }) => kind === 'post');
  expect(report.text.slice(post?.start, post?.end)).toBe(
    'No crew will lose a day’s pay. — Dorrit Vane (@dorritvane) May 14, 2031',
  );
});
