import { esc, links, OTHERS } from '../html.ts';
import type { MadePage, Part, Story } from '../story.ts';

/** Tag soup: nothing closed, elements misnested, comments and scripts within words, stray ends, frames in frames, no `html` or `body`. */
export function soup(story: Story): MadePage {
  const { headline, standfirst, byline, outlet, published, printed, caption, parts } = story;
  const torn = (text: string) => {
    const written = esc(text);
    const middle = written.indexOf(' ', written.length / 2);
    return middle < 0
      ? written
      : `${written.slice(0, middle)}<b><i> </b><!-- an editor's note > ${'-'.repeat(1)} -->${written.slice(middle + 1)}</i>`;
  };
  return {
    boilerplate: [...OTHERS.slice(0, 4), 'You need a newer browser to see the map', 'Hit counter: 000451'],
    html: `<title>${esc(headline)}</title><meta name=date content="${published}"><meta name=author content="${esc(byline)}">
<div class=nav><a href=/>${esc(outlet)}<a href=/2>Archive<a href=/3>Contact</div>
<div class=story><h1>${esc(headline)}</h1></h2>
<div class=dek>${esc(standfirst)}</div>
<div class=stamp>By ${esc(byline)}, ${printed}</div>
<object><param name=a><embed src=x>You need a newer browser to see the map</object>
<p>${parts
      .flatMap((part): (string | Part)[] => (part.kind === 'list' ? [...part.items] : [part]))
      .map((part) =>
        typeof part === 'string'
          ? `<p>${torn(part)}`
          : part.kind === 'h'
            ? `<h4>${esc(part.text)}</h4><p>`
            : part.kind === 'list'
              ? ''
              : `<p>${torn(part.text)}<script>document.write("<p>not a word")</script>\n<p>`,
      )
      .join('\n')}
</span></div></td>
<div class=pic><img src=p.gif><div class=caption>${esc(caption)}</div></div>
<div class=menu><ul>${links(OTHERS.slice(0, 4), (link) => `<li>${link}`)}</ul></div>
<iframe><iframe></iframe></iframe><p class=footer>Hit counter: 000451`,
  };
}
