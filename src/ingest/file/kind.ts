import { extname } from 'node:path';

export type FileKind = 'text' | 'markdown' | 'jsonl' | 'sidecar' | 'unsupported' | 'unknown';

const KINDS: Readonly<Record<string, FileKind>> = {
  '.txt': 'text',
  '.text': 'text',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
  '.json': 'sidecar',
  '.html': 'unsupported',
  '.htm': 'unsupported',
  '.xhtml': 'unsupported',
  '.warc': 'unsupported',
  '.gz': 'unsupported',
  '.xml': 'unsupported',
  '.rss': 'unsupported',
  '.atom': 'unsupported',
  '.pdf': 'unsupported',
  '.docx': 'unsupported',
};

/** What a file is, by its name. Unknown names are read as text when they are asked for, and passed over in a folder. */
export function kindOf(path: string): FileKind {
  return KINDS[extname(path).toLowerCase()] ?? 'unknown';
}

export function isReadable(kind: FileKind): boolean {
  return kind === 'text' || kind === 'markdown' || kind === 'jsonl';
}
