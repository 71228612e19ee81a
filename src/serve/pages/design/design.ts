import { html } from 'hono/html';
import { STATUSES } from '../../../record/index.ts';
import { slip } from '../calendar/slip.ts';
import { slipWords } from '../calendar/slip-words.ts';
import { statusMark } from '../calendar/status.ts';
import { keyList } from '../keys.ts';
import { type Html, page } from '../page.ts';
import { note } from '../report/margin-note.ts';
import { marked } from '../report/marks.ts';
import { SAMPLE, SAMPLE_STATEMENTS } from './design-sample.ts';
import { contrastOf, type Token } from './tokens.ts';

/** What of each colour is told. */
const MEANS: Readonly<Record<string, string>> = {
  paper: 'the ground',
  sheet: 'what lies on it: fields, sources',
  ink: 'words',
  quiet: 'words about words',
  rule: 'hairlines',
  source: 'who says it; a line',
  cue: 'how it is said; dots',
  content: 'what is said; a line below and a wash behind',
  wash: 'behind what is said',
  lit: 'what a note, a link or a key points at',
  flag: 'what an editor should look at; a wave',
  link: 'the focus',
};

const SLIPPED = [{ when: '2031-05-02' }, { when: '2031-05-16' }, { when: '2031-06-10' }];

/** The design: every sign of the pages, each made by the same code that pages use. */
export function designPage(tokens: readonly Token[]): Html {
  const parts: readonly (readonly [name: string, why: string, shown: Html])[] = [
    ['Type', 'one serif for what was said and for titles, one sans for everything about it', type()],
    ['Colours', 'each on paper and at night; never the only sign of anything', colours(tokens)],
    ['Marks', 'source, cue and content differ by their line as well as by their colour', marks()],
    ['Tags and statuses', 'a hairline around a word', statuses()],
    ['Slips', 'from the old date to the new one', slips()],
    ['Tables', 'hairlines between rows, and none between columns', table()],
    ['Forms', 'a field is a sheet with a quiet line', form()],
    ['Keys', 'all of them are behind ?', keyList([['j k', 'the next entry, the one before']])],
  ];
  return page({
    style: 'design',
    title: 'Design',
    here: 'elsewhere',
    data: '/-/style.json',
    body: html`<p class="over"><b>Design</b> · ${tokens.length} colours, two typefaces, no boxes · <a href="/-/style.json">.json</a></p>
<h1>A room for reading</h1>
${parts.map(
  ([name, why, shown], nth) =>
    html`<section class="shown" aria-labelledby="part-${nth}"><div><h2 id="part-${nth}">${name}</h2><p class="over">${why}</p></div><div>${shown}</div></section>`,
)}`,
  });
}

const type = (): Html => html`<p class="title">The bridge will open when it is safe</p>
<p class="over">a title: serif 600, 27 to 39 px</p>
<p class="said large">“Nobody stands on the old pier until every plank has been looked at.”</p>
<p class="over">one statement: serif 400, 21 to 28 px</p>
<p class="said">“The ferry goes from the fish quay until the end of May.”</p>
<p class="over">words in a list: serif 400, 18 px, 34 rem wide at most</p>
<p>What is told about words: who, when, on whose word.</p>
<p class="over">everything else: sans 400, 15 px</p>
<p class="over"><b>Mina Pell</b> · said Tuesday 6 May 2031 · 3 outlets</p>
<p class="over">above and below words: sans 400, 13 px, quiet</p>`;

function colours(tokens: readonly Token[]): Html {
  const ground = tokens.find(({ name }) => name === 'paper');
  return html`<div class="wide" tabindex="0" role="region" aria-label="Colours by name"><table class="plain"><thead><tr><th scope="col">Name</th><th scope="col">On paper</th><th scope="col">At night</th><th scope="col">Means</th></tr></thead>
<tbody>${tokens.map(
    (token) =>
      html`<tr><th scope="row"><code>--${token.name}</code></th><td>${swatch(token, 'paper', ground)}</td><td>${swatch(token, 'night', ground)}</td><td class="quiet">${MEANS[token.name] ?? ''}</td></tr>`,
  )}</tbody></table></div>`;
}

function swatch(token: Token, theme: 'paper' | 'night', ground: Token | undefined): Html {
  const apart = ground === undefined ? '' : `${contrastOf(token[theme], ground[theme]).toFixed(1)} : 1`;
  return html`<span class="figures"><svg class="swatch" width="36" height="20" aria-hidden="true"><rect width="36" height="20" fill="${token[theme]}"/></svg> <code>${token[theme]}</code> <span class="quiet">${apart}</span></span>`;
}

const marks =
  (): Html => html`<p class="legend"><span class="s">source</span><span class="c">cue</span><span class="k">content</span><span class="f">flagged</span></p>
<div class="row"><blockquote>${marked(SAMPLE, { start: 0, end: SAMPLE.length }, SAMPLE_STATEMENTS)}</blockquote>
<ol class="notes">${SAMPLE_STATEMENTS.map((statement) => note({ statement, actor: 'person', utterance: undefined, decided: '', depth: 0 }, true))}</ol></div>
<ul class="flags"><li><b class="flag">weekday does not fit</b> 6 May 2031 is a Tuesday.</li></ul>
<p class="said">What a note points at is <span class="lit">lit</span>.</p>
<p class="said">“The old pier <del>may</del> <ins>will</ins> stay shut”</p>`;

const statuses =
  (): Html => html`<p><span class="tag">inferred</span> <span class="tag">corrected</span> <span class="tag">new</span></p>
<p class="row-of">${STATUSES.map((status) => html`${statusMark(status)} `)}</p>`;

const slips = (): Html => html`<p class="over slipped">${slipWords(SLIPPED, '2031-06-10')}</p>${slip(SLIPPED)}
<p class="over slipped">${slipWords([...SLIPPED, { when: null }], null)}</p>${slip([...SLIPPED, { when: null }])}`;

const table =
  (): Html => html`<div class="wide" tabindex="0" role="region" aria-label="A table"><table class="plain"><thead><tr><th scope="col">When said</th><th scope="col">Who</th><th scope="col">Reports</th></tr></thead>
<tbody><tr><td>6 May 2031</td><th scope="row">Mina Pell</th><td class="figures">3</td></tr><tr><td class="quiet">date not known</td><th scope="row">The harbour board</th><td class="figures">1</td></tr></tbody></table></div>`;

const form =
  (): Html => html`<form class="search" action="/search"><label>Words<input type="search" name="q" placeholder="pier"></label><label>Said within<input type="text" name="when" placeholder="2031-05"></label>
<label>Told<select name="kind"><option value="">any way</option><option value="direct">in quotation marks</option></select></label><button>Search</button> <button class="plainly" type="reset">clear</button></form>`;
