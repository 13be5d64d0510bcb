import { expandTemplate } from "../http/path-template.ts";
import { pointerSegments } from "../json/json-pointer.ts";

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

/** The same where another operation is called so: `GET /users/{id}` becomes `GetUsersById`, independent of all others. */
export function spelledOperationId(method: string, path: string): string {
  const [, ...segments] = expandTemplate(path, (name) => `By ${name}`).split("/");
  const words = segments.map((segment) => (segment === "" ? "Slash" : spelled(segment)));
  return pascalCase([method, ...words].join("_"));
}

const WORDS: Readonly<Record<string, string>> = {
  " ": "",
  "-": "Dash",
  ".": "Dot",
  _: "Underscore",
  "/": "Slash",
  ":": "Colon",
  "~": "Tilde",
  "+": "Plus",
  "*": "Star",
  "@": "At",
};

/** A name with words for what identifiers do not have, or do not need, to tell it from those that differ in that alone. */
export function spelled(name: string): string {
  const wordOf = (sign: string): string => WORDS[sign] ?? `U${sign.codePointAt(0)?.toString(16)}`;
  return name.replaceAll(/[^\p{L}\p{N}]/gu, (sign) => ` ${wordOf(sign)} `);
}

/** The key of an operation among generated types: its id, without what the library that declares them stumbles over. */
export function operationKey(operationId: string): string {
  return operationId.replaceAll(/[#%]/g, "/");
}

/**
 * A name that is not in `taken` yet: itself, one of the `longer` ones, which come from the same thing, or the last of
 * them with the first free number behind it. Adds it to `taken`.
 */
export function uniqueName(name: string, taken: Set<string>, longer: readonly string[] = []): string {
  const base = longer.at(-1) ?? name;
  let candidate = [name, ...longer].find((one) => !taken.has(one)) ?? base;
  for (let number = 2; taken.has(candidate); number++) candidate = `${base}${number}`;
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

/** Names for a schema that has none, from where it is: that of a definition, or ever more words of the way to it. */
export function namesOfPlace(pointer: string): readonly string[] {
  const definition = /\/(?:\$defs|definitions)\/([^/]+)$/.exec(pointer)?.[1];
  const shortest = definition ?? wordsOf(pointer).slice(-3).join("_");
  const words = pointerSegments(pointer).flatMap(wordsOf);
  const longer = words.slice(2).map((_, index) => words.slice(-index - 3).join("_"));
  return [shortest, ...longer].map(pascalCase);
}

/** Keywords that a place has in common with others say nothing. */
function wordsOf(name: string): string[] {
  return name.split(/[^A-Za-z0-9]+/).filter((word) => !/^(|components|schemas?|properties)$/.test(word));
}
