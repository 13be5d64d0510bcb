import { readOperations } from "../document/read-operations.ts";
import type { RecordedExchange, TargetName, WireRequest, WireResponse } from "../exchange.ts";
import { type OperationProbe, operationProbe } from "../operation/operation-probe.ts";
import { documentOf } from "./document-of.ts";

const thing = {
  type: "object",
  required: ["name"],
  properties: { name: { type: "string" }, size: { type: ["integer", "null"], maximum: 9 } },
};

/** A small document with a little of everything. */
export const things = {
  openapi: "3.1.0",
  info: { title: "Things", version: "1" },
  servers: [{ url: "https://example.com/base" }],
  security: [{ Basic: [] }],
  paths: {
    "/things/{Id}": {
      parameters: [
        { name: "Id", in: "path", required: true, schema: { type: "string", pattern: "^T\\d$" }, example: "T1" },
      ],
      post: {
        operationId: "UpdateThing",
        summary: "Change a thing.",
        parameters: [
          { name: "Dry", in: "query", schema: { type: "boolean" } },
          { name: "X-Tags", in: "header", schema: { type: "array", maxItems: 2, items: { type: "string" } } },
        ],
        requestBody: {
          content: {
            "application/x-www-form-urlencoded": {
              schema: {
                type: "object",
                additionalProperties: false,
                properties: { Name: { type: "string", maxLength: 3 }, Kind: { enum: ["a", "b"] } },
              },
              examples: { both: { value: { Name: "abc", Kind: "a" } } },
            },
          },
        },
        responses: {
          "200": {
            description: "",
            content: { "application/json": { schema: thing, example: { name: "abc", size: 9 } } },
          },
          "4XX": { description: "" },
        },
      },
    },
    "/things/default": {
      get: { operationId: "FetchDefault", security: [], responses: { "204": { description: "" } } },
    },
  },
  components: { securitySchemes: { Basic: { type: "http", scheme: "basic" } } },
};

export async function probesOf(document: unknown): Promise<readonly OperationProbe[]> {
  return Promise.all(readOperations(documentOf(document)).map(operationProbe));
}

type Parts = Partial<WireRequest> &
  Partial<Omit<WireResponse, "body">> & {
    readonly target?: TargetName;
    /** Of the response; an object is sent as JSON. */
    readonly response?: unknown;
    readonly said?: Readonly<Record<string, string>>;
  };

/** A right exchange, but for what is given. `headers` are those of the request, `said` those of the response. */
export function exchange(parts: Parts = {}): RecordedExchange {
  const { target = "mock", method = "POST", path = "/things/T1", body, status = 200, said = {} } = parts;
  const { response = status === 200 ? { name: "x" } : undefined } = parts;
  const authorization = `Basic ${btoa("user:secret")}`;
  const type = body === undefined ? {} : { "content-type": "application/x-www-form-urlencoded" };
  const json = typeof response === "object" ? { "content-type": "application/json" } : {};
  return {
    target,
    request: {
      method,
      path,
      headers: { authorization, ...type, ...parts.headers },
      ...(body !== undefined && { body }),
    },
    response: {
      status,
      headers: { ...json, ...said },
      body: typeof response === "object" ? JSON.stringify(response) : String(response ?? ""),
    },
  };
}
