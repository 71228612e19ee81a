import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ESTree, parseSync, Visitor, type VisitorObject } from 'rolldown/utils';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The paths of all TypeScript files under a folder of the project, from that folder, in order. */
export function codeIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .toSorted();
}

/** Files of src that are part of the product. */
export const product = codeIn('src').filter((path) => !/\.(?:test|cases|contract)\.ts$/.test(path));

export const textOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** Walks the tree of a file. @throws Error where it cannot be parsed. */
export function visit(path: string, visitor: VisitorObject): void {
  const { program, errors } = parseSync(path, textOf(path));
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  new Visitor(visitor).visit(program);
}

/** An import as it is written, of whatever kind: at the top, again exported, in the middle of a function, or of a type alone. */
export interface Import {
  readonly name: string;
  readonly when: 'at once' | 'later' | 'for types';
}

/** What a file of src imports. */
export function importsOf(path: string): Import[] {
  const found: Import[] = [];
  const add = (source: ESTree.StringLiteral | null, when: Import['when']) => {
    if (source !== null) found.push({ name: source.value, when });
  };
  visit(join('src', path), {
    ImportDeclaration: (node) =>
      add(node.source, node.importKind === 'type' || areTypes(node.specifiers) ? 'for types' : 'at once'),
    ExportNamedDeclaration: (node) =>
      add(node.source, node.exportKind === 'type' || areTypes(node.specifiers) ? 'for types' : 'at once'),
    ExportAllDeclaration: (node) => add(node.source, node.exportKind === 'type' ? 'for types' : 'at once'),
    ImportExpression: ({ source }) => {
      if (source.type !== 'Literal' || typeof source.value !== 'string')
        throw new Error(`${path}: expected an import of a name, found one that is made up as it runs`);
      found.push({ name: source.value, when: 'later' });
    },
    TSImportType: ({ source }) => add(source, 'for types'),
  });
  return found;
}

const areTypes = (specifiers: readonly object[]): boolean =>
  specifiers.length > 0 &&
  specifiers.every(
    (one) =>
      ('importKind' in one && one.importKind === 'type') ||
      ('exportKind' in one && one.exportKind === 'type'),
  );

/** The files of src that an import of another leads to. */
export function fileOf(path: string, { name }: Import): string | null {
  return name.startsWith('.') ? relative(join(ROOT, 'src'), join(ROOT, 'src', dirname(path), name)) : null;
}
