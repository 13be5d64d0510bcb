import ts from "typescript";

/** How a file reads the environment. */
export interface Read {
  /** Variables by name. */
  readonly names: readonly string[];
  /** Functions that get the whole environment; what they read is found in the files that declare them. */
  readonly passedTo: readonly string[];
}

const VARIABLE = /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/;

/** Expressions for the environment, and for the object that has it. */
const ENVIRONMENT = /^(globalThis\??\.)?process\??(\.env|\.?\["env"\])$|^import\.meta\.env$/;
const PROCESS = /^(globalThis\??\.)?process$/;

/**
 * The environment variables that a file reads: by name, as `["NAME"]`, by destructuring, by `in`, and through aliases.
 *
 * @param functions names of functions that get the environment: what they read of their parameter counts, too. Where
 * the name of a variable is computed, all names that the file contains count.
 */
export function variablesIn(text: string, functions: ReadonlySet<string> = new Set()): Read {
  const file = ts.createSourceFile("file.ts", text, ts.ScriptTarget.Latest, true);
  const [names, passedTo, aliases] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const isEnvironment = (node: ts.Expression | undefined): boolean => {
    const bare = node && unwrapped(node);
    if (bare === undefined) return false;
    return ENVIRONMENT.test(bare.getText(file)) || (ts.isIdentifier(bare) && aliases.has(bare.text));
  };
  /** The names that a node binds to the environment or to parts of it. */
  const bound = (node: ts.Node): readonly ts.BindingName[] => {
    if (ts.isFunctionDeclaration(node) && functions.has(node.name?.text ?? ""))
      return node.parameters.map(({ name }) => name).filter((name) => /^env/.test(name.getText(file)));
    if (ts.isImportSpecifier(node)) return isOfProcess(node, file) ? [node.name] : [];
    if (!ts.isVariableDeclaration(node) && !ts.isParameter(node)) return [];
    if (isEnvironment(node.initializer)) return [node.name];
    const isProcess = ts.isObjectBindingPattern(node.name) && PROCESS.test(node.initializer?.getText(file) ?? "");
    return isProcess ? elementsOf(node.name).flatMap((one) => (keyOf(one, file) === "env" ? one.name : [])) : [];
  };
  each(file, (node) => {
    for (const name of bound(node)) {
      if (ts.isIdentifier(name)) aliases.add(name.text);
      else for (const element of elementsOf(name)) names.add(keyOf(element, file));
    }
  });
  each(file, (node) => {
    if (ts.isPropertyAccessExpression(node) && isEnvironment(node.expression)) names.add(node.name.text);
    if (ts.isElementAccessExpression(node) && isEnvironment(node.expression))
      for (const name of namesIn(node.argumentExpression, file)) names.add(name);
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.InKeyword && isEnvironment(node.right))
      for (const name of namesIn(node.left, file)) names.add(name);
    if (ts.isCallExpression(node) && node.arguments.some(isEnvironment)) passedTo.add(node.expression.getText(file));
  });
  return { names: [...names].sort(), passedTo: [...passedTo].sort() };
}

function unwrapped(node: ts.Expression): ts.Expression {
  const isWrapped = ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node) || ts.isAsExpression(node);
  return isWrapped ? unwrapped(node.expression) : node;
}

function elementsOf(name: ts.BindingName): readonly ts.BindingElement[] {
  return ts.isObjectBindingPattern(name) ? name.elements : [];
}

function keyOf({ propertyName, name }: ts.BindingElement | ts.ImportSpecifier, file: ts.SourceFile): string {
  return (propertyName ?? name).getText(file);
}

/** `import { env } from "node:process"`. */
function isOfProcess(specifier: ts.ImportSpecifier, file: ts.SourceFile): boolean {
  const { moduleSpecifier } = specifier.parent.parent.parent;
  return keyOf(specifier, file) === "env" && /^["'](node:)?process["']$/.test(moduleSpecifier.getText(file));
}

/** The name of a member, or all names that it may have. */
function namesIn(member: ts.Expression, file: ts.SourceFile): readonly string[] {
  if (ts.isStringLiteralLike(member)) return [member.text];
  const found: string[] = [];
  each(file, (node) => {
    const key = ts.isPropertyAssignment(node) && ts.isIdentifier(node.name) ? node.name.text : "";
    const written = ts.isStringLiteralLike(node) ? node.text : key;
    if (VARIABLE.test(written)) found.push(written);
  });
  return found;
}

function each(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => each(child, visit));
}
