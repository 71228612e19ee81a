/** A colour of the pages by its name, with its value on paper and at night, as the style sheet has them. */
export interface Token {
  readonly name: string;
  readonly paper: string;
  readonly night: string;
}

const TOKEN = /--([a-z]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g;

/** The colours that a style sheet names for both themes. */
export const tokensIn = (sheet: string): readonly Token[] =>
  [...sheet.matchAll(TOKEN)].map(([, name = '', paper = '', night = '']) => ({ name, paper, night }));

/** How far two colours are apart, from 1 to 21 (WCAG 2.2, contrast ratio). */
export function contrastOf(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance of `#rrggbb` (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
