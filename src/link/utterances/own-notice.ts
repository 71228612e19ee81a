import type { Statement } from '../../record/index.ts';
import { bodyKey } from '../actors/body-name.ts';
import type { Taken } from '../taken.ts';
import { plainName } from '../words.ts';
import type { Voice } from './voice.ts';

/** Whether a report is its own publisher's notice: the body speaks, or somebody who speaks for it. */
export function isOwnNotice(
  { speaker }: Statement,
  voice: Voice,
  { report: { outlet }, record: { actors } }: Taken,
): boolean {
  const own = bodyKey(outlet ?? '');
  if (own === '') return false;
  if (voice.body === own || voice.speaksFor === own) return true;
  const isBody = actors.some(({ name, kind }) => BODIES.has(kind) && bodyKey(name) === own);
  const affiliation =
    speaker.kind === 'named' ? plainName(speaker.affiliation ?? '').replace(/^the /, '') : '';
  return isBody && affiliation !== '' && plainName(outlet ?? '').endsWith(affiliation);
}

const BODIES: ReadonlySet<string> = new Set(['organization', 'group', 'government']);
