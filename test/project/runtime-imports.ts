/** Which packages a program loads when it runs: its imports and those of every file it reaches. */
import { existsSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';

interface FileImports {
  /** What is imported as it stands; `import type` is gone when the file runs. */
  named: string[];
  /** Whether something is imported that only the run can tell. */
  computed: boolean;
}

/** An import of nothing but types: tsx strips it. */
function typesOnly({ importClause }: ts.ImportDeclaration): boolean {
  if (importClause === undefined) return false;
  if (importClause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const bindings = importClause.namedBindings;
  return (
    importClause.name === undefined &&
    bindings !== undefined &&
    ts.isNamedImports(bindings) &&
    bindings.elements.length > 0 &&
    bindings.elements.every(({ isTypeOnly }) => isTypeOnly)
  );
}

/** `import(…)`, `require(…)` and `createRequire(…).resolve(…)`. */
function loads({ expression }: ts.CallExpression): boolean {
  return (
    expression.kind === ts.SyntaxKind.ImportKeyword || /^require$|^createRequire\(/.test(expression.getText())
  );
}

export function importsIn(text: string, name: string): FileImports {
  const found: FileImports = { named: [], computed: false };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && !typesOnly(node))
      found.named.push((node.moduleSpecifier as ts.StringLiteral).text);
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier && !node.isTypeOnly)
      found.named.push((node.moduleSpecifier as ts.StringLiteral).text);
    else if (ts.isCallExpression(node) && loads(node)) {
      const [argument] = node.arguments;
      if (argument && ts.isStringLiteralLike(argument)) found.named.push(argument.text);
      else found.computed = true;
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true));
  return found;
}

/** `@turf/area/x` → `@turf/area` */
const packageOf = (specifier: string) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/** The file an import means; TypeScript is imported by the name it would have as JavaScript. */
function fileOf(from: string, specifier: string): string {
  const path = join(dirname(from), specifier);
  const typescript = path.replace(/\.js$/, '.ts');
  return existsSync(typescript) ? typescript : path;
}

export interface Reached {
  /** package → the files that import it */
  packages: Map<string, string[]>;
  files: number;
  /** Files with an import that only the run can tell. */
  computed: string[];
}

/** Everything `entries` reach, by paths below `root`. */
export function reachedFrom(root: string, entries: readonly string[]): Reached {
  const pending = entries.map((entry) => join(root, entry));
  const seen = new Set(pending);
  const reached: Reached = { packages: new Map(), files: 0, computed: [] };
  for (let file = pending.pop(); file !== undefined; file = pending.pop()) {
    reached.files += 1;
    if (!/\.m?[jt]s$/.test(file)) continue;
    const name = relative(root, file);
    const { named, computed } = importsIn(readFileSync(file, 'utf8'), name);
    if (computed) reached.computed.push(name);
    for (const specifier of named.filter((each) => !isBuiltin(each))) {
      if (specifier.startsWith('.')) {
        const next = fileOf(file, specifier);
        if (!seen.has(next)) pending.push(next);
        seen.add(next);
      } else {
        const importers = reached.packages.get(packageOf(specifier)) ?? [];
        reached.packages.set(packageOf(specifier), [...importers, name]);
      }
    }
  }
  return reached;
}
