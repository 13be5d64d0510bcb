import { encodeForm, type Parameter } from "@earmark/http";
import type { KeywordValue } from "@earmark/openapi/values";
import type { ContractOperation } from "../contract/contract.ts";
import { credentials } from "../contract/credentials.ts";
import { labelOf, writtenParameters } from "../document/call-input.ts";
import { exampleCall, parameterExample, requestExamples } from "../document/examples.ts";
import { FORM, formBody } from "../document/form-body.ts";
import { resolveIn } from "../values/references.ts";
import { show, wrongValues } from "../values/values-of.ts";
import { rightRequest } from "./right-request.ts";
import { spellingViolations } from "./spelling-violations.ts";
import type { Violation } from "./violation.ts";

/** Every way to break the request side of the document, each on its own. */
export function violations(operations: readonly ContractOperation[]): readonly Violation[] {
  return operations.flatMap((operation) => [
    ...parameterViolations(operation),
    ...bodyViolations(operation),
    ...spellingViolations(operation),
    ...mediaTypeViolations(operation),
    ...securityViolations(operation),
  ]);
}

/** What the schemas of the parameters forbid, their absence, and one that the document does not have. */
function parameterViolations(operation: ContractOperation): readonly Violation[] {
  const { generated, method } = operation;
  if (generated.parameters.length === 0) return [];
  const { parameters, ...call } = exampleCall(operation);
  const unlisted: Violation = {
    name: `${method} unlisted parameter`,
    operation,
    rule: "unlisted parameter",
    // Only a caller of a method can get it wrong: servers ignore what they do not know.
    at: ["parameters", "Unlisted"],
    codes: ["additionalProperties"],
    statuses: [],
    call: { ...call, parameters: { ...parameters, Unlisted: "text" } },
  };
  return [unlisted, ...writtenParameters(operation).flatMap((parameter) => violationsOf(parameter, operation))];
}

function violationsOf(parameter: Parameter, operation: ContractOperation): Violation[] {
  const { name, in: place, schema, required } = parameter;
  const label = labelOf(parameter);
  const { method, contract } = operation;
  if (place === "cookie") throw new Error(`Violations of ${place} parameters are not known; add them.`);
  const resolve = resolveIn(contract.schemas);
  const right = exampleCall(operation);
  // A server may as well say that there is nothing at such a path.
  const shared = { operation, at: [place, name], statuses: place === "path" ? [400, 404] : [400] };
  const callWith = (value: unknown) => ({ ...right, parameters: { ...right.parameters, [label]: value } });
  const missing: Violation = {
    ...shared,
    name: `${method} ${place} ${name} required`,
    rule: "required",
    codes: ["required"],
    call: callWith(undefined),
    request: rightRequest(operation, { parameters: { [label]: place === "path" ? "" : undefined } }),
  };
  const wrong = wrongValues(resolve(schema), resolve, parameterExample(operation, parameter)).map(
    (wrong): Violation => ({
      ...shared,
      at: [...shared.at, ...wrong.path],
      name: `${method} ${place} ${name} ${wrong.keyword} ${show(wrong.value)}`,
      rule: wrong.keyword,
      codes: wrong.codes,
      value: { schema, value: wrong.value },
      call: callWith(wrong.value),
      // In a query, nothing is an empty value, which is no value of any type.
      ...(survivesText(wrong) &&
        !(place === "query" && wrong.value === null) && {
          request: rightRequest(operation, { parameters: { [label]: wrong.value } }),
        }),
    }),
  );
  return required ? [missing, ...wrong] : wrong;
}

/** What the schema of the body forbids. */
function bodyViolations(operation: ContractOperation): readonly Violation[] {
  const form = formBody(operation);
  if (form === undefined) return [];
  const { method, contract } = operation;
  const resolve = resolveIn(contract.schemas);
  const example = Object.assign(
    {},
    ...requestExamples([operation])
      .map(({ value }) => value)
      .reverse(),
  );
  return wrongValues(resolve(form.schema), resolve, example).map((wrong) => ({
    name: [method, "body", wrong.path.join("/"), wrong.keyword, show(wrong.value)]
      .filter((part) => part !== "")
      .join(" "),
    operation,
    rule: wrong.keyword,
    at: ["body", ...wrong.path],
    codes: wrong.codes,
    statuses: [400],
    value: { schema: form.schema, value: wrong.value },
    call: { ...exampleCall(operation), body: wrong.value },
    ...(survivesText(wrong) && {
      request: rightRequest(operation, {
        headers: { "content-type": FORM },
        body: encodeForm(Object(wrong.value), form.fields),
      }),
    }),
  }));
}

/**
 * Whether a value is still wrong in a form or a path. Strings are all that these have: any scalar is a string there, one
 * item is an array, and `null` is nothing.
 */
function survivesText({ keyword, schema, path, value }: KeywordValue): boolean {
  if (keyword !== "type") return true;
  const part = path.reduce<unknown>((inner, key) => Object(inner)[key], value);
  const allowed: readonly unknown[] = [schema.type].flat();
  if (allowed.includes("array") || allowed.includes("object")) return false;
  if (part !== null && typeof part === "object") return false;
  if (part === null && typeof path.at(-1) === "number") return false;
  return !allowed.includes("string") || (part === null && (schema.enum ?? schema.const) !== undefined);
}

/** Bodies that are right in themselves, of types that the document does not list. */
const BODIES: Readonly<Record<string, string>> = {
  "application/json": "{}",
  "text/plain": "text",
  "multipart/form-data; boundary=x": "--x--\r\n",
};

/** What the media types of the body leave out. */
function mediaTypeViolations(operation: ContractOperation): readonly Violation[] {
  if (formBody(operation) === undefined) return [];
  return Object.entries(BODIES).map(([type, body]) => ({
    name: `${operation.method} undocumented media type ${type}`,
    operation,
    rule: "undocumented media type",
    at: [],
    codes: ["415"],
    statuses: [415],
    request: rightRequest(operation, { headers: { "content-type": type }, body }),
  }));
}

/** Requests that do not say who asks, in each way in which HTTP Basic (RFC 7617) can be got wrong. */
function securityViolations(operation: ContractOperation): readonly Violation[] {
  const { method, generated, documented } = operation;
  if (generated.security.length === 0 || generated.security.some((schemes) => schemes.length === 0)) return [];
  for (const scheme of (documented.security ?? []).flat()) {
    if (scheme.type !== "http" || scheme.scheme !== "basic") {
      throw new Error(`Violations of ${scheme.key} are not known; add them.`);
    }
  }
  const wrong: Readonly<Record<string, string | undefined>> = {
    "missing credentials": undefined,
    "empty credentials": "",
    "credentials of another scheme": "Bearer secret",
    "credentials that are not base64": "Basic !",
    "credentials without a secret": `Basic ${btoa(credentials.accountSid)}`,
  };
  return Object.entries(wrong).map(([rule, authorization]) => ({
    name: `${method} ${rule}`,
    operation,
    rule,
    at: [],
    codes: ["401"],
    statuses: [401],
    request: rightRequest(operation, { headers: { authorization } }),
  }));
}
