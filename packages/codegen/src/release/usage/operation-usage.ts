import { isSuccess, type MediaType, type Operation, operationKey, type Response } from "@earmark/openapi";
import { kindOf, type Lines, literal, member, propertyKey, resultKindOf, resultsOf } from "../../emit/index.ts";
import type { Access, SampleTypes } from "./schema-usage.ts";

/** How a sample writes the types of schemas, by what it does with them. */
export type TypeNames = Readonly<Record<Access, SampleTypes>>;

/** Calls an operation with everything, with nothing but what it requires, and looks at its responses. */
export function operationUsage(operation: Operation, names: TypeNames): Lines {
  const id = `operations[${literal(operationKey(operation.operationId))}]`;
  const body = `NonNullable<${id}["requestBody"]>`;
  return [
    `takes<object>(some<paths[${literal(operation.path)}][${literal(operation.method.toLowerCase())}]>());`,
    `${member("table", operation.methodName)};`,
    ...callUsage(operation, names),
    ...(operation.requestBody?.content ?? []).map(
      (media) =>
        `takes<${body}["content"][${literal(media.mediaType)}]>(some<${typeOf(media, names.write) ?? "never"}>());`,
    ),
    ...operation.responses.flatMap((response) => [
      ...(isSuccess(response.status) ? responseUsage(response, id, names) : []),
      ...headerUsage(response, id, names),
    ]),
  ];
}

function callUsage(operation: Operation, names: TypeNames): Lines {
  const { parameters, requestBody, pagination } = operation;
  const members = (list: Operation["parameters"]): string =>
    list.map(({ name, schema }) => `${propertyKey(name)}: some<${names.write.nameOf(schema) ?? "never"}>()`).join(", ");
  const pass = (list: Operation["parameters"]): string => {
    const places = new Set(list.filter(({ placed }) => placed).map((one) => one.in));
    const flat = members(list.filter(({ placed }) => !placed));
    const below = [...places].map(
      (place) => `${place}: { ${members(list.filter((one) => one.placed && one.in === place))} }`,
    );
    return `{ ${[...(flat === "" ? [] : [flat]), ...below].join(", ")} }`;
  };
  const call = (...args: readonly string[]): string => `${member("client", operation.methodName)}(${args.join(", ")})`;
  const required = parameters.filter((parameter) => parameter.required);
  const bodies = (requestBody?.content ?? []).map((media) => `some<${argumentType(media, names)}>()`);
  const all = parameters.length === 0 ? [] : [pass(parameters)];
  const lean = parameters.length === 0 || required.length === 0 ? [] : [pass(required)];
  const full = bodies.length === 0 ? [call(...all)] : bodies.map((body) => call(...all, body));
  const least = requestBody?.required === true ? bodies.slice(0, 1).map((body) => call(...all, body)) : [call(...lean)];
  const result = pagination === undefined ? `Promise<${resultType(operation, names)}>` : "AsyncIterable<unknown>";
  return [...new Set([...full, ...least])].map((expression) => `takes<${result}>(${expression});`);
}

/** What a caller passes for a body. */
function argumentType(media: MediaType, names: TypeNames): string {
  const kind = kindOf(media);
  if (kind === "binary") return "Blob";
  return kind === "text" ? "string" : (typeOf(media, names.write) ?? "never");
}

/** What a caller gets. */
function resultType(operation: Operation, names: TypeNames): string {
  const types = resultsOf(operation).flatMap(({ content }) =>
    content.length === 0 ? ["undefined"] : content.map((media) => responseType(media, names)),
  );
  return [...new Set(types)].join(" | ") || "undefined";
}

function responseType(media: MediaType, names: TypeNames): string {
  const kind = resultKindOf(media);
  if (kind === "json" || kind === "any") return typeOf(media, names.read) ?? "unknown";
  return kind === "text" ? "string" : "Blob";
}

/** The bodies of a success, as the typed openapi-fetch client shows them. */
function responseUsage({ status, content }: Response, id: string, names: TypeNames): Lines {
  const body = `${id}["responses"][${statusKey(status)}]["content"]`;
  return content.map(
    (media) => `takes<${typeOf(media, names.read) ?? "unknown"}>(some<${body}[${literal(media.mediaType)}]>());`,
  );
}

/** `HeaderOf` of a sample is `never` for a status that is not documented any more, which breaks no code. */
function headerUsage({ status, headers }: Response, id: string, names: TypeNames): Lines {
  return headers.map(({ name, schema, required }) => {
    const text = `${names.read.textOf(schema) ?? "unknown"}${required ? "" : " | undefined"}`;
    return `takes<${text}>(some<HeaderOf<${id}["responses"], ${statusKey(status)}, ${literal(name)}>>());`;
  });
}

function statusKey(status: string): string {
  return /^\d+$/.test(status) ? status : literal(status);
}

function typeOf({ schema }: MediaType, { nameOf }: SampleTypes): string | undefined {
  return schema === undefined ? undefined : nameOf(schema);
}
