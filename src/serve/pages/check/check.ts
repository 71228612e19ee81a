import { html } from 'hono/html';
import type { Checked } from '../../../check/index.ts';
import type { Draft } from '../../routes/draft.ts';
import { type Html, page } from '../page.ts';
import { count } from '../words.ts';
import { draftRows } from './draft-rows.ts';
import { type DraftRemark, remarksOn } from './remark.ts';

/** A draft to paste, and what an editor should look at in it; with script it is answered beside the text as one types. */
export function checkPage(draft: Draft, checked: Checked | { readonly refused: string } | null): Html {
  const remarks = checked === null || 'refused' in checked ? [] : remarksOn(draft.text, checked);
  return page({
    style: 'check',
    title: 'Check a draft',
    here: 'check',
    data: null,
    script: '/-/check.js',
    body: html`<p class="over"><b>Check</b> · news copy, its first line the headline · it stays on this machine and is not kept</p>
<h1>Check a draft</h1>
<p class="over" role="status" data-status>${statusWords(checked, remarks)}</p>
${remarks.length === 0 ? '' : html`<section class="answer" aria-label="What to look at" data-answer>${draftRows(draft.text, remarks)}</section>`}
<form class="draft" action="/check" method="post">
<div class="desk">
<div class="sheet"><label for="draft">Draft</label><div class="mirror" aria-hidden="true" data-mirror></div><textarea id="draft" name="text" rows="16" maxlength="200000" spellcheck="false" autocomplete="off" placeholder="Paste news copy, open a file, or drop one here">${draft.text}</textarea></div>
<p class="choices"><label>Date of publication<input type="date" name="published" value="${draft.published ?? ''}"></label>
<label>Written as<select name="format"><option value="text">plain text</option><option value="markdown" ${draft.format === 'markdown' ? 'selected' : ''}>Markdown</option></select></label>
<label class="script">Open a file<input type="file" accept=".txt,.md,.markdown,.html,.htm,text/plain,text/markdown,text/html" data-open></label>
<button>Check</button></p>
<section class="beside script" aria-label="Findings" data-beside><p class="over" data-silenced hidden></p><ol class="remarks" data-remarks></ol></section>
</div>
</form>`,
  });
}

/** What there is to look at, and how many of the quotations the record has. */
function statusWords(
  checked: Checked | { readonly refused: string } | null,
  remarks: readonly DraftRemark[],
): Html | string {
  if (checked === null) return 'Nothing checked yet';
  if ('refused' in checked) return checked.refused;
  const flagged = remarks.filter(({ isFlagged }) => isFlagged).length;
  const { quotations } = checked;
  const found = quotations.filter(({ record }) => record.verdict === 'exact' || record.verdict === 'near');
  const onRecord =
    quotations.length === 0 ? '' : ` · ${found.length} of ${count(quotations.length, 'quotation')} on record`;
  return html`<span data-things>${flagged === 0 ? 'Nothing flagged' : `${count(flagged, 'thing')} to look at`}</span>${onRecord}`;
}
