import { readFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { isMap, isNode, isScalar, LineCounter, type Node, parseDocument } from "yaml";
import { Cursor, type DocumentFile, DocumentProblem } from "./cursor.ts";

/**
 * Reads a document, and what it refers to, from YAML or JSON. A reading of our own: what Prism or the generator leave
 * out in silence would otherwise be missing here too.
 *
 * @param workspace what the names of files are relative to.
 * @throws with line and column, for what is not YAML.
 */
export function loadDocument(path: string, workspace: string): Cursor {
  const loaded = new Map<string, Cursor>();
  const load = (absolute: string): Cursor => {
    const known = loaded.get(absolute);
    if (known !== undefined) return known;
    const name = relative(workspace, absolute).replaceAll("\\", "/");
    const lines = new LineCounter();
    const parsed = parseDocument(readFileSync(absolute, "utf8"), { lineCounter: lines });
    const [error] = parsed.errors;
    if (error !== undefined) throw new DocumentProblem(`${name} is not YAML: ${error.message}`);
    const file: DocumentFile = {
      name,
      root: parsed.toJS(),
      line: (keys) => lines.linePos(offset(parsed.contents, keys)).line,
      other: (reference) => load(resolve(dirname(absolute), reference)),
    };
    const cursor = new Cursor(file, [], file.root);
    loaded.set(absolute, cursor);
    return cursor;
  };
  return load(resolve(path));
}

/** Where the last part of a path begins that is there as it is written: behind an alias, that is the alias. */
function offset(root: Node | null, path: readonly string[]): number {
  let node: unknown = root;
  let found = 0;
  for (const key of path) {
    // The name, not what is under it, which may begin lines later.
    const pair = isMap(node)
      ? node.items.find((each) => isScalar(each.key) && String(each.key.value) === key)
      : undefined;
    const child = pair?.value ?? (isNode(node) && "get" in node ? node.get(Number(key), true) : undefined);
    const start = isNode(pair?.key) ? pair.key : child;
    if (!isNode(start) || !start.range) return found;
    [found] = start.range;
    node = child;
  }
  return found;
}
