import {
  componentRef,
  isBaseUrl,
  isRange,
  type MediaType,
  type Model,
  type Operation,
  type Parameter,
  type Response,
  type Views,
} from "@earmark/openapi";
import { INTERFACE_VERSION } from "@earmark/validation/runtime";
import { kindOf, mayBe, validatedSchema } from "../operations/index.ts";
import { braced, docComment, indented, type Lines, layOut, literal, propertyKey } from "../source.ts";
import { checkName } from "../validators/index.ts";
import { clientName, codecsOf, ERRORS, requestMedia, resultsOf } from "./media.ts";
import { securityOf } from "./security.ts";

/** The module itself: a definition for the shared runtime, with exactly the checks and codecs that its operations need. */
export function implementation(model: Model, views: Views): Lines {
  const requests = checkMap(
    views,
    new Set(model.operations.flatMap((operation) => requestSchemas(model, operation))),
    (name) => views.requestName(name),
  );
  const responses = checkMap(
    views,
    new Set(model.operations.flatMap((operation) => responseSchemas(model, operation))),
    (name) => name,
  );
  const codecs = codecsOf(model);
  const plugins = pluginsOf(model);
  const { credentials, schemes, functions } = securityOf(model);
  const imported = [...new Set([...requests, ...responses].map(([, check]) => check))].sort();
  const create = model.operations.some(({ pagination }) => pagination) ? "createPagedClient" : "createClient";
  const hasPlaces = model.operations.some(({ parameters }) => parameters.some(({ placed }) => placed));
  const runtime = new Set([
    ...[create, ...(hasPlaces ? ["withPlaces"] : [])],
    ...[...Object.values(codecs), ...Object.values(plugins), ...functions],
  ]);
  const definition = [
    `interface: ${INTERFACE_VERSION},`,
    "operations,",
    `baseUrl: ${literal(model.servers.find(isBaseUrl) ?? "")},`,
    `credentials: ${layOut(credentials)},`,
    ...(schemes.length === 0 ? [] : [`auth: [${schemes.join(", ")}],`]),
    ...braced("codecs: ", Object.entries(codecs).map(property), ","),
    ...Object.entries(plugins).map(([key, plugin]) => `${key}: ${plugin},`),
    ...braced("requests: ", requests.map(property), ","),
    ...braced("responses: ", responses.map(property), ","),
  ];
  const imports: [from: string, names: readonly string[]][] = [
    ["@earmark/http", [...runtime].sort()],
    ...(imported.length === 0
      ? []
      : [[`@earmark/${model.document.name}-validators/checks`, imported] as [string, string[]]]),
  ];
  return [
    ...imports
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([from, names]) => braced("import ", names, ` from ${literal(from)};`)),
    'import { operations } from "./calls.gen.js";',
    "",
    ...braced("export ", ERRORS, ' from "@earmark/http";'),
    "",
    hasPlaces ? "const definition = withPlaces({" : "const definition = {",
    ...indented(definition),
    hasPlaces ? "});" : "};",
    "",
    ...docComment(`A client of ${model.title}.`),
    `export function create${clientName(model)}(options) {`,
    `  return ${create}(definition, options);`,
    "}",
  ];
}

/** The checks of schemas, by the names of these. */
export function checkMap(
  views: Views,
  names: ReadonlySet<string>,
  rename: (name: string) => string,
): [key: string, check: string][] {
  return [...names].sort().flatMap((name): [string, string][] => {
    const viewed = views.client.find((entry) => entry.name === rename(name));
    return viewed === undefined ? [] : [[name, checkName(viewed.identifier)]];
  });
}

function requestSchemas(model: Model, operation: Operation): string[] {
  const bodies = requestMedia(operation).flatMap((media) => validatedSchema(model, media, "request") ?? []);
  return [...operation.parameters.map(({ schema }) => schema), ...bodies];
}

/** Schemas of responses that are results; errors are parsed leniently and need no validator. */
function responseSchemas(model: Model, operation: Operation): string[] {
  return resultsOf(operation).flatMap(({ content }) =>
    content.flatMap((media) => validatedSchema(model, media, "response") ?? []),
  );
}

/** What the core of the runtime does not carry, since most clients need none of it. */
function pluginsOf(model: Model): Readonly<Record<string, string>> {
  const parameters = parameterCodecs(model);
  const needsWire =
    parameters.path !== undefined ||
    parameters.headers !== undefined ||
    // Only the wire writes a path in another way.
    model.operations.some((operation) => operation.parameters.some((one) => one.placed && one.in === "path")) ||
    securityOf(model).schemes.length > 0 ||
    model.operations.some(
      (operation) => isManifold(requestMedia(operation)) || resultsOf(operation).some(needsReading),
    );
  return { ...parameters, ...(needsWire ? { wire: "fullWire" } : {}) };
}

/** A body whose media type is chosen at the call, or made at it, as the boundary of multipart is. */
function isManifold(content: readonly MediaType[]): boolean {
  return content.length > 1 || content.some((media) => isRange(media.mediaType) || kindOf(media) === "multipart");
}

/** A success that is not one kind of JSON, and so has to be asked for and read in another way. */
function needsReading({ status, content }: Response): boolean {
  return status === "304" || content.length > 1 || content.some((media) => kindOf(media) !== "json");
}

function property([key, check]: [string, string]): string {
  return `${propertyKey(key)}: ${check}`;
}

/** The plug-ins of `@earmark/http` that write an API's parameters, by the key under which a definition has them. */
function parameterCodecs(model: Model): Readonly<Record<string, string>> {
  const parameters = model.operations.flatMap((operation) => operation.parameters);
  const at = (...places: readonly Parameter["in"][]): readonly Parameter[] =>
    parameters.filter((one) => places.includes(one.in));
  const query = at("query");
  return {
    ...(at("path").some((one) => isStyled(model, one, "simple")) ? { path: "serializeStyledPath" } : {}),
    ...(query.length === 0
      ? {}
      : { query: query.some((one) => isStyled(model, one, "form")) ? "serializeStyledQuery" : "serializeQuery" }),
    ...(at("header", "cookie").length === 0 ? {} : { headers: "serializeHeaders" }),
  };
}

/** Beyond what the lean serializers do: primitives and arrays in the default style of the place. */
function isStyled(model: Model, parameter: Parameter, style: string): boolean {
  return (
    parameter.style !== style ||
    parameter.allowReserved ||
    parameter.contentType !== undefined ||
    mayBe(model, "object", { $ref: componentRef(parameter.schema) }) ||
    (parameter.in === "path" && parameter.explode)
  );
}
