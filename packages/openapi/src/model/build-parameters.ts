import { diagnose } from "../diagnostics/diagnostic.ts";
import { defaultExplode, defaultStyle, effectiveStyle, isIgnoredHeader, LOCATIONS, STYLES } from "../http/parameter.ts";
import { templateNames } from "../http/path-template.ts";
import { isJsonObject, type Json } from "../json/json.ts";
import { pointerTo } from "../json/json-pointer.ts";
import { typesOf } from "../schema/schema.ts";
import type { Parameter } from "./model.ts";
import { pascalCase } from "./names.ts";
import type { SchemaTable } from "./schema-table.ts";
import { type DocumentSource, type Located, text } from "./source.ts";

/**
 * Parameters of the path items and the operation, where later ones replace those of the same name and place. What the
 * path template has beyond them is text.
 *
 * @param owners Who describes parameters, the operation last.
 */
export function buildParameters(
  source: DocumentSource,
  table: SchemaTable,
  path: string,
  owners: readonly Located[],
  prefix: string,
): Parameter[] {
  const merged = new Map<string, { readonly entry: Json; readonly at: string }>();
  for (const owner of owners) {
    const list = owner.value.parameters ?? [];
    if (!Array.isArray(list)) throw source.error(owner.pointer, "structure", "expected a list of parameters");
    const keys = new Set<string>();
    list.forEach((entry: Json, index) => {
      const at = pointerTo(owner.pointer, "parameters", index);
      const { value } = source.object(entry, at);
      const key = `${value.in} ${value.name}`;
      if (keys.has(key))
        warn(source, table, at, `${value.name} in ${value.in} is described twice; the last description counts`);
      keys.add(key);
      merged.set(key, { entry, at });
    });
  }
  const pointer = owners.at(-1)?.pointer ?? "#";
  const names = new Set(templateNames(path));
  for (const name of names) {
    if (merged.has(`path ${name}`)) continue;
    warn(source, table, pointer, `parameter ${name} of the path is not described; taken for a text`);
    merged.set(`path ${name}`, {
      entry: { name, in: "path", required: true, schema: { type: "string" } },
      at: pointer,
    });
  }
  const parameters = [...merged.values()].flatMap(({ entry, at }) =>
    buildParameter(source, table, source.object(entry, at), prefix),
  );
  for (const { in: place, name, pointer: at } of parameters) {
    if (place === "path" && !names.has(name)) warn(source, table, at, `${path} has no {${name}}, so it is never sent`);
  }
  const placed = placedParameters(parameters);
  return parameters.map((parameter) => ({ ...parameter, placed: placed.has(parameter) }));
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

function warn(source: DocumentSource, table: SchemaTable, pointer: string, message: string): void {
  table.warnings.push(diagnose("parameter", source.document, pointer, message));
}

function buildParameter(
  source: DocumentSource,
  table: SchemaTable,
  { value, pointer }: Located,
  prefix: string,
): Unplaced[] {
  const name = source.wireName(text(value.name) ?? "", pointer);
  const location = LOCATIONS.find((place) => place === value.in);
  if (location === undefined) {
    const message = `expected \`in\` to be path, query, header or cookie, received ${JSON.stringify(value.in)}`;
    throw source.error(pointer, "structure", message);
  }
  if (location === "header" && isIgnoredHeader(name)) {
    table.repairs.push({ kind: `header parameter ${name} ignored, as OpenAPI says`, pointer });
    return [];
  }
  const { schema, contentType, at } = describedBy(source, table, { value, pointer }, name);
  const declared = styleOf(source, table, { value, pointer }, location);
  const explode = typeof value.explode === "boolean" ? value.explode : defaultExplode(declared);
  const style = effectiveStyle(location, declared, explode);
  if (location === "cookie" && explode && contentType === undefined && isContainer(source, schema, at)) {
    const message = `${name} is a list or object, which no cookie holds exploded, so that a client refuses it; say \`explode: false\``;
    warn(source, table, pointer, message);
  }
  if (location === "path" && value.required !== true)
    table.repairs.push({ kind: "path parameter taken for required, as it must be", pointer });
  return [
    {
      name,
      in: location,
      required: value.required === true || location === "path",
      deprecated: value.deprecated === true,
      description: text(value.description),
      cliName: cliNameOf(source, value["x-cli-name"], pointerTo(pointer, "x-cli-name")),
      style,
      explode,
      allowReserved: value.allowReserved === true,
      contentType,
      schema: table.use(schema, at, prefix + pascalCase(name), "request"),
      pointer,
      source: value,
    },
  ];
}

function isContainer(source: DocumentSource, schema: Json, at: string): boolean {
  return isJsonObject(schema) && typesOf(source.object(schema, at).value).some((type) => /^(array|object)$/.test(type));
}

/** `x-cli-name: quality-issue`. */
function cliNameOf(source: DocumentSource, value: Json | undefined, pointer: string): string | undefined {
  if (value === undefined || (typeof value === "string" && /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(value))) return value;
  const message = `expected a name in lower case with hyphens, such as quality-issue, received ${JSON.stringify(value)}`;
  throw source.error(pointer, "x-cli-name", message);
}

/** The style, or the usual one with a warning where OpenAPI does not define that style for the place. */
function styleOf(
  source: DocumentSource,
  table: SchemaTable,
  { value, pointer }: Located,
  location: Parameter["in"],
): string {
  const declared = text(value.style);
  const usual = defaultStyle(location);
  if (declared === undefined || STYLES[location].includes(declared)) return declared ?? usual;
  const message = `expected style ${STYLES[location].join(" or ")} in ${location}, received ${declared}; taken for ${usual}`;
  table.warnings.push(diagnose("style", source.document, pointerTo(pointer, "style"), message));
  return usual;
}

/** A parameter has either a schema, or content of exactly one media type. Without either it may be anything. */
function describedBy(
  source: DocumentSource,
  table: SchemaTable,
  { value, pointer }: Located,
  name: string,
): { readonly schema: Json; readonly contentType: string | undefined; readonly at: string } {
  if (value.schema !== undefined)
    return { schema: value.schema, contentType: undefined, at: pointerTo(pointer, "schema") };
  const content = isJsonObject(value.content) ? Object.entries(value.content) : [];
  const [entry, ...others] = content;
  const expected = `parameter ${name}: expected a schema, or content of one media type`;
  if (others.length > 0) throw source.error(pointer, "structure", expected);
  if (entry === undefined) {
    const message = `${expected}; taken for one that may be anything`;
    table.warnings.push(diagnose("structure", source.document, pointer, message, { severity: "warning" }));
    return { schema: {}, contentType: undefined, at: pointerTo(pointer, "schema") };
  }
  const [contentType, media] = entry;
  const at = pointerTo(pointer, "content", contentType);
  return { schema: source.object(media, at).value.schema ?? {}, contentType, at: pointerTo(at, "schema") };
}
