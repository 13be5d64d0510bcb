/** A field or a keyword of a document, or an item of one, that code should be generated from. */
export interface Node {
  /** The names and indexes on the way to it. */
  readonly path: readonly string[];
  readonly name: string;
  /** Whether the name means nothing, being free, or an index. */
  readonly isMember: boolean;
  /** What it is, in words. */
  readonly kind: string;
}

/** What comes of a document: code without comments, and what is said. */
export interface Result {
  readonly code: string;
  readonly said: string;
}

/** Code without comments on lines of their own, which is where documentation stands. */
export function withoutComments(code: string): string {
  return code.replaceAll(/^\s*(?:\/\*\*[\s\S]*?\*\/|\/\/.*)$/gm, "").replaceAll(/^\s*\n/gm, "");
}

/** JSON that may be changed. */
type Mutable = Mutable[] | { [key: string]: Mutable } | string | number | boolean | null;

/** Another value that a field allows, for those where any will not do; what a field has already is left out. */
const OTHERS: Readonly<Record<string, readonly Mutable[]>> = {
  $ref: [],
  contentEncoding: ["base64", "identity"],
  contentMediaType: ["image/png", "application/json"],
  format: ["uuid", "date", "int32", "binary"],
  in: ["query", "header", "cookie"],
  openapi: [],
  pattern: ["^changed$"],
  scheme: ["basic", "bearer"],
  style: ["form", "spaceDelimited", "pipeDelimited", "deepObject", "simple", "label", "matrix"],
  type: ["string", "integer", "boolean", "array", "object", "http", "apiKey"],
  url: ["https://changed.example/v9"],
};

/**
 * The nodes of a document that make no difference: deleted or changed, the same is generated, and the same is said. What
 * holds a node that makes one makes one, too.
 *
 * @param document Changed meanwhile, and as it was in the end.
 * @param generate What comes of the text of a document; undefined where that is refused.
 */
export async function findLosses(
  document: unknown,
  nodes: readonly Node[],
  generate: (text: string) => Promise<Result | undefined>,
): Promise<readonly Node[]> {
  const before = await generate(JSON.stringify(document));
  const lost: Node[] = [];
  const noticed = new Set<string>();
  // What is held comes first.
  for (const node of nodes.toSorted((a, b) => b.path.length - a.path.length)) {
    const at = JSON.stringify(node.path);
    if (!noticed.has(at) && !(await isNoticed(document, node, before, generate))) lost.push(node);
    else for (const index of node.path.keys()) noticed.add(JSON.stringify(node.path.slice(0, index + 1)));
  }
  return lost;
}

async function isNoticed(
  document: unknown,
  node: Node,
  before: Result | undefined,
  generate: (text: string) => Promise<Result | undefined>,
): Promise<boolean> {
  for (const text of mutations(document, node)) {
    const after = await generate(text);
    if (after?.code !== before?.code || after?.said !== before?.said) return true;
  }
  return false;
}

/** The texts of a document without a node, and with other values of it. */
function* mutations(document: unknown, { path, name, isMember }: Node): Generator<string> {
  const owner = path.slice(0, -1).reduce<object>((value, key) => Reflect.get(value, key), document as object);
  const key = path.at(-1) ?? "";
  const members = Object.entries(owner);
  const value = Reflect.get(owner, key) as Mutable; // of JSON
  try {
    if (Array.isArray(owner)) owner.splice(Number(key), 1);
    else Reflect.deleteProperty(owner, key);
    yield JSON.stringify(document);
    for (const other of isMember || Array.isArray(owner) ? [] : othersOf(name, value)) {
      Reflect.set(owner, key, other);
      yield JSON.stringify(document);
    }
  } finally {
    // In their order.
    for (const name of Object.keys(owner)) Reflect.deleteProperty(owner, name);
    Object.assign(owner, Object.fromEntries(members));
  }
}

function othersOf(name: string, value: Mutable): readonly Mutable[] {
  if (typeof value === "boolean") return [!value];
  if (typeof value === "number") return [value + 1, value * 2];
  if (Array.isArray(value)) {
    const [first] = value;
    if (typeof first === "object") return [];
    return [[...value, typeof first === "number" ? 7919 : "changed"]];
  }
  if (typeof value === "object" && value !== null) {
    const [first, ...others] = Object.entries(value);
    if (first === undefined) return [{ type: "string" }];
    return typeof first[1] === "string" ? [Object.fromEntries([[`${first[0]}X`, first[1]], ...others])] : [];
  }
  if (typeof value !== "string") return [];
  return (OTHERS[name] ?? [`${value}X`]).filter((other) => other !== value);
}
