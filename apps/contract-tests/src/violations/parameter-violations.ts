import { schemas } from "@earmark/annotation-client/schemas";
import { exampleParameters } from "../document/examples.ts";
import { formBody } from "../document/form-body.ts";
import type { ContractOperation } from "../document/operations.ts";
import { resolveIn } from "./resolve.ts";
import { rightRequest } from "./right-request.ts";
import { show } from "./show.ts";
import type { Violation } from "./violation.ts";
import { wrongValues } from "./wrong-values.ts";

/** What the schemas of the parameters forbid, and their absence. */
export function parameterViolations(operation: ContractOperation): readonly Violation[] {
  const { method, generated } = operation;
  const resolve = resolveIn(schemas);
  const right = exampleParameters(operation);
  const body = formBody(operation) && {};
  return generated.parameters.flatMap(({ name, in: place, schema, required }) => {
    if (place !== "path" || !required) throw new Error(`Violations of ${place} parameters are not known; add them.`);
    const { [name]: _, ...others } = right;
    // A server may as well say that there is nothing at such a path.
    const shared = { method, at: [place, name], statuses: [400, 404] };
    const missing: Violation = {
      ...shared,
      name: `${method} ${place} ${name} required`,
      rule: "required",
      codes: ["required"],
      args: [others, body],
      request: rightRequest(operation, { parameters: { [name]: "" } }),
    };
    const wrong = wrongValues(resolve(schema), resolve, right[name]).map(
      ({ rule, codes, value, survivesText }): Violation => ({
        ...shared,
        name: `${method} ${place} ${name} ${rule} ${show(value)}`,
        rule,
        codes,
        value: { schema, value },
        args: [{ ...others, [name]: value }, body],
        ...(survivesText && { request: rightRequest(operation, { parameters: { [name]: value } }) }),
      }),
    );
    return [missing, ...wrong];
  });
}
