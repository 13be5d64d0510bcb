import { isUtf8 } from "node:buffer";
import { type IncomingMessage, STATUS_CODES } from "node:http";
import { NetworkError } from "@earmark/http";
import {
  counted,
  type Diagnostic,
  EXPECTED_DOCUMENT,
  type Files,
  formatDiagnostics,
  otherFiles,
  readSource,
  versionProblem,
} from "@earmark/openapi";
import type { DocumentRequest } from "./document-request.ts";
import { isSafeUrl, publicUrl } from "./document-url.ts";
import { bytesOf, send } from "./exchange.ts";
import { RemoteDocumentError } from "./remote-document-error.ts";

/** A document as its server sent it, which is one: of YAML or JSON, of a version that is read, in one file. */
export interface RemoteDocument extends Validators {
  readonly text: string;
}

/** By what a server tells whether a document is still the one that it sent. */
export interface Validators {
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
}

/** What fetching a document may take. */
export interface Limits {
  /** Of the document, without the encoding that it is sent in. */
  readonly bytes: number;
  /** For all of it, redirects included. */
  readonly seconds: number;
  readonly redirects: number;
}

/** The largest documents that are published have half of it. */
export const LIMITS: Limits = { bytes: 64 * 2 ** 20, seconds: 60, redirects: 10 };

const REDIRECTS: readonly (number | undefined)[] = [301, 302, 303, 307, 308];

/**
 * Fetches a document, and makes sure that it is one. The headers of the config go to the origin of its URL alone,
 * wherever that redirects to.
 *
 * @param known Of the document that is there already. Where the server still has that, the result is `"unchanged"`.
 * @throws {RemoteDocumentError}
 */
export async function fetchDocument(
  request: DocumentRequest,
  known: Validators,
  env: NodeJS.ProcessEnv,
  limits: Limits = LIMITS,
): Promise<RemoteDocument | "unchanged"> {
  const signal = AbortSignal.timeout(limits.seconds * 1000);
  let url = request.url;
  try {
    for (let redirects = 0; ; redirects++) {
      const own = url.origin === request.url.origin ? request.headers : {};
      const response = await send(url, { ...COMMON, ...conditions(known), ...own }, env, signal);
      if (!REDIRECTS.includes(response.statusCode)) return await documentIn(response, request, url, known, limits);
      response.destroy();
      if (redirects === limits.redirects)
        throw new RemoteDocumentError(`expected at most ${limits.redirects} redirects, received another`);
      url = redirectTarget(response, url);
    }
  } catch (error) {
    const reason = signal.aborted
      ? `expected all of it within ${counted(limits.seconds, "second")}`
      : reasonOf(error, request);
    const place = url === request.url ? "" : ` (redirected to ${shown(url, request)})`;
    throw new RemoteDocumentError(request.redact(`${publicUrl(request.url)}${place}: ${reason}`));
  }
}

/** The query of a redirect is often a credential itself. */
function shown(url: URL, { url: first }: DocumentRequest): string {
  return url === first ? publicUrl(url) : url.origin + url.pathname;
}

/** For servers that have the document in several forms, and for those that refuse requests without a user agent. */
const COMMON = { accept: "application/yaml, application/json, */*;q=0.5", "user-agent": "earmark-codegen" };

function conditions({ etag, lastModified }: Validators): Readonly<Record<string, string>> {
  if (etag !== undefined) return { "if-none-match": etag };
  return lastModified === undefined ? {} : { "if-modified-since": lastModified };
}

/** The document in a response that is no redirect. */
async function documentIn(
  response: IncomingMessage,
  request: DocumentRequest,
  url: URL,
  known: Validators,
  limits: Limits,
): Promise<RemoteDocument | "unchanged"> {
  const { statusCode = 0, headers } = response;
  const received = `status ${[statusCode, STATUS_CODES[statusCode] ?? ""].join(" ").trim()}, ${typeOf(response)}`;
  if (statusCode !== 200) {
    response.destroy();
    if (statusCode === 304 && Object.keys(conditions(known)).length > 0) return "unchanged";
    throw new RemoteDocumentError(`expected status 200, received ${received}; ${adviceFor(request, url)}`);
  }
  const text = await expectOpenApi(await bytesOf(response, limits.bytes), received, url, request);
  return { text, etag: headers.etag, lastModified: headers["last-modified"] };
}

/** Where a redirect leads. */
function redirectTarget({ headers: { location = "" }, statusCode }: IncomingMessage, from: URL): URL {
  const url = location !== "" && URL.canParse(location, from.href) ? new URL(location, from) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol))
    throw new RemoteDocumentError(`expected a redirect to a URL, received status ${statusCode} without one`);
  if (!isSafeUrl(url.href))
    throw new RemoteDocumentError(
      `expected https:, received a redirect to ${url.origin}, where others could change it`,
    );
  url.username = "";
  url.password = "";
  url.hash = "";
  return url;
}

function typeOf({ headers: { "content-type": type } }: IncomingMessage): string {
  return type === undefined ? "no content type" : `content type ${type}`;
}

/** What to do where a server wants to know who asks. */
function adviceFor({ url: first, headers, variables }: DocumentRequest, url: URL): string {
  if (url.origin !== first.origin && Object.keys(headers).length > 0)
    return `headers of the config are not sent to ${url.origin}, to which ${first.origin} redirects`;
  if (variables.length > 0) return `check the URL, and what ${variables.join(" and ")} holds`;
  return 'check the URL; where it is not public, set headers in the config, such as Authorization: "env:API_DOCS_TOKEN"';
}

/**
 * The text of a document.
 *
 * @throws {RemoteDocumentError} for anything else, and for a document in several files, which would not be whole.
 */
async function expectOpenApi(bytes: Buffer, received: string, url: URL, request: DocumentRequest): Promise<string> {
  const expected = "expected a document of OpenAPI or Swagger in YAML or JSON, received";
  if (bytes.length === 0) throw new RemoteDocumentError(`${expected} nothing (${received})`);
  if (!isUtf8(bytes)) throw new RemoteDocumentError(`${expected} bytes that are not UTF-8 (${received})`);
  const text = bytes.toString();
  const markup = markupOf(text);
  if (markup !== undefined)
    throw new RemoteDocumentError(`${expected} ${markup} (${received}); ${adviceFor(request, url)}`);
  const files: Files = { read: async () => text, display: () => shown(url, request) };
  const { source, diagnostics } = await readSource("", EXPECTED_DOCUMENT, files);
  const problem = source && versionProblem(source);
  const problems: readonly Diagnostic[] = problem === undefined ? diagnostics : [problem];
  if (source === undefined || problems.length > 0)
    throw new RemoteDocumentError(
      [`${expected} something else (${received})`, ...formatDiagnostics(problems)].join("\n"),
    );
  const others = otherFiles(source.root);
  if (others.length === 0) return text;
  const named = others.length > 5 ? [...others.slice(0, 5), `${others.length - 5} more`] : others;
  throw new RemoteDocumentError(
    `expected a document in one file, received one that refers to ${named.join(", ")}; pull a bundled edition of it, or bundle it into a file of the workspace (\`npx @redocly/cli bundle URL\`) and remove the url`,
  );
}

/** What a string is that begins with a tag, as no document does; undefined for others. */
function markupOf(text: string): string | undefined {
  if (!/^\s*</.test(text)) return undefined;
  const isHtml = /<(!doctype\s+html|html|head|body|script|title)[\s>]/i.test(text.slice(0, 4096));
  return isHtml ? "an HTML page, most likely one to log in" : "XML or other markup";
}

/** Why there is no response, or none that can be read. */
function reasonOf(error: unknown, { redact }: DocumentRequest): string {
  if (error instanceof RemoteDocumentError) return error.message;
  const { cause } = new NetworkError({ method: "GET", url: "" }, error, redact);
  const { message, code = "" } = cause as Error & { readonly code?: string }; // which it has made
  if (/^(SELF_SIGNED|DEPTH_ZERO|UNABLE_TO_)/.test(code))
    return `the server's certificate is not trusted (${message}); if your company has its own authority, name the file of its certificate in NODE_EXTRA_CA_CERTS`;
  if (/^(Z_|ERR_BROTLI|ERR__ERROR)/.test(code)) return `the compressed response is broken or cut short (${message})`;
  return `no complete response (${message})`;
}
