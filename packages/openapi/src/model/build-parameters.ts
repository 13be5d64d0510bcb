import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import {
  COLLECTION_FORMATS,
  defaultExplode,
  defaultStyle,
  effectiveStyle,
  isIgnoredHeader,
  LOCATIONS,
  STYLES,
} from "../http/parameter.ts";
import { templateNames } from "../http/path-template.ts";
import { isJsonObject, type Json, shown } from "../json/json.ts";
import { pointerTo } from "../json/json-pointer.ts";
import { readExtensions } from "./extensions.ts";
import type { Parameter } from "./model.ts";
import { pascalCase } from "./names.ts";
import type { Direction, SchemaTable } from "./schema-table.ts";
import { type Building, type DocumentReader, type Located, text } from "./source.ts";

/**
 * Parameters of the path items and the operation, where later ones replace those of the same name and place. What the
 * path template has beyond them are strings.
 *
 * @param path undefined for a request that is received: its parameters are those that can be read of it.
 * @param owners Who describes parameters, the operation last.
 */
export function* buildParameters(
  reader: DocumentReader,
  table: SchemaTable,
  path: string | undefined,
  owners: readonly Located[],
  prefix: string,
): Building<Parameter[]> {
  const merged = new Map<string, Located>();
  for (const owner of owners) for (const [key, located] of yield* describedIn(reader, owner)) merged.set(key, located);
  if (path === undefined) return yield* receivedParameters(reader, table, [...merged.values()], prefix);
  const pointer = owners.at(-1)?.pointer ?? "#";
  const names = new Set(templateNames(path));
  for (const name of names) {
    if (merged.has(`path ${name}`)) continue;
    yield misnamed(reader, pointer, `parameter ${name} of the path is not described; taken for a string`);
    const value = { name, in: "path", required: true, schema: { type: "string" } };
    merged.set(`path ${name}`, { value, pointer });
  }
  const parameters: Unplaced[] = [];
  for (const located of merged.values())
    parameters.push(...(yield* buildParameter(reader, table, located, prefix, "request")));
  for (const { in: place, name, pointer: at } of parameters) {
    if (place === "path" && !names.has(name))
      yield misnamed(reader, at, `${path} has no {${name}}, so it is never sent`);
  }
  return withPlaces(parameters);
}

/** The parameters that can be read of a request: those in its query and its headers, but for some styles. */
function* receivedParameters(
  reader: DocumentReader,
  table: SchemaTable,
  described: readonly Located[],
  prefix: string,
): Building<Parameter[]> {
  const leftOut = ({ value, pointer }: Located, why: string): Diagnostic => {
    const message = `parameter ${String(value.name)} of a webhook left out: ${why}`;
    return diagnose("left-out", reader.document, pointer, message);
  };
  const parameters: Unplaced[] = [];
  for (const located of described) {
    const { in: place } = located.value;
    if (place === "path" || place === "cookie") {
      yield leftOut(located, `a handler reads queries and headers, no ${place}`);
      continue;
    }
    for (const parameter of yield* buildParameter(reader, table, located, prefix, "response")) {
      const isObject = table.typesOf(parameter.schema).includes("object");
      if (isReadable(parameter, isObject)) parameters.push(parameter);
      else yield leftOut(located, `a handler reads no ${isObject ? "object" : "value"} in style ${parameter.style}`);
    }
  }
  return withPlaces(parameters);
}

function isReadable({ style, contentType }: Unplaced, isObject: boolean): boolean {
  if (contentType !== undefined || style === "deepObject") return true;
  return (style === "form" || style === "simple") && !isObject;
}

function withPlaces(parameters: readonly Unplaced[]): Parameter[] {
  const placed = placedParameters(parameters);
  return parameters.map((parameter) => ({ ...parameter, placed: placed.has(parameter) }));
}

/** The parameters that one object describes, by place and name. */
function* describedIn(reader: DocumentReader, owner: Located): Building<ReadonlyMap<string, Located>> {
  const described = new Map<string, Located>();
  const list = owner.value.parameters ?? [];
  if (!Array.isArray(list)) {
    yield reader.error("structure", owner.pointer, "expected a list of parameters");
    return described;
  }
  for (const [index, entry] of (list as readonly Json[]).entries()) {
    const at = pointerTo(owner.pointer, "parameters", index);
    const located = yield* reader.object(entry, at);
    if (located === undefined) continue;
    const { value } = located;
    const key = `${value.in} ${value.name}`;
    if (described.has(key))
      yield warning(reader, at, `${value.name} in ${value.in} is described twice; the last description counts`);
    described.set(key, located);
  }
  return described;
}

type Unplaced = Omit<Parameter, "placed">;

/**
 * The parameters whose name alone does not say which is meant. Of those with one name, all but the first are given below
 * their place, in the order of places here; so is what has the name of a place that others are given below.
 */
function placedParameters(parameters: readonly Unplaced[]): ReadonlySet<Unplaced> {
  const rank = ({ in: place }: Unplaced): number => LOCATIONS.indexOf(place);
  const placed = new Set(
    parameters.filter((one) => parameters.some((other) => other.name === one.name && rank(other) < rank(one))),
  );
  for (let before = -1; before !== placed.size; ) {
    before = placed.size;
    const places = new Set<string>([...placed].map((one) => one.in));
    for (const one of parameters) if (places.has(one.name)) placed.add(one);
  }
  return placed;
}

/** It costs little: what is not described is a string, and what the path lacks is not sent. */
function misnamed(reader: DocumentReader, pointer: string, message: string): Diagnostic {
  return diagnose("path-parameters-defined", reader.document, pointer, message, { severity: "warning" });
}

function warning(reader: DocumentReader, pointer: string, message: string): Diagnostic {
  return diagnose("parameter", reader.document, pointer, message);
}

function* buildParameter(
  reader: DocumentReader,
  table: SchemaTable,
  { value, pointer }: Located,
  prefix: string,
  direction: Direction,
): Building<Unplaced[]> {
  const name = text(value.name);
  if (name === undefined) {
    // No client can send it, required or not; the operation may do without.
    const received = value.name === undefined ? "nothing" : shown(value.name);
    const message = `expected the \`name\` of a parameter, received ${received}, so it is left out`;
    yield diagnose("structure", reader.document, pointer, message, { severity: "warning" });
    return [];
  }
  if (!(yield* reader.isName(name, pointer))) return [];
  const location = LOCATIONS.find((place) => place === value.in);
  if (location === undefined) {
    const message = `expected \`in\` to be path, query, header or cookie, received ${JSON.stringify(value.in)}`;
    yield reader.error("structure", pointer, message);
    return [];
  }
  if (location === "header" && isIgnoredHeader(name)) {
    yield diagnose("ignored", reader.document, pointer, `header parameter ${name} ignored, as OpenAPI says`);
    return [];
  }
  const described = yield* describedBy(reader, { value, pointer }, name);
  if (described === undefined) return [];
  const { schema, contentType, at } = described;
  const extensions = yield* readExtensions(reader, "parameter", { value, pointer });
  const format = extensions["x-collection-format"];
  const declared =
    format === undefined ? yield* styleOf(reader, { value, pointer }, location) : COLLECTION_FORMATS[format];
  const explode = typeof value.explode === "boolean" ? value.explode : defaultExplode(declared);
  const used = table.use(schema, at, prefix + pascalCase(name), direction);
  if (location === "cookie" && explode && contentType === undefined && isContainer(table.typesOf(used))) {
    const message = `${name} is a list or object, which no cookie holds exploded, so that a client refuses it; say \`explode: false\``;
    yield warning(reader, pointer, message);
  }
  if (location === "path" && value.required !== true)
    yield diagnose("ignored", reader.document, pointer, "path parameter taken for required, as it must be");
  return [
    {
      name,
      in: location,
      required: value.required === true || location === "path",
      deprecated: value.deprecated === true,
      description: text(value.description),
      cliName: extensions["x-cli-name"],
      style: effectiveStyle(location, declared, explode),
      explode,
      allowReserved: value.allowReserved === true,
      contentType,
      schema: used,
      pointer,
      source: value,
      extensions,
    },
  ];
}

function isContainer(types: readonly string[]): boolean {
  return types.includes("array") || types.includes("object");
}

/** The style, or the usual one with a warning where OpenAPI does not define that style for the place. */
function* styleOf(reader: DocumentReader, { value, pointer }: Located, location: Parameter["in"]): Building<string> {
  const declared = text(value.style);
  const usual = defaultStyle(location);
  if (declared === undefined || STYLES[location].includes(declared)) return declared ?? usual;
  const message = `expected style ${STYLES[location].join(" or ")} in ${location}, received ${declared}; taken for ${usual}`;
  yield diagnose("style", reader.document, pointerTo(pointer, "style"), message);
  return usual;
}

/** A parameter has either a schema, or content of exactly one media type. Without either it may be anything. */
function* describedBy(
  reader: DocumentReader,
  { value, pointer }: Located,
  name: string,
): Building<{ readonly schema: Json; readonly contentType: string | undefined; readonly at: string } | undefined> {
  if (value.schema !== undefined)
    return { schema: value.schema, contentType: undefined, at: pointerTo(pointer, "schema") };
  const content = isJsonObject(value.content) ? Object.entries(value.content) : [];
  const [entry, ...others] = content;
  const expected = `parameter ${name}: expected a schema, or content of one media type`;
  if (others.length > 0) {
    yield reader.error("structure", pointer, expected);
    return undefined;
  }
  if (entry === undefined) {
    const message = `${expected}; taken for one that may be anything`;
    yield diagnose("structure", reader.document, pointer, message, { severity: "warning" });
    return { schema: {}, contentType: undefined, at: pointerTo(pointer, "schema") };
  }
  const [contentType, media] = entry;
  const at = pointerTo(pointer, "content", contentType);
  const located = yield* reader.object(media, at);
  return located && { schema: located.value.schema ?? {}, contentType, at: pointerTo(at, "schema") };
}
