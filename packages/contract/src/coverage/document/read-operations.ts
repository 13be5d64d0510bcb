import { basename, extname } from "node:path";
import { type Cursor, DocumentProblem } from "./cursor.ts";
import type {
  DocumentedBody,
  DocumentedContent,
  DocumentedExample,
  DocumentedOperation,
  DocumentedParameter,
  DocumentedResponse,
  DocumentedScheme,
  OpenApiVersion,
} from "./documented-operation.ts";

/** The fixed fields of a Path Item Object that are operations. */
const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** Header parameters of these names are ignored (OpenAPI 3.1.1, Parameter Object). */
const OWN_HEADERS = ["accept", "content-type", "authorization"];

/**
 * Every operation of a document, in its order.
 *
 * @throws for what the measurement does not know yet, which otherwise would look like having been measured.
 * @see https://spec.openapis.org/oas/v3.1.1.html
 */
export function readOperations(root: Cursor): readonly DocumentedOperation[] {
  const version = readVersion(root);
  if (root.at("webhooks").children().length > 0) throw root.at("webhooks").problem("cannot be measured yet");
  return root
    .at("paths")
    .children()
    .filter(({ key }) => !key.startsWith("x-"))
    .flatMap((item) => {
      const path = item.follow();
      return METHODS.filter((method) => path.has(method)).map((method) => {
        const cursor = path.at(method);
        if (cursor.has("callbacks")) throw cursor.at("callbacks").problem("cannot be measured yet");
        return {
          document: documentName(root),
          name: cursor.text("operationId") ?? `${method.toUpperCase()} ${item.key}`,
          method: method.toUpperCase(),
          path: item.key,
          bases: readBases(cursor, path, root),
          summary: cursor.text("summary") ?? "",
          cursor,
          version,
          parameters: readParameters(path.at("parameters"), cursor.at("parameters")),
          body: readBody(cursor.at("requestBody")),
          responses: cursor
            .at("responses")
            .children()
            .filter(({ key }) => !key.startsWith("x-"))
            .map((response) => readResponse(response, method)),
          security: readSecurity(cursor, root),
        };
      });
    });
}

function readVersion(root: Cursor): OpenApiVersion {
  const version = /^3\.[01]/.exec(String(root.text("openapi")))?.[0];
  if (version === "3.0" || version === "3.1") return version;
  throw new DocumentProblem(
    `${root.source}: the version of OpenAPI must be 3.0 or 3.1, received ${root.text("openapi")}.`,
  );
}

function documentName(root: Cursor): string {
  const [file = ""] = root.pointer.split("#");
  return basename(file, extname(file));
}

function readBases(...[operation, path, root]: readonly [Cursor, Cursor, Cursor]): readonly string[] {
  const [servers] = [operation, path, root]
    .map((each) => each.at("servers").children())
    .filter(({ length }) => length > 0);
  const bases = (servers ?? []).map((server) => {
    const url = server.text("url") ?? "/";
    return URL.parse(url, "http://localhost")?.pathname.replace(/\/$/, "") ?? "";
  });
  return [...new Set(["", ...bases])];
}

/** Those of the operation take the place of those of the path that have the same name in the same place. */
function readParameters(shared: Cursor, own: Cursor): readonly DocumentedParameter[] {
  const all = [...shared.children(), ...own.children()].map(readParameter);
  const byName = new Map(all.map((each) => [`${each.place} ${each.name}`, each]));
  return [...byName.values()].filter(
    ({ place, name }) => place !== "header" || !OWN_HEADERS.includes(name.toLowerCase()),
  );
}

function readParameter(reference: Cursor): DocumentedParameter {
  const cursor = reference.follow();
  const place = cursor.text("in");
  if (place !== "path" && place !== "query" && place !== "header" && place !== "cookie") {
    throw cursor.problem(`is a parameter in "${place}"; expected path, query, header or cookie`);
  }
  const [content] = cursor.at("content").children();
  const style = cursor.text("style") ?? (place === "path" || place === "header" ? "simple" : "form");
  const explode = cursor.at("explode").value;
  return {
    name: cursor.text("name") ?? "",
    place,
    required: cursor.at("required").value === true,
    style,
    explode: typeof explode === "boolean" ? explode : style === "form" || style === "deepObject",
    mediaType: content?.key,
    schema: (content ?? cursor).at("schema"),
    examples: readExamples(content ?? cursor),
    cursor,
  };
}

function readBody(reference: Cursor): DocumentedBody | undefined {
  if (reference.value === undefined) return undefined;
  const cursor = reference.follow();
  return { required: cursor.at("required").value === true, contents: readContents(cursor), cursor };
}

/** Statuses that have no content, even where some is described (RFC 9110 sections 15.2, 15.3.5, 15.3.6, 15.4.5). */
const EMPTY = /^(1..|204|205|304)$/;

function readResponse(reference: Cursor, method: string): DocumentedResponse {
  const cursor = reference.follow();
  const isEmpty = method === "head" || EMPTY.test(reference.key);
  const headers = cursor
    .at("headers")
    .children()
    // Its type is that of the body (OpenAPI 3.1.1, Response Object).
    .filter(({ key }) => key.toLowerCase() !== "content-type")
    .map((each) => {
      const header = each.follow();
      return {
        name: each.key,
        required: header.at("required").value === true,
        schema: header.at("schema"),
        cursor: header,
      };
    });
  return { status: reference.key, contents: isEmpty ? [] : readContents(cursor), headers, cursor };
}

function readContents(cursor: Cursor): readonly DocumentedContent[] {
  return cursor
    .at("content")
    .children()
    .map((content) => ({
      mediaType: content.key,
      schema: content.at("schema"),
      encoding: content.at("encoding"),
      examples: readExamples(content),
      cursor: content,
    }));
}

function readExamples(cursor: Cursor): readonly DocumentedExample[] {
  const single = cursor.at("example");
  const named = cursor
    .at("examples")
    .children()
    .map((each) => {
      const example = each.follow();
      if (example.has("externalValue")) throw example.problem("lies outside the document");
      return { name: each.key, value: example.at("value").value, cursor: example };
    });
  return single.value === undefined ? named : [{ name: "example", value: single.value, cursor: single }, ...named];
}

/** @see https://spec.openapis.org/oas/v3.1.1.html#security-requirement-object */
function readSecurity(operation: Cursor, root: Cursor): readonly (readonly DocumentedScheme[])[] {
  const security = operation.has("security") ? operation.at("security") : root.at("security");
  const schemes = root.at("components").at("securitySchemes");
  return security.children().map((alternative) =>
    alternative.children().map(({ key }) => {
      const cursor = schemes.at(key).follow();
      if (cursor.value === undefined)
        throw alternative.problem(`names the security scheme ${key}, which does not exist`);
      return { name: key, cursor };
    }),
  );
}
