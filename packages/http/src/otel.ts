import {
  type Attributes,
  type Context,
  context,
  propagation,
  type Span,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from "@opentelemetry/api";
import { type Hook, templateOf } from "./fetch.ts";

/**
 * Makes a span of each attempt, for the option `hooks` of a client, as OpenTelemetry's conventions for HTTP clients say,
 * and sends its context (`traceparent`) with the request. No attribute has a credential or the value of a query
 * parameter, and none has anything of headers and bodies. Without an SDK, nothing is recorded and nothing sent.
 *
 * @param tracer by default, that of the global provider.
 * @see https://opentelemetry.io/docs/specs/semconv/http/http-spans/#http-client-span
 * @example
 * const orders = createOrdersClient({ token, hooks: [withTracing()] });
 */
export function withTracing(tracer: Tracer = trace.getTracer("@earmark/http")): Hook {
  return (fetch, operation, redact) => {
    // At the call, since not every context manager finds it again after a promise.
    const parent = context.active();
    const template = templateOf(operation);
    let resends = 0;
    return async (request, init) => {
      const method = METHODS.test(request.method) ? request.method : undefined;
      const attributes: Attributes = {
        ...target(request.url, redact),
        "http.request.method": method ?? "_OTHER",
        "http.request.method_original": method === undefined ? request.method : undefined,
        "http.request.resend_count": resends++ || undefined,
        "url.template": template,
      };
      const name = template === undefined ? (method ?? "HTTP") : `${method ?? "HTTP"} ${template}`;
      const span = tracer.startSpan(name, { kind: SpanKind.CLIENT, attributes }, parent);
      try {
        const active = trace.setSpan(parent, span);
        const traced = withContext(active, request);
        const response = await context.with(active, () => fetch(traced, init));
        span.setAttribute("http.response.status_code", response.status);
        if (response.status >= 400) fail(span, `${response.status}`);
        return response;
      } catch (error) {
        fail(span, errorType(error));
        throw error;
      } finally {
        span.end();
      }
    };
  };
}

/** Those that the conventions know; others would be names without end. */
const METHODS = /^(CONNECT|DELETE|GET|HEAD|OPTIONS|PATCH|POST|PUT|QUERY|TRACE)$/;

/** Where a request goes. The values of its query, which may be secrets or personal data, are replaced as the conventions do it. */
function target(href: string, redact: (text: string) => string): Attributes {
  const { origin, protocol, hostname, port, pathname, search } = new URL(href);
  return {
    "server.address": hostname.replace(/^\[|\]$/g, ""),
    "server.port": Number(port || (protocol === "https:" ? 443 : 80)),
    "url.full": redact(origin + pathname) + search.replace(/(^\?|&)([^=&]*=)?[^&]+/g, "$1$2REDACTED"),
  };
}

/** The request with the headers by which the server goes on with the trace; itself, if there are none. */
function withContext(active: Context, request: Request): Request {
  const headers: Record<string, string> = {};
  propagation.inject(active, headers);
  const entries = Object.entries(headers);
  if (entries.length === 0) return request;
  const copy = request.clone();
  for (const [name, value] of entries) copy.headers.set(name, value);
  return copy;
}

function fail(span: Span, type: string): void {
  span.setAttribute("error.type", type).setStatus({ code: SpanStatusCode.ERROR });
}

/** The class of an error: its message may have anything in it, and so may what is thrown and is no error. */
function errorType(error: unknown): string {
  return error instanceof Error && /^[\w.$]+$/.test(error.name) ? error.name : "_OTHER";
}
