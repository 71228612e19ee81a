const CLOSER: Readonly<Record<string, string>> = { '{': '}', '[': ']' };

/**
 * Takes what should be JSON, in one line. Gives it without the faults that publishers' templates make: commas behind the last
 * entry, quotation marks within texts, comments, several values side by side (in a list then), an end that is cut off. In one
 * walk: libraries that mend more look back at every quotation mark, which a page of them makes a matter of minutes.
 */
export function mendedJson(json: string): string {
  const made: string[] = [];
  const open: string[] = [];
  for (let at = 0; at < json.length; ) {
    const char = json.charAt(at);
    if (char === '"') {
      const end = endOfText(json, at);
      made.push(`"${escaped(json.slice(at + 1, end))}"`);
      at = end + 1;
    } else if (json.startsWith('/*', at)) {
      const end = json.indexOf('*/', at);
      at = end < 0 ? json.length : end + 2;
    } else {
      if (char !== ' ') addMark(char, made, open);
      at++;
    }
  }
  for (const closer of open.toReversed()) addMark(closer, made, open);
  return `[${made.join('')}]`;
}

const escaped = (text: string) => text.replace(/\\.|"/g, (mark) => (mark === '"' ? '\\"' : mark));

function addMark(mark: string, made: string[], open: string[]): void {
  const closer = CLOSER[mark];
  if (closer !== undefined) {
    if (open.length === 0 && made.length > 0) made.push(',');
    open.push(closer);
  } else if (mark === '}' || mark === ']') {
    if (made.at(-1) === ',') made.pop();
    open.pop();
  }
  made.push(mark);
}

/** Where a text ends: at the first mark that what goes on in JSON follows on. Others are the text's own. */
function endOfText(json: string, start: number): number {
  for (let at = start + 1; at < json.length; at++) {
    const char = json.charAt(at);
    if (char === '\\') at++;
    else if (char === '"' && goesOn(json, at + 1)) return at;
  }
  return json.length;
}

/** Spaces are single here, so that two looks ahead are enough. */
function goesOn(json: string, at: number): boolean {
  const next = nonSpace(json, at);
  const char = json.charAt(next);
  if (char === '' || char === ':' || char === '}' || char === ']') return true;
  return char === ',' && /["{[\]}\dtfn/-]/.test(json.charAt(nonSpace(json, next + 1)));
}

const nonSpace = (json: string, at: number) => (json.charAt(at) === ' ' ? at + 1 : at);
