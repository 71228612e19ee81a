/** Which mark closes a quotation that this mark opens. `''` is two apostrophes typed for one double mark. */
export const CLOSERS: Readonly<Record<string, readonly string[]>> = {
  '“': ['”', '"'],
  '"': ['"', '”'],
  '„': ['“', '”', '"'],
  '«': ['»'],
  '»': ['«', '»'],
  '‹': ['›'],
  '‘': ['’', "'"],
  "'": ["'", '’'],
  '‚': ['‘', '’'],
  '``': ["''", '"'],
  "''": ["''", '"'],
  '”': ['”'],
};

export const SINGLE = new Set(['‘', "'", '‚', '’']);

/** Marks that open and never close by themselves. */
export const ONLY_OPENS = new Set(['„', '‚', '``', '‹']);

export const MARK = /``|''|["“”„«»‹›‘’‚']/gu;
