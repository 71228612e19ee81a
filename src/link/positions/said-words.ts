/** What is said, as it is read beside a proposition: quoted words in their marks, reported ones behind their cue, which may take a side. */
export const saidWords = ({ kind, cue, text }: { kind: string; cue: string; text: string }): string =>
  kind === 'direct' ? `“${text}”` : `${cue} ${text}`;
