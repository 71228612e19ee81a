import { bodyKey } from '../actors/body-name.ts';
import { plainName } from '../words.ts';
import type { Rendition } from './rendition.ts';

/** Whether a report is its own publisher's notice: the body speaks, or somebody who speaks for it. */
export function ownNoticeOf({ report, voice, taken, statement: { speaker } }: Rendition): boolean {
  const outlet = bodyKey(report.outlet ?? '');
  if (outlet === '') return false;
  if (voice.body === outlet || voice.speaksFor === outlet) return true;
  const isBody = taken.record.actors.some(({ name, kind }) => BODIES.has(kind) && bodyKey(name) === outlet);
  const affiliation =
    speaker.kind === 'named' ? plainName(speaker.affiliation ?? '').replace(/^the /, '') : '';
  return isBody && affiliation !== '' && plainName(report.outlet ?? '').endsWith(affiliation);
}

const BODIES: ReadonlySet<string> = new Set(['organization', 'group', 'government']);
