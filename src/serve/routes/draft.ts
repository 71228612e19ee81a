/** How a draft may be written. */
export const DRAFT_FORMATS = ['text', 'markdown'] as const;

/** A draft that somebody pasted. */
export interface Draft {
  readonly text: string;
  readonly published: string | null;
  readonly format: (typeof DRAFT_FORMATS)[number];
}
