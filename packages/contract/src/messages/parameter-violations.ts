import type { Parameter } from "@earmark/http";
import type { ContractOperation } from "../contract/contract.ts";
import { labelOf, writtenParameters } from "../document/call-input.ts";
import { exampleCall, parameterExample } from "../document/examples.ts";
import { resolveIn } from "../values/references.ts";
import { show } from "../values/show.ts";
import { wrongValues } from "../values/wrong-values.ts";
import { rightRequest } from "./right-request.ts";
import type { Violation } from "./violation.ts";

/** What the schemas of the parameters forbid, their absence, and one that the document does not have. */
export function parameterViolations(operation: ContractOperation): readonly Violation[] {
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
    ({ rule, path, codes, value, survivesText }): Violation => ({
      ...shared,
      at: [...shared.at, ...path],
      name: `${method} ${place} ${name} ${rule} ${show(value)}`,
      rule,
      codes,
      value: { schema, value },
      call: callWith(value),
      // In a query, nothing is an empty value, which is no value of any type.
      ...(survivesText &&
        !(place === "query" && value === null) && {
          request: rightRequest(operation, { parameters: { [label]: value } }),
        }),
    }),
  );
  return required ? [missing, ...wrong] : wrong;
}
