import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';

/** A column of a table: how wide it is, and how its lines are painted. */
export interface TextColumn {
  readonly width: number;
  readonly style?: (text: string) => string;
}

/** Texts side by side, each wrapped in its column. */
export function columns(texts: readonly string[], shape: readonly TextColumn[], indent = 2): string {
  const cells = texts.map((text, index) =>
    wrapAnsi(text, shape[index]?.width ?? 20, { hard: true }).split('\n'),
  );
  const height = Math.max(...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, row) => {
    const line = cells.map((lines, index) => {
      const text = lines[row] ?? '';
      const { width = 20, style = (same: string) => same } = shape[index] ?? {};
      const space = index === cells.length - 1 ? '' : ' '.repeat(Math.max(0, width - stringWidth(text)) + 2);
      return style(text) + space;
    });
    return `${' '.repeat(indent)}${line.join('')}`.trimEnd();
  }).join('\n');
}
