import { encodeForm } from "@earmark/http";
import { fullest } from "@earmark/openapi/values";
import type { CallInput, ContractOperation } from "../contract/contract.ts";
import type { WireRequest } from "../coverage/exchange.ts";
import { labelOf, writtenParameters } from "../document/call-input.ts";
import { exampleCall, parameterExample, requestExamples } from "../document/examples.ts";
import { FORM, formBody } from "../document/form-body.ts";
import { resolveIn } from "../values/references.ts";
import { atOnce, describe, rightValues } from "../values/values-of.ts";
import { rightRequest } from "./right-request.ts";

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

interface RightRequestsOptions {
  /**
   * Has parameters and fields at their boundaries at once: fewer requests, for whom it is enough to be told.
   *
   * @default false
   */
  readonly together?: boolean;
}

/** A request for each boundary of what the document allows: of every parameter, and of the body. */
export function rightRequests(
  operations: readonly ContractOperation[],
  { together = false }: RightRequestsOptions = {},
): readonly RightRequest[] {
  return operations.flatMap((operation) => [
    ...parameterRequests(operation, together),
    ...bodyRequests(operation, together),
  ]);
}

function parameterRequests(operation: ContractOperation, together: boolean): readonly RightRequest[] {
  const { method, contract } = operation;
  const resolve = resolveIn(contract.schemas);
  const right = exampleCall(operation);
  const withParameters = (name: string, parameters: object): RightRequest => ({
    name: `${method} ${name}`,
    operation,
    call: { ...right, parameters: { ...right.parameters, ...parameters } },
    request: rightRequest(operation, { parameters: { ...parameters } }),
  });
  const found = writtenParameters(operation)
    // What the server has to hand out first cannot be made up.
    .filter(({ name }) => !contract.handedOut.includes(name))
    .map((parameter) => {
      const { in: place, schema } = parameter;
      const values = rightValues(resolve(schema), resolve, parameterExample(operation, parameter));
      return { place, name: labelOf(parameter), values };
    });
  if (together) {
    const all = found.flatMap(({ name, values }) =>
      values.map(({ path, value }) => ({ path: [name, ...path], value: { [name]: value } })),
    );
    return atOnce(all).map((values, index) => withParameters(`parameters ${index}`, Object(values)));
  }
  return found.flatMap(({ place, name, values }) =>
    values.map((each) => withParameters(`${place} ${name} ${describe(each)}`, { [name]: each.value })),
  );
}

function bodyRequests(operation: ContractOperation, together: boolean): readonly RightRequest[] {
  const form = formBody(operation);
  if (form === undefined) return [];
  const { method, contract } = operation;
  const resolve = resolveIn(contract.schemas);
  const example = fullest(requestExamples([operation]).map(({ value }) => Object(value)));
  const found = rightValues(resolve(form.schema), resolve, example);
  const named: readonly (readonly [name: string, value: unknown])[] = together
    ? atOnce(found).map((value, index) => [String(index), value])
    : found.map((right) => [describe(right), right.value]);
  return named.map(([name, body]) => ({
    name: `${method} body ${name}`,
    operation,
    call: { ...exampleCall(operation), body },
    request: rightRequest(operation, {
      headers: { "content-type": FORM },
      body: encodeForm(Object(body), form.fields),
    }),
  }));
}
