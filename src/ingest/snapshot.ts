import { createHash } from 'node:crypto';
import { type SnapshotId, snapshotId } from '../record/index.ts';

/** The name of some bytes: their SHA-256. */
export function snapshotOf(bytes: Uint8Array): SnapshotId {
  return snapshotId.parse(`sha256:${createHash('sha256').update(bytes).digest('hex')}`);
}
