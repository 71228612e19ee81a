/** A conjunction or a verb in it: no noun phrase. */
const CLAUSE =
  /\b(?:and|but|which|who|that|while|because|where|when|as|if|to|was|were|is|are|has|had|have)\b/i;
const BEGINS =
  /^(?:the|an?|its|his|her|their|he|she|they|it|one|two|three|some|several|many|both|another|officials|police)\b/i;

/** Whether words before or behind a verb of saying may be who says it: a name, or what begins as a noun phrase does, and no clause. */
export function maySpeak(words: string): boolean {
  return (/\p{Lu}/u.test(words) || BEGINS.test(words)) && !CLAUSE.test(words);
}
