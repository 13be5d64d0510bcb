/** A service: calls the API, here the sandbox, with the client, and validates. Prints its results as JSON. */
export const PROGRAM = `
import { createAnnotationClient, NotFoundError, RequestValidationError } from "@earmark/annotation-client";
import { operations } from "@earmark/annotation-client/operations";
import { Annotation, AnsweredBy } from "@earmark/annotation-validators";
import * as strict from "@earmark/annotation-validators/strict";
import { HttpError } from "@earmark/http";
import { createSandbox } from "@earmark/sandbox";
import { createSummariesClient } from "@earmark/summaries-client";
import { ValidationError } from "@earmark/validation";

const CallSid = "CA" + "a".repeat(32);
const { fetch } = createSandbox();
const account = { accountSid: "AC" + "a".repeat(32), authToken: "secret", fetch };
const client = createAnnotationClient(account);
const annotation = await client.updateAnnotation({ CallSid }, { AnsweredBy: "human" });
const refused = await client.fetchAnnotation({ CallSid: "CAx" }).catch((error) => error instanceof RequestValidationError);
const lost = createAnnotationClient({ ...account, fetch: async () => Response.json({}, { status: 404 }) });
const missing = await lost.fetchAnnotation({ CallSid }).catch((error) => [error instanceof NotFoundError, error instanceof HttpError]);
let thrown;
try { Annotation.parse(7); } catch (error) { thrown = error instanceof ValidationError; }
console.log(JSON.stringify({
  stored: (await client.fetchAnnotation({ CallSid })).answered_by,
  valid: [Annotation.is(annotation), strict.Annotation.is(annotation), strict.Annotation.is({ answered_by: "ai_agent" })],
  known: AnsweredBy.values.includes("human"),
  refused, missing, thrown,
  path: operations.fetchAnnotation.path,
  methods: typeof createSummariesClient(account).listCallSummaries,
}));
`;

/** The output of PROGRAM. */
export const FOUND: Readonly<Record<string, unknown>> = {
  stored: "human",
  valid: [true, true, false],
  known: true,
  refused: true,
  missing: [true, true],
  thrown: true,
  path: "/v1/Voice/{CallSid}/Annotation",
  methods: "function",
};

/** The same as CommonJS, as far as it goes, for a Node that can require ES modules. Prints a list. */
export const COMMONJS_PROGRAM = `
const { createAnnotationClient, RequestValidationError } = require("@earmark/annotation-client");
const { Annotation } = require("@earmark/annotation-validators");
const { createSandbox } = require("@earmark/sandbox");

const CallSid = "CA" + "a".repeat(32);
const client = createAnnotationClient({ accountSid: "AC" + "a".repeat(32), authToken: "secret", fetch: createSandbox().fetch });
(async () => {
  const annotation = await client.updateAnnotation({ CallSid }, { AnsweredBy: "human" });
  const refused = await client.fetchAnnotation({ CallSid: "CAx" }).catch((error) => error instanceof RequestValidationError);
  console.log(JSON.stringify([annotation.answered_by, Annotation.is(annotation), refused]));
})();
`;

/** Code that must compile, but for the lines with `@ts-expect-error`. */
export const TYPED_PROGRAM = `
import { type Annotation, createAnnotationClient } from "@earmark/annotation-client";
import { operations } from "@earmark/annotation-client/operations";
import { schemas } from "@earmark/annotation-client/schemas";
import type * as strict from "@earmark/annotation-types/strict";
import { AnsweredBy } from "@earmark/annotation-validators";
import { withTimeout } from "@earmark/http";
import { createSandbox, type Sandbox } from "@earmark/sandbox";
import { listen } from "@earmark/sandbox/node";
import { createSummariesClient } from "@earmark/summaries-client";
import type { Validator } from "@earmark/validation";

const sandbox: Sandbox = createSandbox();
const fetch = withTimeout(sandbox.fetch, "timeout", 1_000);

export async function score(CallSid: string): Promise<number | null | undefined> {
  const annotations = createAnnotationClient({ apiKey: "SK", apiSecret: "secret", fetch });
  const annotation: Annotation = await annotations.updateAnnotation({ CallSid }, { CallScore: 4 });
  // @ts-expect-error the scale ends at 5
  await annotations.updateAnnotation({ CallSid }, { CallScore: 7 });
  // @ts-expect-error headers are headers, whichever library declares them
  await annotations.fetchAnnotation({ CallSid }, { headers: 42 });
  // @ts-expect-error credentials come in pairs
  createSummariesClient({ apiKey: "SK" });
  const by: strict.AnsweredBy | undefined = AnsweredBy.isKnown(annotation.answered_by) ? annotation.answered_by : undefined;
  const validator: Validator<unknown> = AnsweredBy;
  const { url } = await listen(sandbox, { port: 0 });
  const path: string = operations.fetchAnnotation.path;
  return validator.is(by) && schemas.Annotation.type === url + path ? null : annotation.call_score;
}
`;

/** A page in a browser; sets `found` to a promise of its results. */
export const BROWSER_PROGRAM = `
import { createAnnotationClient, RequestValidationError } from "@earmark/annotation-client";
import { Annotation } from "@earmark/annotation-validators";
import { createSandbox } from "@earmark/sandbox";

const CallSid = "CA" + "a".repeat(32);
const account = { accountSid: "AC" + "a".repeat(32), authToken: "secret", fetch: createSandbox().fetch };
const client = createAnnotationClient(account);

globalThis.found = (async () => {
  await client.updateAnnotation({ CallSid }, { QualityIssues: ["echo", "low_volume"], Comment: "käse" });
  const annotation = await client.fetchAnnotation({ CallSid });
  const refused = await client.fetchAnnotation({ CallSid: "CAx" }).catch((error) => error instanceof RequestValidationError);
  return JSON.stringify([annotation.quality_issues, annotation.comment, Annotation.is(annotation), refused]);
})();
`;

/** Globals of every browser that the packages need, by name: no others of Node's globals may be used. */
const NAMES = [
  "AbortController",
  "AbortSignal",
  "Blob",
  "DOMException",
  "Event",
  "EventTarget",
  "File",
  "FormData",
  "Headers",
  "ReadableStream",
  "Request",
  "Response",
  "TextDecoder",
  "TextEncoder",
  "URL",
  "URLSearchParams",
  "atob",
  "btoa",
  "clearTimeout",
  "console",
  "crypto",
  "fetch",
  "performance",
  "queueMicrotask",
  "setTimeout",
  "structuredClone",
] as const;

/** The global object of a page, as far as Node has the same things. */
export function webGlobals(): Record<string, unknown> {
  const globals: Record<string, unknown> = Object.fromEntries(NAMES.map((name) => [name, globalThis[name]]));
  return Object.assign(globals, { self: globals });
}
