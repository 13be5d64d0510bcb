import { isForm, type MediaType, type Model, receivedOf, type Webhook } from "@earmark/openapi";
import { kindOf, type Lines, literal, propertyKey, resultKindOf } from "../../emit/index.ts";
import type { TypeNames } from "./operation-usage.ts";

/** What a sample calls the module of handlers. */
export const HOOKS = "hooks";

/** Handles every webhook, reads all that comes and returns all that may be returned. */
export function webhookUsage(model: Model, names: TypeNames): Lines {
  return receivedOf(model).flatMap((webhook) => {
    const { key, method, operationId, parameters, responses } = webhook;
    const type = `${HOOKS}.${operationId}`;
    const read = parameters.map(({ name, required, schema, placed, in: place }) => {
      const member = `[${literal(name)}]`;
      const value = placed ? `parameters[${literal(place)}]?.${member}` : `parameters${member}`;
      return `takes<${names.read.nameOf(schema) ?? "unknown"}${required && !placed ? "" : " | undefined"}>(${value});`;
    });
    const handler = `({ body, parameters, request }) => { takes<${bodyType(webhook, names)}>(body); ${[...read, "takes<object>(parameters); takes<unknown>(request);"].join(" ")} return some<${type}Reply>(); }`;
    return [
      `${HOOKS}.createWebhookHandler({ handlers: { ${propertyKey(key)}: ${handler} } });`,
      `takes<${bodyType(webhook, names)}>(some<${type}Body>());`,
      `takes<object>(some<webhooks[${literal(key)}][${literal(method.toLowerCase())}]>());`,
      ...responses.flatMap(({ status, content }) => {
        const code = /^\d+$/.test(status) ? status : "some<number>()";
        return content.length === 0
          ? [`takes<${type}Reply>({ status: ${code} });`]
          : content.map(
              (media) =>
                `takes<${type}Reply>({ status: ${code}, body: some<${sentType(media, names)}>(), contentType: ${literal(media.mediaType)} });`,
            );
      }),
    ];
  });
}

/** What a handler gets for a body. */
function bodyType({ requestBody }: Webhook, names: TypeNames): string {
  if (requestBody === undefined) return "undefined";
  const types = requestBody.content.map((media) => {
    const kind = isForm(media.mediaType) ? "form" : resultKindOf(media);
    return kind === "text" ? "string" : kind === "binary" ? "Blob" : typeOf(media, names.read.nameOf);
  });
  return [...new Set([...types, ...(requestBody.required ? [] : ["undefined"])])].join(" | ");
}

function sentType(media: MediaType, names: TypeNames): string {
  const kind = kindOf(media);
  return kind === "json" || kind === "any" ? typeOf(media, names.write.nameOf) : "string";
}

function typeOf({ schema }: MediaType, nameOf: (name: string) => string | undefined): string {
  return (schema === undefined ? undefined : nameOf(schema)) ?? "unknown";
}
