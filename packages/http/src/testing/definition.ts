import type { Check } from "@earmark/validation";
import { INTERFACE_VERSION, report } from "@earmark/validation/runtime";
import { jsonCodec } from "../body-codec.ts";
import type { CallOptions, ClientOptions } from "../client-options.ts";
import { formCodec } from "../form.ts";
import type { RawClient } from "../openapi-fetch.ts";
import { serializeQuery } from "../query.ts";
import { type Runtime, realRuntime } from "../runtime.ts";
import { type ClientParts, clientOf } from "./client-parts.ts";

/** A check in one line: a keyword and the predicate that it stands for. */
function check(name: string, code: string, matches: (value: unknown) => boolean): Check {
  return (value, issues, path) => {
    if (matches(value)) return true;
    report(issues, path, code, name, value);
    return false;
  };
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

const scored: Check = (value, issues, path = []) => {
  const score = (value as Record<string, unknown>).CallScore;
  if (score === undefined || score === null || (typeof score === "number" && score >= 1 && score <= 5)) return true;
  report(issues, [...path, "CallScore"], "enum", [1, 2, 3, 4, 5, null], score);
  return false;
};

const annotated: Check = (value, issues, path = []) => {
  if (isObject(value) && typeof value.call_sid === "string") return true;
  report(issues, [...path, "call_sid"], "type", "string", isObject(value) ? value.call_sid : undefined);
  return false;
};

export const CallSid = "CAaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
/** The path of the annotation of a call, and what is received from it. */
export const annotationPath = "/v1/Voice/{CallSid}/Annotation";
export const annotation: { readonly call_sid: string } = { call_sid: CallSid };

const errors = { content: { "application/json": { schema: "Error" } } };
const callSid = {
  name: "CallSid",
  in: "path",
  required: true,
  style: "simple",
  explode: false,
  schema: "CallSid",
} as const;
const described = { "200": { content: { "application/json": { schema: "Annotation" } } }, "400": errors };
const basic = [["BasicAuth"]];

/** A small API with one operation for each thing that operations differ in. */
export const definition: ClientParts = {
  interface: INTERFACE_VERSION,
  baseUrl: "https://api.example.com",
  writeQuery: serializeQuery,
  credentials: [
    ["accountSid", "authToken"],
    ["apiKey", "apiSecret"],
  ],
  codecs: { "application/x-www-form-urlencoded": formCodec, "application/json": jsonCodec },
  requests: {
    CallSid: check("CallSid", "pattern", (value) => /^CA[0-9a-z]+$/.test(String(value))),
    UpdateAnnotationRequest: scored,
    Words: check("Words", "type", (value) => Array.isArray(value)),
  },
  responses: { Annotation: annotated },
  operations: {
    fetchAnnotation: {
      operationId: "FetchAnnotation",
      method: "GET",
      path: annotationPath,
      idempotent: true,
      parameters: [callSid],
      responses: described,
      security: basic,
    },
    updateAnnotation: {
      operationId: "UpdateAnnotation",
      method: "POST",
      path: annotationPath,
      idempotent: true,
      parameters: [callSid],
      requestBody: {
        required: false,
        content: {
          "application/x-www-form-urlencoded": {
            schema: "UpdateAnnotationRequest",
            fields: {
              AnsweredBy: { type: "string" },
              QualityIssues: { type: "array", items: "string", explode: false },
              Spam: { type: "boolean" },
              CallScore: { type: "integer", nullable: true },
            },
          },
        },
      },
      responses: described,
      security: basic,
    },
    createNote: {
      operationId: "CreateNote",
      method: "POST",
      path: "/v1/Notes",
      idempotent: false,
      parameters: [],
      requestBody: { required: true, content: { "application/json": { schema: "Note" } } },
      responses: { "201": { content: { "application/json": {} } }, "2XX": {} },
      security: basic,
    },
    search: {
      operationId: "Search",
      method: "GET",
      path: "/v1/Search",
      idempotent: true,
      parameters: [
        { name: "Words", in: "query", required: false, style: "form", explode: false, schema: "Words" },
        { name: "Page", in: "query", required: false, style: "form", explode: true, schema: "Page" },
        { name: "X-Trace", in: "header", required: false, style: "simple", explode: false, schema: "Trace" },
      ],
      responses: { default: { content: { "text/plain": {} } } },
      security: [],
    },
  },
};

export interface TestClient {
  fetchAnnotation(parameters: { CallSid: string }, options?: CallOptions): Promise<{ call_sid: string }>;
  updateAnnotation(
    parameters: { CallSid: string },
    body?: Record<string, unknown>,
    options?: CallOptions,
  ): Promise<{ call_sid: string }>;
  createNote(body: unknown, options?: CallOptions): Promise<unknown>;
  search(parameters?: { Words?: string[]; Page?: number; "X-Trace"?: string }, options?: CallOptions): Promise<string>;
  readonly raw: RawClient<Paths>;
}

interface Paths {
  "/v1/Voice/{CallSid}/Annotation": {
    get: {
      parameters: { path: { CallSid: string } };
      responses: {
        200: { content: { "application/json": { call_sid: string } } };
        400: { content: { "application/json": { code: number } } };
      };
    };
    post: {
      parameters: { path: { CallSid: string } };
      requestBody?: {
        content: { "application/x-www-form-urlencoded": { Comment?: string; CallScore?: number | null } };
      };
      responses: {
        200: { content: { "application/json": { call_sid: string } } };
        400: { content: { "application/json": { code: number } } };
      };
    };
  };
}

export const accountSid = "ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
export const authToken = "tok3n-that-nobody-may-see";

/** A clock and chance without surprises: waits take no time, and every delay is the longest possible. */
export function testRuntime(delays: number[] = []): Runtime {
  return {
    ...realRuntime,
    random: () => 1,
    sleep: async (ms, signal) => {
      delays.push(ms);
      signal.throwIfAborted();
    },
  };
}

export function testClient(
  options: ClientOptions & Record<string, unknown> = {},
  runtime: Runtime = testRuntime(),
): TestClient {
  return clientOf<TestClient>(definition, { accountSid, authToken, ...options } as ClientOptions, runtime);
}

/** Runs `call` and returns what it throws. */
export async function failure<E = Error & Record<string, unknown>>(call: () => unknown): Promise<E> {
  try {
    await call();
  } catch (error) {
    return error as E;
  }
  throw new Error("did not fail");
}
