import type { Fetch } from "@earmark/http";
import type { PrismHttpComponents } from "@stoplight/prism-http";
import type { ContractOperation } from "../contract/contract.ts";
import { prism } from "../document/prism.ts";
import { buffered } from "../targets/recorded.ts";
import { mockConfig, proxyConfig, silentLogger } from "./config.ts";
import { toElement } from "./oracle.ts";

type Output = Awaited<ReturnType<ReturnType<ReturnType<PrismHttpComponents["forward"]>>>>;
type Diagnostic = { readonly path?: readonly string[]; readonly code?: string | number; readonly message: string };

/**
 * Prism as a function in this process: what its server does, without the server, which is quick enough to be asked
 * about every mutant. Rejects where the server would die.
 *
 * @param upstream what the proxy stands in front of; without it, this is the mock.
 */
export function servePrism(operations: readonly ContractOperation[], upstream?: Fetch): Fetch {
  const { createInstance } = prism("prism-http");
  const { getHttpConfigFromRequest } = prism("prism-http-server/dist/getHttpConfigFromRequest.js");
  const resources = operations.map(({ documented }) => documented);
  return async (request) => {
    const { method, url, headers } = request;
    const { text, again } = await buffered(request);
    const path = url.slice(new URL(url).origin.length);
    const element = toElement({ method, path, headers: Object.fromEntries(headers), body: text });
    const preferences = getHttpConfigFromRequest(element);
    if (preferences._tag === "Left") return problem(preferences.left);

    const config = upstream === undefined ? mockConfig : proxyConfig(new URL(url).origin);
    const forward = () => () => () => forwarded(again(), upstream);
    const instance = createInstance(config, { logger: silentLogger(), ...(upstream && { forward }) });
    const outcome = await instance.request(element, resources, {
      ...config,
      mock: { ...config.mock, ...preferences.right },
    })();
    if (outcome._tag === "Left") return problem(outcome.left);
    const { output, validations } = outcome.right;
    const violations = [...validations.input.map(reported("request")), ...validations.output.map(reported("response"))];
    const { statusCode: status, headers: received = {}, body } = output;
    return new Response(typeof body === "string" || body === undefined ? body : JSON.stringify(body), {
      status,
      headers: { ...received, ...(violations.length > 0 && { "sl-violations": JSON.stringify(violations) }) },
    });
  };
}

/** What Prism's own forwarder makes of a response. */
async function forwarded(request: Request, upstream: Fetch | undefined): Promise<Output> {
  try {
    const response = (await upstream?.(request)) ?? Response.error();
    const isJson = /^application\/(.+\+)?json\b/.test(response.headers.get("content-type") ?? "");
    const body: unknown = isJson && response.status !== 204 ? await response.json() : await response.text();
    return {
      _tag: "Right",
      right: { statusCode: response.status, headers: Object.fromEntries(response.headers), body },
    };
  } catch (error) {
    return { _tag: "Left", left: error instanceof Error ? error : new Error(String(error)) };
  }
}

function reported(side: string): (diagnostic: Diagnostic) => object {
  return ({ path = [], code, message }) => ({ location: [side, ...path], code, message });
}

function problem(error: Error & { readonly status?: number }): Response {
  const headers = { "content-type": "application/problem+json" };
  return Response.json(prism("prism-http").ProblemJsonError.toProblemJson(error), {
    status: error.status ?? 500,
    headers,
  });
}
