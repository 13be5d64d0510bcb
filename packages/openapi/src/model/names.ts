/** `insights.v1.call_annotation` → `InsightsV1CallAnnotation`; a name that is an identifier keeps its spelling, capitalised. */
export function pascalCase(name: string): string {
  const joined = name.replace(
    /[^\p{ID_Continue}$]+(.)?|_+(\p{L})/gu,
    (_, a: string | undefined, b: string | undefined) => (a ?? b ?? "").toUpperCase(),
  );
  const capitalised = joined.replace(/^./u, (first) => first.toUpperCase());
  return /^[\p{ID_Start}_$]/u.test(capitalised) ? capitalised : `_${capitalised}`;
}

/** Lower-cases the first letter: `FetchAnnotation` → `fetchAnnotation`. */
export function lowerFirst(name: string): string {
  return name.replace(/^./u, (first) => first.toLowerCase());
}

export function camelCase(name: string): string {
  return lowerFirst(pascalCase(name));
}

/** A name for an operation that has none: `GET /users/{id}` becomes `GetUsersId`. */
export function derivedOperationId(method: string, path: string): string {
  return pascalCase(`${method}_${path}`.replaceAll(/[^\p{ID_Continue}]+/gu, "_").replace(/_$/, ""));
}

/** The key of an operation among generated types: its id, without what the library that declares them stumbles over. */
export function operationKey(operationId: string): string {
  return operationId.replaceAll(/[#%]/g, "/");
}

/** A name that is not in `taken` yet: itself, or with the first free number behind it. Adds it to `taken`. */
export function uniqueName(name: string, taken: Set<string>): string {
  let candidate = name;
  for (let number = 2; taken.has(candidate); number++) candidate = `${name}${number}`;
  taken.add(candidate);
  return candidate;
}

/** Words that cannot name a binding in a module, and globals that emitted code uses or that a reader would mistake. */
const RESERVED = new Set(
  (
    "arguments as await break case catch class const continue debugger default delete do else enum eval export extends false finally for function " +
    "if implements import in instanceof interface let new null package private protected public return static super switch this throw true try " +
    "typeof undefined var void while with yield any bigint boolean never number object string symbol unknown " +
    "$types Array BigInt Boolean Date Error Function JSON Map Math Number Object Promise Proxy RangeError Record Reflect RegExp Set String Symbol TypeError URL"
  ).split(" "),
);

export function isReserved(name: string): boolean {
  return RESERVED.has(name);
}

/**
 * What a module calls what it exports, by exported name: the name itself, unless it is reserved or among `taken`, the
 * names that the module has already.
 */
export function localNames(exported: readonly string[], taken: Iterable<string>): ReadonlyMap<string, string> {
  const clashing = new Set(taken);
  const used = new Set([...clashing, ...exported]);
  return new Map(
    exported.map((name) => [name, isReserved(name) || clashing.has(name) ? uniqueName(`${name}_`, used) : name]),
  );
}
