import { DocumentError } from "../../document/index.ts";
import type { Model, Operation, Views } from "../../model/index.ts";
import { FORM } from "../operations/index.ts";
import { docComment, indented, type Lines, layOut, literal, propertyKey } from "../source/index.ts";
import { checkName } from "../validators/index.ts";
import { credentialsOf } from "./credentials.ts";
import { clientName, ERRORS } from "./names.ts";

/** Body codecs of `@earmark/http` by media type. A client imports those that its operations send. */
const CODECS: Readonly<Record<string, string>> = { [FORM]: "formCodec", "application/json": "jsonCodec" };

/** The module itself: a definition for the shared runtime, with exactly the checks and codecs that its operations need. */
export function implementation(model: Model, views: Views): Lines {
  const requests = checkMap(views, new Set(model.operations.flatMap(requestSchemas)), (name) =>
    views.requestName(name),
  );
  const responses = checkMap(views, new Set(model.operations.flatMap(responseSchemas)), (name) => name);
  const codecs = codecsOf(model);
  const imported = [...new Set([...requests, ...responses].map(([, check]) => check))].sort();
  const hasQuery = model.operations.some(({ parameters }) => parameters.some((parameter) => parameter.in === "query"));
  const runtime = ["createClient", ...new Set(Object.values(codecs)), ...(hasQuery ? ["serializeQuery"] : [])];
  const definition = [
    "operations,",
    `baseUrl: ${literal(model.servers[0] ?? "")},`,
    `credentials: ${layOut(credentialsOf(model))},`,
    `codecs: { ${Object.entries(codecs)
      .map(([type, codec]) => `${literal(type)}: ${codec}`)
      .join(", ")} },`,
    ...(hasQuery ? ["query: serializeQuery,"] : []),
    `requests: { ${requests.map(property).join(", ")} },`,
    `responses: { ${responses.map(property).join(", ")} },`,
  ];
  return [
    `import { ${imported.join(", ")} } from ${literal(`@earmark/${model.document.name}-validators/checks`)};`,
    `import { ${runtime.sort().join(", ")} } from "@earmark/http";`,
    'import { operations } from "./operations.gen.js";',
    "",
    `export { ${ERRORS.join(", ")} } from "@earmark/http";`,
    "",
    "const definition = {",
    ...indented(definition),
    "};",
    "",
    ...docComment(`A client of ${model.title}.`),
    `export function create${clientName(model)}(options) {`,
    "  return createClient(definition, options);",
    "}",
  ];
}

function checkMap(
  views: Views,
  names: ReadonlySet<string>,
  rename: (name: string) => string,
): [key: string, check: string][] {
  return [...names].sort().flatMap((name): [string, string][] => {
    const viewed = views.client.find((entry) => entry.name === rename(name));
    return viewed === undefined ? [] : [[name, checkName(viewed.identifier)]];
  });
}

function requestSchemas(operation: Operation): string[] {
  const body = operation.requestBody?.content[0]?.schema;
  return [...operation.parameters.map(({ schema }) => schema), ...(body === undefined ? [] : [body])];
}

/** Schemas of answers that are results; errors are parsed leniently and need no validator. */
function responseSchemas(operation: Operation): string[] {
  return operation.responses
    .filter(({ status }) => /^2|default/.test(status))
    .flatMap(({ content }) => content.flatMap(({ schema }) => (schema === undefined ? [] : [schema])));
}

function codecsOf(model: Model): Record<string, string> {
  const used: Record<string, string> = {};
  for (const { requestBody, pointer } of model.operations) {
    const media = requestBody?.content[0];
    if (media === undefined) continue;
    const codec = CODECS[media.mediaType];
    if (codec === undefined) {
      const message = `a body of type ${media.mediaType} cannot be generated; use ${Object.keys(CODECS).join(" or ")}`;
      throw new DocumentError([model.document.problemAt(media.pointer ?? pointer, "unsupported", message)]);
    }
    used[media.mediaType] = codec;
  }
  return used;
}

function property([key, check]: [string, string]): string {
  return `${propertyKey(key)}: ${check}`;
}
