import { isForm, type MediaType, type Model, type Webhook } from "@earmark/openapi";
import { INTERFACE_VERSION } from "@earmark/validation/runtime";
import type { ClientSchemas } from "../client-schemas.ts";
import type { Imports } from "../imports.ts";
import { validatedSchema, webhookTable } from "../operations/index.ts";
import { braced, docComment, indented, type Lines, layOut, literal, propertyKey } from "../source.ts";

/** The module itself: a definition for the shared runtime, with the checks that its webhooks need. */
export function implementation(
  model: Model,
  schemas: ClientSchemas,
  received: readonly Webhook[],
  { http, checks: module }: Imports,
): Lines {
  const read = checksOf(
    schemas,
    "response",
    received.flatMap((one) => receivedSchemas(model, one)),
  );
  const written = checksOf(
    schemas,
    "request",
    received.flatMap((one) => sentSchemas(model, one)),
  );
  const checks = [...new Set([...read, ...written].map(([, check]) => check))].sort();
  const property = ([key, check]: [string, string]): string => `${propertyKey(key)}: ${check}`;
  return [
    `import { receiveWebhooks } from ${literal(http)};`,
    ...(checks.length === 0 ? [] : braced("import ", checks, ` from ${literal(module)};`)),
    "",
    "const definition = {",
    ...indented([
      `interface: ${INTERFACE_VERSION},`,
      "webhooks: {",
      ...indented(
        Object.entries(webhookTable(model, received)).map(
          ([key, webhook]) => `${propertyKey(key)}: ${layOut(webhook, "    ")},`,
        ),
      ),
      "},",
      ...braced("received: ", read.map(property), ","),
      ...braced("sent: ", written.map(property), ","),
    ]),
    "};",
    "",
    ...docComment(`A handler of the requests that ${model.title} sends.`),
    "export function createWebhookHandler(options) {",
    "  return receiveWebhooks(definition, options);",
    "}",
  ];
}

/** The checks of schemas, by the names of these. */
function checksOf(
  schemas: ClientSchemas,
  direction: "request" | "response",
  names: readonly string[],
): [key: string, check: string][] {
  return [...new Set(names)].sort().flatMap((name): [string, string][] => {
    const check = schemas.checkOf(name, direction);
    return check === undefined ? [] : [[name, check]];
  });
}

function receivedSchemas(model: Model, { parameters, requestBody }: Webhook): string[] {
  const validated = (media: MediaType): string[] => {
    const schema = validatedSchema(model, media, isForm(media.mediaType) ? "request" : "response");
    return schema === undefined ? [] : [schema];
  };
  return [...parameters.map(({ schema }) => schema), ...(requestBody?.content ?? []).flatMap(validated)];
}

function sentSchemas(model: Model, { responses }: Webhook): string[] {
  return responses.flatMap(({ content }) => content.flatMap((media) => validatedSchema(model, media, "request") ?? []));
}
