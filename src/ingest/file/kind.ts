import { extname } from 'node:path';

export type FileKind =
  | 'text'
  | 'markdown'
  | 'html'
  | 'jsonl'
  | 'feed'
  | 'warc'
  | 'wacz'
  | 'sidecar'
  | 'unsupported'
  | 'unknown';

const KINDS: Readonly<Record<string, FileKind>> = {
  '.txt': 'text',
  '.text': 'text',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
  '.json': 'sidecar',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.warc': 'warc',
  '.wacz': 'wacz',
  '.xml': 'feed',
  '.rss': 'feed',
  '.atom': 'feed',
  '.rdf': 'feed',
  '.opml': 'feed',
  '.pdf': 'unsupported',
  '.docx': 'unsupported',
  '.doc': 'unsupported',
  '.odt': 'unsupported',
  '.rtf': 'unsupported',
  '.epub': 'unsupported',
  '.zip': 'unsupported',
  '.bz2': 'unsupported',
  '.xz': 'unsupported',
  '.7z': 'unsupported',
  '.rar': 'unsupported',
  '.tar': 'unsupported',
  '.tgz': 'unsupported',
};

/** How files of many reports are packed. */
const PACKED: ReadonlySet<string> = new Set(['.gz', '.zst']);

/** What a file is, by its name. Unknown names are read as text when they are asked for, and passed over in a folder. */
export function kindOf(path: string): FileKind {
  const own = extname(path).toLowerCase();
  if (PACKED.has(own)) {
    const inner = KINDS[extname(path.slice(0, -own.length)).toLowerCase()];
    return inner === 'warc' || inner === 'jsonl' ? inner : 'unsupported';
  }
  return KINDS[own] ?? 'unknown';
}

const READABLE: ReadonlySet<FileKind> = new Set(['text', 'markdown', 'html', 'jsonl', 'warc', 'wacz']);

/** Whether a folder's file is read as reports: feeds lead elsewhere, and are followed only where they are named. */
export function isReadable(kind: FileKind): boolean {
  return READABLE.has(kind);
}
