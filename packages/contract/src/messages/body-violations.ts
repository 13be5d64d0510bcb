import { encodeForm } from "@earmark/http";
import type { ContractOperation } from "../contract/contract.ts";
import { exampleCall, requestExamples } from "../document/examples.ts";
import { FORM, formBody } from "../document/form-body.ts";
import { resolveIn } from "../values/references.ts";
import { show } from "../values/show.ts";
import { wrongValues } from "../values/wrong-values.ts";
import { rightRequest } from "./right-request.ts";
import type { Violation } from "./violation.ts";

/** What the schema of the body forbids. */
export function bodyViolations(operation: ContractOperation): readonly Violation[] {
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
  return wrongValues(resolve(form.schema), resolve, example).map(({ rule, path, codes, value, survivesText }) => ({
    name: [method, "body", path.join("/"), rule, show(value)].filter((part) => part !== "").join(" "),
    operation,
    rule,
    at: ["body", ...path],
    codes,
    statuses: [400],
    value: { schema: form.schema, value },
    call: { ...exampleCall(operation), body: value },
    ...(survivesText && {
      request: rightRequest(operation, {
        headers: { "content-type": FORM },
        body: encodeForm(Object(value), form.fields),
      }),
    }),
  }));
}
