import { html } from 'hono/html';
import type { Finding } from '../../check/index.ts';
import { ruleWords } from './flags.ts';
import { type Html, page } from './page.ts';
import { count } from './words.ts';

export interface Checked {
  readonly text: string;
  readonly published: string;
  /** What was found, why the draft was refused, or null where nothing was asked yet. */
  readonly findings: readonly Finding[] | { readonly refused: string } | null;
}

/** A draft to paste, and what an editor should look at in it; with script it is answered as one types. */
export function checkPage({ text, published, findings }: Checked): Html {
  return page({
    title: 'Check a draft',
    here: 'check',
    data: null,
    script: '/-/check.js',
    body: html`<h1>Check a draft</h1>
<p class="quiet">Paste news copy; the first line is its headline. It stays on this machine and is not kept.</p>
<form class="draft" action="/check" method="post">
<label>Draft<textarea name="text" rows="16" maxlength="200000" spellcheck="false" autocomplete="off">${text}</textarea></label>
<label>Date of publication<input type="date" name="published" value="${published}"></label>
<button>Check</button>
</form>
<section aria-labelledby="found"><h2 id="found">What to look at</h2>
<p class="over" role="status" data-status>${statusWords(findings)}</p>
<ol class="list" data-findings>${Array.isArray(findings) ? findings.map(line) : ''}</ol></section>`,
  });
}

function statusWords(findings: Checked['findings']): string {
  if (findings === null) return 'Nothing checked yet';
  if ('refused' in findings) return findings.refused;
  return findings.length === 0 ? 'Nothing flagged' : `${count(findings.length, 'thing')} to look at`;
}

function line({ line: at, column, rule, message }: Finding): Html {
  return html`<li><p class="over"><b class="flag">${ruleWords(rule)}</b> · line ${at}, column ${column}</p><p class="said">${message}</p></li>`;
}
