import { type CoverageItem, itemsAt, named, type Site } from "../coverage-item.ts";
import type { DocumentedOperation } from "../document/documented-operation.ts";
import type { WireRequest, WireResponse } from "../exchange.ts";
import { merge, type Outcome, reach } from "../schema/outcome.ts";
import { pathMatcher } from "../wire/path-template.ts";
import { viewRequest } from "../wire/request-view.ts";
import { bodyProbe } from "./body-probe.ts";
import { parameterProbe } from "./parameter-probe.ts";
import { type ResponseProbe, responseProbe } from "./response-probe.ts";
import { securityProbe } from "./security-probe.ts";

/** One operation, ready to be looked for in what went over the wire. */
export interface OperationProbe {
  readonly operation: DocumentedOperation;
  readonly items: readonly CoverageItem[];
  /** What a request shows about the document; `undefined` when it is for another operation. */
  observeRequest(request: WireRequest): Outcome | undefined;
  /** The documented response that one falls under: by status, by class, or `default`. */
  findResponse(response: WireResponse): ResponseProbe | undefined;
}

export async function operationProbe(operation: DocumentedOperation): Promise<OperationProbe> {
  const { document, name, method, parameters, body, responses } = operation;
  const site: Site = { side: "request", segments: [named(document), named(name)] };
  const item = itemsAt(site, operation.cursor, "operations", "operation");
  const called = item("called", "called", `A call of ${name}`);
  const parts = [
    securityProbe(operation, site),
    ...(await Promise.all(parameters.map((parameter) => parameterProbe(parameter, operation, site)))),
    ...(body ? [await bodyProbe(body, operation, site)] : []),
  ];
  const match = pathMatcher(operation);
  const results = await Promise.all(responses.map((response) => responseProbe(response, operation, site)));
  return {
    operation,
    items: [called, ...parts.flatMap(({ items }) => items), ...results.flatMap(({ items }) => items)],
    observeRequest(request) {
      const variables = request.method === method ? match(request.path) : undefined;
      if (variables === undefined) return undefined;
      const view = viewRequest(request, variables);
      return merge([reach(called), ...parts.map((part) => part.observe(view))]);
    },
    findResponse({ status }) {
      const names = [String(status), `${String(status)[0]}XX`, "default"];
      return names.map((each) => results.find((result) => result.status === each)).find((result) => result);
    },
  };
}
