import ts from "typescript";

/** What a file reads of the environment. */
export interface Read {
  /** Variables by name. */
  readonly names: readonly string[];
  /** Functions that the whole environment is handed to; what they read is found where they are. */
  readonly handedTo: readonly string[];
}

const VARIABLE = /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/;

/**
 * The variables that a file reads of `process.env`: by name, as `["NAME"]`, or taken apart.
 *
 * @param functions Functions that are handed the environment: what the file that declares one reads of its parameter
 * counts, too, and where it looks up names that it holds, all names that are written there.
 */
export function variablesIn(text: string, functions: ReadonlySet<string> = new Set()): Read {
  const file = ts.createSourceFile("file.ts", text, ts.ScriptTarget.Latest, true);
  const [names, handedTo, parameters] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const isEnvironment = (node: ts.Node | undefined): boolean =>
    node !== undefined &&
    (/^(globalThis\.)?process\.env$/.test(node.getText(file)) || (ts.isIdentifier(node) && parameters.has(node.text)));
  each(file, (node) => {
    if (!ts.isFunctionDeclaration(node) || !functions.has(node.name?.text ?? "")) return;
    for (const { name } of node.parameters) if (/^env/.test(name.getText(file))) parameters.add(name.getText(file));
  });
  each(file, (node) => {
    if (ts.isPropertyAccessExpression(node) && isEnvironment(node.expression)) names.add(node.name.text);
    if (ts.isElementAccessExpression(node) && isEnvironment(node.expression))
      for (const name of namesIn(node.argumentExpression, file)) names.add(name);
    if (ts.isVariableDeclaration(node) && ts.isObjectBindingPattern(node.name) && isEnvironment(node.initializer))
      for (const { propertyName, name } of node.name.elements) names.add((propertyName ?? name).getText(file));
    if (ts.isCallExpression(node) && node.arguments.some(isEnvironment)) handedTo.add(node.expression.getText(file));
  });
  return { names: [...names].sort(), handedTo: [...handedTo].sort() };
}

/** The name of a member, or all that it may be. */
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
