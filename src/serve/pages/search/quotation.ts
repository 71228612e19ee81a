import { html } from 'hono/html';
import { speakerHow } from '../../../record/index.ts';
import type { QuotedPlace, QuotedVerdict } from '../../quotation.ts';
import { whoWords } from '../note.ts';
import type { Html } from '../page.ts';
import { count, dateWords, reportPath, statementPath, titleOf, utterancePath } from '../words.ts';

/** More places are counted and not shown: the same words are in the list below. */
const MOST_PLACES = 3;

/** Whether a quotation is on record, where it stands, whose it is, and who had it first. */
export function quotationAnswer(found: QuotedVerdict | { refused: string }): Html {
  return html`<section class="verdict" aria-label="Is this quotation exact?">
<p class="over"><b>Is this quotation exact?</b></p>
${'refused' in found ? html`<p>It could not be looked up: ${found.refused}.</p>` : answer(found)}</section>`;
}

function answer(found: QuotedVerdict): Html {
  const { places, reports, another } = found;
  const shown = places.slice(0, MOST_PLACES);
  return html`<h2 class="${found.verdict}">${verdictWords(found)}</h2>
${another === null ? '' : html`<p class="over"><b class="flag">First on record as words of another</b>: ${another.by?.source ?? ''}, <a href="${another.permalink}">${whereWords(another)}</a></p>`}
<ol class="list">${shown.map((place) => placeLine(place, found))}</ol>
${utteranceLine(found)}
${places.length === 0 ? '' : html`<p class="over">found in ${places.length} of ${count(reports, 'report')}${places.length > shown.length ? `, of which ${shown.length} are shown` : ''}</p>`}`;
}

function verdictWords({ verdict, by, places, reports }: QuotedVerdict): string {
  const [best] = places;
  switch (verdict) {
    case 'exact':
      return `Exact: on record in these very words${byWords(best, by)}`;
    case 'near':
      return `Exact but for ${best?.but.join(', ') ?? ''}${byWords(best, by)}`;
    case 'altered':
      return `Altered: on record in other words${byWords(best, by)}`;
    case 'indirect':
      return `Only indirect: the report has the words outside quotation marks${byWords(best, by)}`;
    case 'absent':
      return `Not on record: in none of ${count(reports, 'report')}`;
    default:
      return verdict satisfies never;
  }
}

/** Whose words they are, where somebody is asked for. */
function byWords(place: QuotedPlace | undefined, name: string | null): string {
  if (place?.by == null || name === null) return '';
  const who = place.by.source ?? 'somebody';
  if (place.by.answer === 'matches') return `, and said by ${who}`;
  if (place.by.answer === 'differs') return `, but said by ${who}, not ${name}`;
  return '; the text does not name who says it';
}

function placeLine(place: QuotedPlace, { verdict, earliest, places }: QuotedVerdict): Html {
  const { statement, report, whole, span, difference } = place;
  const [before, inside, after] = [
    whole.text.slice(0, span.start - whole.start),
    whole.text.slice(span.start - whole.start, span.end - whole.start),
    whole.text.slice(span.end - whole.start),
  ];
  const who = statement === null ? 'nobody named' : whoWords(statement.speaker, statement.source);
  const how = statement === null ? null : speakerHow(statement.speaker);
  return html`<li>${place.verdict === verdict ? '' : html`<p class="over"><span class="tag">${place.verdict}</span></p>`}
<blockquote class="said">${before}<mark>${inside}</mark>${after}</blockquote>
${difference.length === 0 ? '' : html`<p class="over difference">asked against told: ${difference.map(({ kind, text }) => (kind === 'same' ? `${text} ` : kind === 'asked' ? html`<del>${text}</del> ` : html`<ins>${text}</ins> `))}</p>`}
<p class="over"><b>${statement === null ? who : html`<a href="${statementPath(statement.id)}">${who}</a>`}</b>${how === null ? '' : ` (${how})`} · ${whereWords(place)} · <a href="${place.permalink}">${titleOf(report)}</a>${place === earliest && places.length > 1 ? html` · <b>earliest</b>` : ''}</p></li>`;
}

const whereWords = ({ report }: QuotedPlace): string =>
  [
    report.outlet ?? 'outlet not known',
    report.published === null ? 'date not known' : dateWords(report.published),
  ].join(', ');

/** All that render the same act of saying, where there is more than one. */
function utteranceLine({ utterance }: QuotedVerdict): Html | string {
  const [first] = utterance?.renditions ?? [];
  if (utterance === null || first === undefined || utterance.renditions.length < 2) return '';
  const { id, renditions, outlets, root } = utterance;
  const when = first.published === null ? '' : ` on ${dateWords(first.published)}`;
  return html`<p class="over"><a href="${utterancePath(id)}">One act of saying</a>: ${count(renditions.length, 'rendition')} in ${count(outlets, 'outlet')}, first told by <a href="${reportPath(first.report)}">${first.outlet ?? 'an outlet that is not known'}</a>${when}; root source ${root.name}</p>`;
}
