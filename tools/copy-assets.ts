/** What the compiler leaves behind: SQL, the style sheet and the page's script go where the compiled code looks for them. */
import { chmod, cp } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

const COPIED = new Set(['.sql', '.css', '.js', '.svg', '']);
const from = fileURLToPath(new URL('../src', import.meta.url));
const to = fileURLToPath(new URL('../dist', import.meta.url));

await cp(from, to, { recursive: true, filter: (path) => COPIED.has(extname(path)) });
await chmod(`${to}/cli/bin.js`, 0o755);
