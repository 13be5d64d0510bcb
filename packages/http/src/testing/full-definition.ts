import { INTERFACE_VERSION } from "@earmark/validation/runtime";
import { apiKeyAuth, basicAuth, bearerAuth } from "../auth-scheme.ts";
import { binaryCodec, jsonCodec, textCodec } from "../body-codec.ts";
import type { ClientOptions } from "../client-options.ts";
import { styledFormCodec } from "../form.ts";
import { fullWire } from "../full-wire.ts";
import { serializeHeaders } from "../headers.ts";
import { multipartCodec } from "../multipart.ts";
import type { RawClient } from "../openapi-fetch.ts";
import type { MediaType, Operation } from "../operation.ts";
import { serializeStyledPath } from "../path.ts";
import { serializeStyledQuery } from "../query.ts";
import { type ClientParts, clientOf } from "./client-parts.ts";
import { testRuntime } from "./definition.ts";

/** An operation that takes a body. */
export function posting(content: Record<string, MediaType>, rest: Partial<Operation> = {}): Operation {
  return {
    operationId: "Post",
    method: "POST",
    path: "/v1/things",
    idempotent: true,
    parameters: [],
    requestBody: { required: false, content },
    responses: { "204": {} },
    security: [],
    ...rest,
  };
}

/** An operation that takes nothing. */
export function getting(rest: Partial<Operation>): Operation {
  return {
    operationId: "Get",
    method: "GET",
    path: "/v1/things",
    idempotent: true,
    parameters: [],
    responses: { "204": {} },
    security: [],
    ...rest,
  };
}

export type Method = (...args: unknown[]) => Promise<unknown>;

/** A client of one operation, `call`, whose document needs everything. */
export function fullClient(
  call: Operation,
  options: ClientOptions & Record<string, unknown>,
  definition: Partial<ClientParts> = {},
): { readonly call: Method; readonly raw: RawClient<Record<string, never>> } {
  const full: ClientParts = {
    interface: INTERFACE_VERSION,
    baseUrl: "https://api.example.com",
    operations: { call },
    requests: {},
    responses: {},
    codecs: {
      "application/json; charset=utf-8": jsonCodec,
      "application/vnd.thing+json": jsonCodec,
      "application/x-www-form-urlencoded": styledFormCodec,
      "multipart/form-data": multipartCodec,
      "text/*": textCodec,
      "*/*": binaryCodec,
    },
    writePath: serializeStyledPath,
    writeQuery: serializeStyledQuery,
    writeHeaders: serializeHeaders,
    auth: [
      bearerAuth("token", "Bearer"),
      apiKeyAuth("headerKey", "header", "X-Key", "HeaderKey"),
      apiKeyAuth("queryKey", "query", "key", "QueryKey"),
      apiKeyAuth("cookieKey", "cookie", "session", "CookieKey"),
      basicAuth([["user", "password"]], "Basic"),
    ],
    wire: fullWire,
    credentials: [],
    ...definition,
  };
  return clientOf(full, options, testRuntime());
}
