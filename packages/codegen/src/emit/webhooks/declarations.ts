import {
  isForm,
  isRange,
  type MediaType,
  type Model,
  type Parameter,
  type Response,
  type Webhook,
} from "@earmark/openapi";
import type { ClientSchemas } from "../client-schemas.ts";
import type { Imports } from "../imports.ts";
import { kindOf, resultKindOf } from "../operations/index.ts";
import { docComment, indented, type Lines, literal, propertyKey } from "../source.ts";

/** What the module looks like to TypeScript: a type for each webhook, and the handler of all. */
export function declarations(
  model: Model,
  schemas: ClientSchemas,
  received: readonly Webhook[],
  imports: Imports,
): Lines {
  const uses = (name: string): boolean => lines.some((line) => line.includes(`${name}<`));
  const lines = [
    ...received.flatMap((webhook) => typesOf(schemas, webhook)),
    "",
    ...docComment("What each webhook does, by its key. One that is left out gets 501."),
    "export interface WebhookHandlers {",
    ...indented(received.flatMap(member)),
    "}",
    "",
    ...docComment("Which handlers there are, how they are chosen, and who may call them."),
    "export type WebhookHandlerOptions = WebhookOptions<WebhookHandlers>;",
    "",
    ...docComment(
      `Creates a handler of the requests that ${model.title} sends, for any server that hands on a \`Request\`. It never rejects.\n\n@throws {TypeError} when an option makes no sense.`,
    ),
    "export declare function createWebhookHandler(options: WebhookHandlerOptions): (request: Request) => Promise<Response>;",
  ];
  const names = ["WebhookCall", "WebhookOptions", "WebhookReply"].filter(uses);
  return [
    `import type { ${names.join(", ")} } from ${literal(imports.http)};`,
    `import type * as $types from ${literal(imports.types)};`,
    ...lines,
  ];
}

/** The types of one webhook: its body, its parameters if it has any, and what a handler takes and returns. */
function typesOf(schemas: ClientSchemas, webhook: Webhook): Lines {
  const { operationId: name, parameters, key } = webhook;
  const hasParameters = parameters.length > 0;
  const what = `\`${key}\``;
  return [
    "",
    ...docComment(`The body of ${what}.`),
    `export type ${name}Body = ${bodyType(schemas, webhook)};`,
    ...(hasParameters
      ? [
          "",
          ...docComment(`The parameters of ${what}.`),
          `export type ${name}Parameters = ${parametersType(schemas, webhook)};`,
        ]
      : []),
    "",
    ...docComment(`What a handler of ${what} gets.`),
    `export type ${name} = WebhookCall<${name}Body, ${hasParameters ? `${name}Parameters` : "{}"}>;`,
    "",
    ...docComment(
      `What a handler of ${what} returns: nothing for a success without a body, or what is held to the document; a \`Response\` is sent as it is.`,
    ),
    `export type ${name}Reply = ${replyType(schemas, webhook)};`,
  ];
}

/** A handler, which may be asynchronous. */
function member(webhook: Webhook): Lines {
  const { operationId: name, key, summary, description, deprecated } = webhook;
  const about = [summary, description, deprecated ? "@deprecated" : undefined].filter((part) => part !== undefined);
  return [
    ...docComment(about.join("\n\n")),
    `readonly ${propertyKey(key)}?: (call: ${name}) => ${name}Reply | Promise<${name}Reply>;`,
  ];
}

function bodyType(schemas: ClientSchemas, { requestBody }: Webhook): string {
  if (requestBody === undefined) return "undefined";
  const types = requestBody.content.map((media) => {
    const kind = isForm(media.mediaType) ? "form" : resultKindOf(media);
    return kind === "text" ? "string" : kind === "binary" ? "Blob" : typeOf(schemas, media.schema);
  });
  return union([...types, ...(requestBody.required ? [] : ["undefined"])]);
}

/** Flat, save those that are given below their place. */
function parametersType(schemas: ClientSchemas, { parameters }: Webhook): string {
  const members = (list: readonly Parameter[]): string[] =>
    list.map(
      ({ name, required, schema }) => `readonly ${propertyKey(name)}${required ? "" : "?"}: ${typeOf(schemas, schema)}`,
    );
  const placed = parameters.filter((parameter) => parameter.placed);
  const groups = [...new Set(placed.map((one) => one.in))].map((place) => {
    const list = placed.filter((one) => one.in === place);
    return `readonly ${place}${list.some(({ required }) => required) ? "" : "?"}: { ${members(list).join("; ")} }`;
  });
  return `{ ${[...members(parameters.filter((parameter) => !parameter.placed)), ...groups].join("; ")} }`;
}

function replyType(schemas: ClientSchemas, { responses }: Webhook): string {
  const successes = responses.filter(({ status }) => status.startsWith("2"));
  // What the sender expects something from is not left to silence.
  const isSilent = successes.length === 0 || successes.some(({ content }) => content.length === 0);
  return union([
    ...(isSilent ? ["void"] : []),
    "Response",
    ...responses.flatMap((response) => replyTypes(schemas, response)),
  ]);
}

function replyTypes(schemas: ClientSchemas, { status, content }: Response): string[] {
  const code = /^\d+$/.test(status) ? status : "number";
  if (content.length === 0) return [`WebhookReply<${code}, undefined>`];
  const bodies = content.flatMap((media) => sentTypes(schemas, media));
  const hasRange = content.some(({ mediaType }) => isRange(mediaType));
  return [`WebhookReply<${code}, ${union(bodies)}>${hasRange ? " & { readonly contentType: string }" : ""}`];
}

/** What is written as a response of a media type; a form is left to a `Response`. */
function sentTypes(schemas: ClientSchemas, media: MediaType): string[] {
  const kind = kindOf(media);
  if (kind === "json" || kind === "any") return [typeOf(schemas, media.schema, "request")];
  return kind === "text" ? ["string"] : ["Blob", "string"];
}

function union(types: readonly string[]): string {
  return [...new Set(types)].join(" | ");
}

function typeOf(
  schemas: ClientSchemas,
  name: string | undefined,
  direction: "request" | "response" = "response",
): string {
  return schemas.typeOf(name, direction) ?? "unknown";
}
