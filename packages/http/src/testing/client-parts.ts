import type { Check } from "@earmark/validation";
import type { AuthScheme } from "../auth-scheme.ts";
import type { BodyCodec } from "../body-codec.ts";
import { noCredentials, openCaller } from "../caller.ts";
import type { ClientOptions } from "../client-options.ts";
import { createClient } from "../create-client.ts";
import type { ApiDefinition, OperationDefinition } from "../definition.ts";
import { usualError, usualRequestId } from "../error-reader.ts";
import { bestMatch } from "../media-type.ts";
import type { Operation } from "../operation.ts";
import { operation } from "../operation-function.ts";
import { withPlaces } from "../places.ts";
import type { Runtime } from "../runtime.ts";
import { securitySchemes } from "../security.ts";
import { basicCredentials } from "../with-basic-auth.ts";

/** A client as tests describe it: a table of operations, and what they share. */
export interface ClientParts
  extends Pick<
      OperationDefinition,
      "writePath" | "writeQuery" | "writeHeaders" | "readHeaders" | "wire" | "pages" | "errors" | "retryOn"
    >,
    Partial<Pick<ApiDefinition, "readError" | "requestId">> {
  readonly interface: number;
  readonly baseUrl: string;
  readonly operations: Readonly<Record<string, Operation>>;
  /** By schema name; for what is sent. */
  readonly requests: Readonly<Record<string, Check>>;
  /** By schema name; for what is received. */
  readonly responses: Readonly<Record<string, Check>>;
  /** By media type as an operation spells it. */
  readonly codecs: Readonly<Record<string, BodyCodec>>;
  readonly auth?: readonly AuthScheme[];
  readonly credentials: readonly (readonly [user: string, password: string])[];
}

/** A client of such parts, as generated code makes one. */
export function clientOf<Client>(parts: ClientParts, options: ClientOptions, runtime?: Runtime): Client {
  const { interface: version, baseUrl, credentials, auth } = parts;
  const { readError = usualError, requestId = usualRequestId } = parts;
  const open = auth ? securitySchemes(auth) : credentials[0] ? basicCredentials(credentials) : noCredentials;
  const api = { interface: version, baseUrl, requestId, readError, auth: open };
  const functions = Object.entries(parts.operations).map(
    ([name, one]) => [name, operation(bindOperation(one, parts))] as const,
  );
  return createClient(openCaller(api, options, runtime), Object.fromEntries(functions));
}

/** An operation of a table with its checks, codecs and plug-ins. */
export function bindOperation(one: Operation, parts: Partial<ClientParts> = {}): OperationDefinition {
  const {
    requests,
    responses,
    codecs = {},
    interface: _,
    baseUrl,
    operations,
    auth,
    credentials,
    pages,
    readError: __,
    requestId,
    ...plugins
  } = parts;
  const { requestBody, ...rest } = one;
  const definition: OperationDefinition = {
    ...rest,
    ...plugins,
    ...(one.pagination && pages && { pages }),
    parameters: one.parameters.map(({ schema, ...rules }) => ({ ...rules, ...checked(requests, schema) })),
    ...(requestBody && {
      requestBody: {
        ...requestBody,
        content: mapped(requestBody.content, (media, type) => ({
          ...media,
          codec: codecs[type] ?? codecs[bestMatch(type, Object.keys(codecs)) ?? ""] ?? missing(type),
          ...checked(requests, media.schema),
        })),
      },
    }),
    responses: mapped(one.responses, ({ content }) => ({
      ...(content && { content: mapped(content, (media) => ({ ...media, ...checked(responses, media.schema) })) }),
    })),
  };
  return one.parameters.some(({ placed }) => placed) ? withPlaces(definition) : definition;
}

function checked(checks: ClientParts["requests"] = {}, schema = ""): { readonly check?: Check } {
  return schema === "" ? {} : { check: checks[schema] ?? (() => true) };
}

function missing(type: string): BodyCodec {
  return {
    encode: () => {
      throw new TypeError(`No codec for ${type}.`);
    },
  };
}

function mapped<T, R>(table: Readonly<Record<string, T>>, map: (value: T, key: string) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(table).map(([key, value]) => [key, map(value, key)]));
}
