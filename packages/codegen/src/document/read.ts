import { createHash } from "node:crypto";
import { basename, resolve } from "node:path";
import { bundle, type Document as RedoclyDocument, ResolveError, YamlParseError } from "@redocly/openapi-core";
import { type Document, isJsonObject, type JsonObject } from "./document.ts";
import { DISK, type Files, MissingFile } from "./files.ts";
import { LocalResolver } from "./local-resolver.ts";
import { Places } from "./places.ts";
import { DocumentError, type Problem } from "./problem.ts";
import { fromRedocly, readingConfig } from "./redocly.ts";

/**
 * Reads an OpenAPI document, resolves references to other files, and bundles it into one object.
 *
 * @param origin What generated files call the document.
 * @param files Where it is read from, and the files that it refers to.
 * @default files The disk.
 *
 * @throws {DocumentError} when the file cannot be read, is not OpenAPI 3.0 or 3.1, or has a dangling reference.
 */
export async function readDocument(
  path: string,
  origin: string = basename(path),
  files: Files = DISK,
): Promise<Document> {
  const { file, resolver, source, version } = await openDocument(path, files);
  const config = await readingConfig();
  const { bundle: bundled, problems } = await bundle({ doc: source, config, externalRefResolver: resolver }).catch(
    (reason: unknown) => {
      // A circle of references, for instance: the bundler gives up without saying where.
      throw new DocumentError([problem(file, "reference", reason instanceof Error ? reason.message : String(reason))]);
    },
  );
  const errors = problems
    .map((found) => fromRedocly(found, files.display))
    .filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new DocumentError(errors);
  if (!isJsonObject(bundled.parsed))
    throw new DocumentError([problem(file, "structure", "the document is not an object")]);
  const documents = await resolver.documents();
  const places = new Places(bundled.parsed, documents, files);
  return {
    file,
    origin,
    name: basename(path).replace(/\.[^.]*$/, ""),
    version,
    root: bundled.parsed,
    parts: documents.slice(1).map(({ source: { absoluteRef } }) => absoluteRef),
    sha256: hash(documents.map(({ source: { body } }) => body)),
    problemAt: (pointer, rule, message, severity = "error") => ({ ...places.at(pointer), rule, message, severity }),
  };
}

/** A document of which nothing is known but that it parses, and its version. */
interface Opened {
  readonly file: string;
  readonly resolver: LocalResolver;
  readonly source: RedoclyDocument<JsonObject>;
  readonly version: Document["version"];
}

/** @throws {DocumentError} when the file cannot be read, or is not OpenAPI 3.0 or 3.1. */
export async function openDocument(path: string, files: Files = DISK): Promise<Opened> {
  const file = files.display(path);
  const resolver = new LocalResolver(files);
  const source = await parse(path, file, resolver);
  return { file, resolver, source, version: openApiVersion(source.parsed, file) };
}

async function parse(path: string, file: string, resolver: LocalResolver): Promise<RedoclyDocument<JsonObject>> {
  const document = await resolver
    .resolveDocument<JsonObject>(null, resolve(path), true)
    .catch((reason: unknown) => (reason instanceof Error ? reason : new Error(String(reason))));
  if (document instanceof ResolveError && document.originalError instanceof MissingFile)
    throw new DocumentError([
      problem(
        file,
        document.originalError.code,
        `${document.originalError.message}; pass the path of an OpenAPI document`,
      ),
    ]);
  if (document instanceof YamlParseError) {
    throw new DocumentError([
      {
        ...problem(file, "syntax", withoutPlace(document.originalError.message)),
        line: document.line,
        column: document.col,
      },
    ]);
  }
  if (document instanceof Error) throw new DocumentError([problem(file, "unreadable", document.message)]);
  if (!isJsonObject(document.parsed)) {
    throw new DocumentError([
      problem(file, "structure", "expected an object with `openapi: 3.0.x` or `openapi: 3.1.x` at its root"),
    ]);
  }
  return document;
}

/** The parser's first line; the file, line and column at its end are said already. */
function withoutPlace(message: string): string {
  return message
    .replace(/\n.*/s, "")
    .replace(/ in "[^"]*"/, "")
    .replace(/ \(\d+:\d+\)$/, "");
}

function openApiVersion(root: JsonObject, file: string): Document["version"] {
  const version = root.openapi;
  if (typeof version === "string" && version.startsWith("3.0.")) return "3.0";
  if (typeof version === "string" && version.startsWith("3.1.")) return "3.1";
  const received =
    root.swagger === undefined
      ? `openapi: ${JSON.stringify(version) ?? "nothing"}`
      : `swagger: ${JSON.stringify(root.swagger)}`;
  throw new DocumentError([
    problem(
      file,
      "version",
      `expected \`openapi: 3.0.x\` or \`openapi: 3.1.x\`, received \`${received}\`; convert the document first`,
    ),
  ]);
}

/** Changes whenever any of the files changes, and only then. The root comes first. */
function hash(texts: readonly string[]): string {
  return createHash("sha256").update(texts.join("\0")).digest("hex");
}

function problem(file: string, rule: string, message: string): Problem {
  return { file, line: 1, column: 1, rule, message, severity: "error" };
}
