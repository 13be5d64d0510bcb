import { isForm, type MediaType, type Model, type Views, type Webhook } from "@earmark/openapi";
import { INTERFACE_VERSION } from "@earmark/validation/runtime";
import { checkMap } from "../client/index.ts";
import { validatedSchema, webhookTable } from "../operations/index.ts";
import { braced, docComment, indented, type Lines, layOut, literal, propertyKey } from "../source.ts";

/** Module specifiers that emitted handlers import from. */
export interface WebhookImports {
  /** The function `receiveWebhooks`, and the types that a handler is declared with. */
  readonly webhooks: string;
  /** Generated checks. */
  readonly checks: string;
  /** Generated types in the client's view. */
  readonly types: string;
}

/** The module itself: a definition for the shared runtime, with the checks that its webhooks need. */
export function implementation(
  model: Model,
  views: Views,
  received: readonly Webhook[],
  imports: WebhookImports,
): Lines {
  const read = checkMap(views, new Set(received.flatMap((one) => receivedSchemas(model, one))), (name) => name);
  const written = checkMap(views, new Set(received.flatMap((one) => sentSchemas(model, one))), (name) =>
    views.requestName(name),
  );
  const checks = [...new Set([...read, ...written].map(([, check]) => check))].sort();
  const property = ([key, check]: [string, string]): string => `${propertyKey(key)}: ${check}`;
  return [
    `import { receiveWebhooks } from ${literal(imports.webhooks)};`,
    ...(checks.length === 0 ? [] : braced("import ", checks, ` from ${literal(imports.checks)};`)),
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
