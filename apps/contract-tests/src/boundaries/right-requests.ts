import { encodeForm } from "@earmark/http";
import type { CallInput } from "../document/call-input.ts";
import { exampleCall, parameterExample, requestExamples } from "../document/examples.ts";
import { FORM, formBody } from "../document/form-body.ts";
import type { ContractOperation } from "../document/operations.ts";
import type { WireRequest } from "../tap/exchange.ts";
import { fullest } from "../violations/answer-violations.ts";
import { resolveIn } from "../violations/resolve.ts";
import { rightRequest } from "../violations/right-request.ts";
import { describe } from "./describe.ts";
import { rightValues } from "./right-values.ts";

/** A request that is only just allowed in one way, and in no way special otherwise. */
export interface RightRequest {
  /** Unique: `updateAnnotation body Comment maxLength "xx…"`. */
  readonly name: string;
  readonly operation: ContractOperation;
  /** For the client. */
  readonly call: CallInput;
  /** For servers. */
  readonly request: WireRequest;
}

/** A request for each boundary of what the document allows: of every parameter, and of the body. */
export function rightRequests(operations: readonly ContractOperation[]): readonly RightRequest[] {
  return operations.flatMap((operation) => [...parameterRequests(operation), ...bodyRequests(operation)]);
}

function parameterRequests(operation: ContractOperation): readonly RightRequest[] {
  const { method, contract, generated } = operation;
  const resolve = resolveIn(contract.schemas);
  const right = exampleCall(operation);
  return generated.parameters.flatMap(({ name, in: place, schema }) =>
    rightValues(resolve(schema), resolve, parameterExample(operation, name)).map((each) => ({
      name: `${method} ${place} ${name} ${describe(each)}`,
      operation,
      call: { ...right, parameters: { ...right.parameters, [name]: each.value } },
      request: rightRequest(operation, { parameters: { [name]: each.value } }),
    })),
  );
}

function bodyRequests(operation: ContractOperation): readonly RightRequest[] {
  const form = formBody(operation);
  if (form === undefined) return [];
  const { method, contract } = operation;
  const resolve = resolveIn(contract.schemas);
  const example = fullest(requestExamples([operation]).map(({ value }) => value));
  return rightValues(resolve(form.schema), resolve, example).map((right) => ({
    name: `${method} body ${describe(right)}`,
    operation,
    call: { ...exampleCall(operation), body: right.value },
    request: rightRequest(operation, {
      headers: { "content-type": FORM },
      body: encodeForm(Object(right.value), form.fields),
    }),
  }));
}
