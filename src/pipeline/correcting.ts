import type { FoundStatement, Ledger } from '../ledger/index.ts';
import type { Actor, StatementDecision } from '../record/index.ts';
import { type ContentAsked, contentIn, speakerNamed } from './deciding.ts';

type Corrected = Extract<StatementDecision, { kind: 'correct' }>['corrected'];

/** What somebody puts in place of what was read; null where that stays. */
export interface CorrectionAsked extends Pick<Corrected, 'act' | 'said' | 'stance'> {
  readonly content: ContentAsked | null;
  /** A name or an id, and what sort of actor that is where nobody on record is called so; or that the report does not tell. */
  readonly speaker: { readonly name: string; readonly sort: Actor['kind'] | null } | 'nobody' | null;
}

/**
 * What a correction keeps of what is asked.
 * @throws Fault where the words are not the report's, or the name fits nobody, or several.
 */
export async function correctionOf(
  ledger: Ledger,
  found: FoundStatement,
  { content, speaker, act, said, stance }: CorrectionAsked,
): Promise<Corrected> {
  return {
    content: content === null ? null : contentIn(found, content),
    speaker: await speakerAsked(ledger, found, speaker),
    act,
    said,
    stance,
  };
}

async function speakerAsked(
  ledger: Ledger,
  found: FoundStatement,
  speaker: CorrectionAsked['speaker'],
): Promise<Corrected['speaker']> {
  if (speaker === 'nobody') return { kind: 'unknown' };
  return speaker === null ? null : await speakerNamed(ledger, found, speaker);
}
