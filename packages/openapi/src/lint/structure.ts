import type { Oas3Rule, UserContext } from "@redocly/openapi-core";
import { LOCATIONS, STYLES } from "../http/parameter.ts";
import { isJsonObject, type Json, type JsonObject, shown } from "../json/json.ts";
import { KEYWORDS } from "../schema/keywords.ts";

type Context = Pick<UserContext, "location" | "report" | "specVersion">;

/** What the schemas of the specification demand beyond Redocly's `struct`. */
export const structure: Oas3Rule = () => ({
  Parameter: (parameter, context) => {
    const node = asObject(parameter);
    const { in: place, style, required, content } = node;
    checkContent(node, context);
    // The schema of 3.1 does not ask it of those with content.
    if (place === "path" && required !== true && (content === undefined || context.specVersion === "oas3_0"))
      report(context, [], "expected required: true, as of all parameters in paths");
    const styles = STYLES[LOCATIONS.find((location) => location === place) ?? "query"];
    if (typeof style === "string" && !styles.includes(style))
      report(
        context,
        ["style"],
        `expected ${styles.join(", ")} beside in: ${shown(place ?? null)}, received ${shown(style)}`,
      );
    if (node.allowEmptyValue !== undefined && place !== "query")
      report(
        context,
        ["allowEmptyValue"],
        "expected only in: query",
        context.specVersion === "oas3_0" ? "warn" : "error",
      );
  },
  Header: (header, context) => {
    const node = asObject(header);
    checkContent(node, context);
    if (typeof node.style === "string" && !STYLES.header.includes(node.style))
      report(context, ["style"], `expected ${STYLES.header.join(", ")}, received ${shown(node.style)}`);
  },
  Responses: (responses, context) => {
    const codes = Object.keys(responses).filter((code) => !code.startsWith("x-"));
    if (codes.length === 0) report(context, [], "expected one response at least, received none");
    for (const code of codes)
      if (!STATUS.test(code))
        report(context, [code], `expected a status, a range such as 4XX, or default, received ${shown(code)}`);
  },
  Link: (link, context) => {
    const { operationRef, operationId, parameters } = asObject(link);
    if ((operationRef === undefined) === (operationId === undefined))
      report(
        context,
        [],
        `expected operationRef or operationId, received ${operationId === undefined ? "neither" : "both"}`,
      );
    if (parameters !== undefined && !isJsonObject(parameters))
      report(context, ["parameters"], `expected an object, received ${shown(parameters)}`);
  },
  License: (license, context) => {
    const { url, identifier } = asObject(license);
    if (url !== undefined && identifier !== undefined)
      report(context, ["identifier"], "expected url or identifier, received both");
  },
  SecurityScheme: (securityScheme, context) => {
    const { type, scheme, bearerFormat } = asObject(securityScheme);
    if (type === "http" && bearerFormat !== undefined && !/^bearer$/i.test(String(scheme)))
      report(context, ["bearerFormat"], "expected only beside scheme: bearer");
  },
  ...Object.fromEntries(FLOWS.map((flow) => [flow, checkScopes])),
  Schema: (schema, context) => checkKeywords(asObject(schema), context),
  // What stands beside a reference is no node of its own.
  ref: (reference, context) => {
    if (context.type.name === "Schema" && context.specVersion !== "oas3_0") checkKeywords(asObject(reference), context);
  },
});

/** A range has two capital letters. */
const STATUS = /^([1-5](\d\d|XX)|default)$/;
const FLOWS = ["ImplicitFlow", "PasswordFlow", "ClientCredentials", "AuthorizationCode"];

export function asObject(node: object): JsonObject {
  return node as JsonObject; // what a YAML parser makes
}

function report(
  { location, report: tell }: Context,
  path: readonly string[],
  message: string,
  forceSeverity: "error" | "warn" = "error",
): void {
  tell({ message, location: path.length === 0 ? location.key() : location.child([...path]), forceSeverity });
}

/** The fields that go with a schema, of which `content` has its own. */
const WITH_SCHEMA = ["style", "explode", "allowReserved", "example", "examples"];

function checkContent(node: JsonObject, context: Context): void {
  const { content, schema } = node;
  if (!isJsonObject(content)) return;
  const count = Object.keys(content).length;
  if (count !== 1) report(context, ["content"], `expected one media type, received ${count}`);
  if (schema !== undefined) report(context, ["schema"], "expected schema or content, received both");
  for (const name of WITH_SCHEMA)
    if (node[name] !== undefined) report(context, [name], "expected only beside schema, received beside content");
}

function checkScopes(flow: object, context: Context): void {
  const { scopes } = asObject(flow);
  for (const [name, description] of Object.entries(isJsonObject(scopes) ? scopes : {}))
    if (typeof description !== "string")
      report(context, ["scopes", name], `expected a string, received ${shown(description)}`);
}

function checkKeywords(schema: JsonObject, context: Context): void {
  for (const [name, value] of Object.entries(schema)) {
    const expected = context.specVersion === "oas3_0" ? expectedIn30(name, value) : expectedIn31(name, value);
    if (expected !== undefined) report(context, [name], `expected ${expected}, received ${shown(value)}`);
  }
}

function expectedIn31(name: string, value: Json): string | undefined {
  const form = KEYWORDS.get(name)?.value;
  // A keyword of 3.0 alone means nothing.
  return form === undefined || name === "nullable" || form.test(value) ? undefined : form.expected;
}

/** Its schemas are not those of JSON Schema 2020-12, and say less of lists. */
function expectedIn30(name: string, value: Json): string | undefined {
  if ((name === "required" || name === "enum") && Array.isArray(value) && value.length === 0)
    return "a list of one at least";
  return name === "items" && Array.isArray(value) ? "a schema" : undefined;
}
