import { looksLikeFeed } from '../feed/parse.ts';
import { decodePage } from '../file/decode-page.ts';

/** How far before its last character a page ends: scripts may stand behind. */
const NEAR_END = 4096;

/**
 * Whether what came of an answer that was broken off will do: a page of which the end came, or a feed, which is read as far
 * as it goes. Of any other page a part would look as if the rest had been taken out.
 */
export function isEnough(bytes: Uint8Array): boolean {
  const decoded = decodePage(bytes, null);
  if (!('text' in decoded)) return false;
  return /<\/html\s{0,20}>/i.test(decoded.text.slice(-NEAR_END)) || looksLikeFeed(decoded.text);
}
