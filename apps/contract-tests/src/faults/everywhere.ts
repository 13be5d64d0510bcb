import { authorization, FORM, type SandboxFault } from "@earmark/contract";
import {
  type Body,
  readingForms,
  readingHeader,
  readingValues,
  refusing,
  responding,
  telling,
  withField,
  withHeader,
  withStatus,
} from "@earmark/contract/mutation";

/** What a sandbox can get wrong, whatever its document is about. */
export const faultsEverywhere: readonly SandboxFault[] = [
  telling("leaves out what is null", (body) => mapped(body, (value) => value ?? undefined)),
  telling("says empty text instead of null", (body) => mapped(body, (value) => value ?? "")),
  telling("writes numbers as text", (body) => mapped(body, (it) => (typeof it === "number" ? String(it) : it))),
  telling("writes lists as text", (body) => mapped(body, (it) => (Array.isArray(it) ? it.join() : it))),
  telling("tells more than the document says", (body) => ({ ...body, internal_id: 7 })),
  telling("wraps its responses", (body) => ({ data: body })),

  refusing("has errors without a code", ({ code: _, ...rest }) => rest),
  refusing(
    "has errors without a message",
    withField("message", () => ""),
  ),
  refusing("has errors without a link", ({ more_info: _, ...rest }) => rest),
  refusing("writes the codes of errors as text", withField("code", String)),
  refusing(
    "numbers all errors alike",
    withField("code", () => 20000),
  ),
  refusing(
    "has another status in the body of errors",
    withField("status", () => 418),
  ),
  refusing("writes errors in the format of RFC 9457", ({ status, message }) => ({ title: message, status })),
  refusing(
    "shows where it failed",
    withField("message", (message) => `${message}\n    at serve (/srv/app.js:1:1)`),
  ),

  withStatus("responds well with another status", (status, method) =>
    status < 300 && method !== "OPTIONS" ? otherThan(status) : status,
  ),
  withStatus("responds well to updates with another status", (status, method) =>
    status < 300 && ["POST", "PUT", "PATCH", "DELETE"].includes(method) ? otherThan(status) : status,
  ),
  withStatus("responds 200 to everything", () => 200),
  withStatus("responds 422 instead of 400", (status) => (status === 400 ? 422 : status)),
  withStatus("responds 403 instead of 401", (status) => (status === 401 ? 403 : status)),
  withStatus("responds 400 instead of 404", (status) => (status === 404 ? 400 : status)),
  withStatus("responds 400 instead of 415", (status) => (status === 415 ? 400 : status)),
  withStatus("responds 500 to what it refuses", (status) => (status < 400 ? status : 500)),

  withHeader("calls its responses text", "content-type", "text/plain"),
  withHeader("does not say what its responses are", "content-type", undefined),
  responding("responds with broken JSON", async (response) =>
    response.body === null ? response : new Response(`${await response.text()}}`, response),
  ),
  responding("responds with nothing", (response) => new Response(null, response)),

  readingHeader("authorization", "lets everybody in", (value) => (isBasic(value) ? value : authorization)),
  readingHeader("authorization", "lets in who has no secret", (value) => (isBasic(value) ? value : withSecret(value))),
  readingHeader("authorization", "does not know API keys", (value) => value.replace(/^Basic U0.*/, "Basic !")),
  readingHeader("content-type", "takes any body for a form", (value) => (value === "" ? value : FORM)),
  readingForms("ignores fields that it does not know", (pairs) => pairs.filter(([name]) => name !== "Unlisted")),
  readingForms("keeps the last one of a repeated field", (pairs) => [...new Map(pairs)]),
  readingForms("keeps the first one of a repeated field", (pairs) => [...new Map(pairs.toReversed())]),
  readingForms("ignores fields without a value", (pairs) => pairs.filter(([, value]) => value !== "")),
  readingForms("ignores what comes after the first field", (pairs) => pairs.slice(0, 1)),
  readingValues("leaves a plus as it is", (value) => value.replaceAll("+", "%2B")),
  readingValues("decodes twice", (value) => value.replaceAll("%25", "%")),
  readingValues("ends a value at an equals sign", (value) => value.replace(/=.*/, "")),
  readingValues("mends malformed percent-encoding", (value) => value.replace(/%(?![\dA-F]{2})/gi, "%25")),
  readingValues("replaces what is not UTF-8", (value) => value.replace("%FF%FE", "%EF%BF%BD")),
];

/** Another status of success, which the documents do not have for anything. */
function otherThan(status: number): number {
  return status === 203 ? 206 : 203;
}

function mapped(body: Body, change: (value: unknown) => unknown): object {
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, change(value)]));
}

/** Credentials with a secret, well-formed or not. */
function isBasic(value: string): boolean {
  return /:./.test(decoded(value));
}

function withSecret(value: string): string {
  const user = decoded(value);
  return user === "" || user.includes(":") ? value : `Basic ${btoa(`${user}:secret`)}`;
}

function decoded(value: string): string {
  const [, token = ""] = /^basic +([\w+/]+=*)$/i.exec(value) ?? [];
  return Buffer.from(token, "base64").toString("latin1");
}
