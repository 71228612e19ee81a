import { html } from 'hono/html';
import { type ChainLink, OUTLET_LINK, type Statement } from '../../../record/index.ts';
import type { Html } from '../page.ts';
import { isInferred } from '../sure.ts';
import { actorPath } from '../words.ts';

const RELATIONS: Record<ChainLink['relation'], string> = {
  speaks: 'speaks',
  quotes: 'quotes',
  cites: 'cites',
  through: 'passes on',
  carries: 'carries',
};

/** The way of the words from the speaker to the outlet, each link with what it does: a list that is drawn as a line. */
export function chainLine(statement: Pick<Statement, 'chain' | 'speaker'>): Html {
  const { chain } = statement;
  if (chain.length === 0) return html`<p class="quiet">On whose word it is, is not known.</p>`;
  const steps = [...Map.groupBy(chain, ({ step }) => step).entries()].toSorted(([a], [b]) => a - b);
  return html`<ol class="way">${steps.map(
    ([step, links]) =>
      html`<li class="${isGuess(statement, step, links) ? 'inferred' : ''}">${links.map(linkWords)}</li>`,
  )}</ol>`;
}

/** Whether the text does not tell this link itself; that the report's own outlet has it needs no telling. */
function isGuess(statement: Pick<Statement, 'speaker'>, step: number, links: readonly ChainLink[]): boolean {
  if (step === 0) return isInferred(statement);
  return links.some(({ how, by }) => how === 'inferred' && by !== OUTLET_LINK);
}

function linkWords({ name, actor, label, relation, how, by, step }: ChainLink): Html {
  const who = actor === null ? name : html`<a href="${actorPath(actor)}">${name}</a>`;
  const done = step === 0 ? RELATIONS.speaks : RELATIONS[relation];
  const sure = step > 0 && how === 'inferred' && by !== OUTLET_LINK ? ', inferred' : '';
  return html`<span><b>${who}</b> <span class="quiet">${label === null ? '' : `${label}, `}${by === OUTLET_LINK ? 'prints it' : done}${sure}</span></span>`;
}
