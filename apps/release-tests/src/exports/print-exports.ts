import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import ts from "typescript";
import type { Manifest } from "../workspace/packages.ts";

const OPTIONS: ts.CompilerOptions = {
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  target: ts.ScriptTarget.ES2023,
  types: [],
  skipLibCheck: true,
  noEmit: true,
};

/**
 * The public declarations of a built package as Markdown: a section for each entry of `exports` that has types, in it
 * each exported name with its declaration, then the declarations of the package that these refer to without exporting
 * them. Comments are left out. Generated declarations are committed themselves, so only their names are listed.
 *
 * `codegen changeset --check` reads this format.
 *
 * @param folder the package's, absolute.
 * @returns undefined for a package without types.
 * @throws {Error} when an entry names declarations that do not exist.
 */
export function printExports(folder: string, { name, exports = {} }: Manifest): string | undefined {
  const entries = Object.entries(exports).flatMap(([path, target]): [string, string][] =>
    typeof target === "object" && target.types !== undefined
      ? [[name + path.slice(1), join(folder, target.types)]]
      : [],
  );
  if (entries.length === 0) return undefined;
  const program = ts.createProgram(
    entries.map(([, file]) => file),
    OPTIONS,
  );
  const sections = entries.map(([specifier, file]) => {
    const source = program.getSourceFile(file);
    if (source === undefined) throw new Error(`${relative(folder, file)} of ${name} does not exist; build it first.`);
    const lines = isGenerated(source)
      ? exportsOf(program, source).map(([exported]) => `- \`${exported}\``)
      : blocksOf(program, source, folder);
    return `## \`${specifier}\`\n\n${lines.join("\n")}\n`;
  });
  return `# Exports of ${name}\n\nWritten by \`pnpm exports\`. A name that is removed or changed breaks its users.\n\n${sections.join("\n")}`;
}

function isGenerated({ text }: ts.SourceFile): boolean {
  return text.startsWith("// Generated from ");
}

function exportsOf(program: ts.Program, source: ts.SourceFile): [name: string, symbol: ts.Symbol][] {
  const checker = program.getTypeChecker();
  const module = checker.getSymbolAtLocation(source);
  const exported = module === undefined ? [] : checker.getExportsOfModule(module);
  return exported
    .map((symbol): [string, ts.Symbol] => [symbol.name, resolved(checker, symbol)])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function resolved(checker: ts.TypeChecker, symbol: ts.Symbol): ts.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

function blocksOf(program: ts.Program, source: ts.SourceFile, folder: string): string[] {
  const checker = program.getTypeChecker();
  const exported = exportsOf(program, source);
  const seen = new Set(exported.map(([, symbol]) => symbol));
  const internal: ts.Symbol[] = [];
  const isOwn = (node: ts.Declaration): boolean => packageOf(node.getSourceFile().fileName) === folder;

  /** Collects what a declaration refers to in its package. */
  const visit = (node: ts.Node): void => {
    const symbol = ts.isIdentifier(node) ? checker.getSymbolAtLocation(node) : undefined;
    const target = symbol && resolved(checker, symbol);
    if (target?.declarations?.every((one) => isTopLevel(one) && isOwn(one)) && !seen.has(target)) {
      seen.add(target);
      internal.push(target);
    }
    node.forEachChild(visit);
  };
  const block = (heading: string, symbol: ts.Symbol): string => {
    const declarations = symbol.declarations ?? [];
    const [first] = declarations;
    const lines =
      first === undefined || isOwn(first)
        ? declarations.map(printed)
        : [`export { ${symbol.name} } from "${nameOf(packageOf(first.getSourceFile().fileName))}";`];
    if (first !== undefined && isOwn(first)) declarations.forEach(visit);
    return `### ${heading}\n\n\`\`\`ts\n${lines.join("\n")}\n\`\`\`\n`;
  };

  const blocks = exported.map(([name, symbol]) => block(`\`${name}\``, symbol));
  // It grows while it is read: what is not exported refers to more.
  const others: [name: string, text: string][] = [];
  for (const symbol of internal) others.push([symbol.name, block(`\`${symbol.name}\`, not exported`, symbol)]);
  others.sort(([a, one], [b, other]) => ((a === b ? one < other : a < b) ? -1 : 1));
  return [...blocks, ...others.map(([, text]) => text)];
}

function isTopLevel(node: ts.Declaration): boolean {
  return ts.isSourceFile(ts.isVariableDeclaration(node) ? node.parent.parent.parent : node.parent);
}

const printer = ts.createPrinter({ removeComments: true, newLine: ts.NewLineKind.LineFeed });

function printed(node: ts.Declaration): string {
  const statement = ts.isVariableDeclaration(node) ? node.parent.parent : node;
  return printer.printNode(ts.EmitHint.Unspecified, statement, node.getSourceFile());
}

/** The folder of the package that a file belongs to. */
function packageOf(file: string): string {
  let folder = dirname(file);
  while (!ts.sys.fileExists(join(folder, "package.json"))) {
    if (folder === dirname(folder)) return folder;
    folder = dirname(folder);
  }
  return folder;
}

function nameOf(folder: string): string {
  return (JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest).name;
}
