import type { BodyCodec } from "./body-codec.ts";
import type { CallOptions } from "./client-options.ts";
import { bestMatch, isMultipart } from "./media-type.ts";
import { mergeHeaders } from "./openapi-fetch.ts";
import { serializePath } from "./path.ts";
import { openAuth } from "./security.ts";
import { chooseMediaType } from "./wire/choose-media-type.ts";
import { receive } from "./wire/receive.ts";
import type { OpenWire } from "./wire/wire.ts";

type Values = Readonly<Record<string, unknown>>;

/** The whole way to the wire and back: path and header codecs, media types both ways, and schemes of authentication. */
export const fullWire: OpenWire = (definition, options) => {
  const { path: fill = serializePath, headers: writeHeaders, codecs, auth } = definition;
  const { redact, secure } = openAuth(definition, options);
  const findCodec = (declared: string): BodyCodec | undefined =>
    codecs[declared] ?? codecs[bestMatch(declared, Object.keys(codecs)) ?? ""];
  return {
    redact: auth && redact,
    read: receive,
    narrow: (operation, args) => {
      const { requestBody, parameters } = operation;
      const [at, bodyAt] = [(parameters[0] ? 1 : 0) + (requestBody ? 1 : 0), parameters[0] ? 1 : 0];
      const { contentType, ...rest } = (args[at] ?? {}) as CallOptions<string>;
      const body = requestBody && args[bodyAt];
      if (body === undefined) {
        // There is nothing to send, but a mistake is one all the same.
        if (contentType !== undefined) chooseMediaType(operation, body, contentType);
        return operation;
      }
      const headers = new Headers(rest.headers);
      const chosen = chooseMediaType(operation, body, contentType ?? headers.get("content-type"));
      headers.set("content-type", chosen.contentType);
      args[at] = { ...rest, headers };
      return {
        ...operation,
        requestBody: { ...requestBody, content: { [chosen.declared]: chosen.media } },
      } as typeof operation;
    },
    write: (operation, init, fetch) => {
      const { parameters = [] } = operation ?? {};
      const headers = mergeHeaders({ accept: operation?.accept }, init.headers);
      const hasBody = operation?.requestBody !== undefined && init.body !== undefined;
      const chosen = hasBody ? chooseMediaType(operation, init.body, headers.get("content-type")) : undefined;
      if (chosen) headers.set("content-type", chosen.contentType);
      const send = init.fetch ?? fetch;
      const written = writeHeaders?.(init.params ?? {}, parameters);
      const cookies = [headers.get("cookie"), written?.header.cookie].filter((one) => one);
      if (written && cookies[1]) written.header.cookie = cookies.join("; ");
      return {
        pathSerializer: (template: string, values: Values) => fill(template, values, parameters),
        bodySerializer: (body: unknown) => {
          const codec = chosen && findCodec(chosen.declared);
          if (!codec) throw new TypeError(`No codec for ${chosen?.declared ?? "a body"} of ${operation?.operationId}.`);
          const encoded = codec.encode(body, chosen.media);
          // The boundary is part of it. These headers are read once the body is written.
          if (encoded instanceof Blob && isMultipart(chosen.contentType)) headers.set("content-type", encoded.type);
          return encoded;
        },
        params: { path: {}, ...init.params, ...written },
        headers,
        // Without `auth`, the credentials of Basic are not a matter of the wire.
        fetch: auth ? secure(send, operation) : send,
      };
    },
  };
};
