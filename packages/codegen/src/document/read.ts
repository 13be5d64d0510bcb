import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { bundle, type Document as RedoclyDocument, YamlParseError } from "@redocly/openapi-core";
import { type Document, isJsonObject, type JsonObject } from "./document.ts";
import { LocalResolver } from "./local-resolver.ts";
import { DocumentError, type Problem } from "./problem.ts";
import { displayPath, fromRedocly, positionOf, readingConfig } from "./redocly.ts";

/**
 * Reads an OpenAPI document, resolves references to other files, and bundles it into one object.
 *
 * @param origin What generated files call the document.
 *
 * @throws {DocumentError} when the file cannot be read, is not OpenAPI 3.0 or 3.1, or has a dangling reference.
 */
export async function readDocument(path: string, origin: string = basename(path)): Promise<Document> {
  const { file, resolver, source, version } = await openDocument(path);
  const config = await readingConfig();
  const {
    bundle: bundled,
    problems,
    fileDependencies,
  } = await bundle({ doc: source, config, externalRefResolver: resolver }).catch((reason: unknown) => {
    // A circle of references, for instance: the bundler gives up without saying where.
    throw new DocumentError([problem(file, "reference", reason instanceof Error ? reason.message : String(reason))]);
  });
  const errors = problems.map(fromRedocly).filter((problem) => problem.severity === "error");
  if (errors.length > 0) throw new DocumentError(errors);
  if (!isJsonObject(bundled.parsed))
    throw new DocumentError([problem(file, "structure", "the document is not an object")]);
  const parts = [...fileDependencies].filter((part) => part !== resolve(path)).sort();
  return {
    file,
    origin,
    name: basename(path).replace(/\.[^.]*$/, ""),
    version,
    root: bundled.parsed,
    parts,
    sha256: await hash(source.source.body, parts),
    problemAt: (pointer, rule, message, severity = "error") => ({
      file,
      ...positionOf(source.source, pointer),
      rule,
      message,
      severity,
    }),
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
export async function openDocument(path: string): Promise<Opened> {
  const file = displayPath(path);
  const resolver = new LocalResolver();
  const source = await parse(path, file, resolver);
  return { file, resolver, source, version: openApiVersion(source.parsed, file) };
}

async function parse(path: string, file: string, resolver: LocalResolver): Promise<RedoclyDocument<JsonObject>> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined)
    throw new DocumentError([problem(file, "not-found", "no such file; pass the path of an OpenAPI document")]);
  if (!found.isFile())
    throw new DocumentError([problem(file, "not-a-file", "not a file; pass the path of an OpenAPI document")]);
  const document = await resolver
    .resolveDocument<JsonObject>(null, resolve(path), true)
    .catch((reason: unknown) => (reason instanceof Error ? reason : new Error(String(reason))));
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

/** Changes whenever any of the files changes, and only then. */
async function hash(root: string, parts: readonly string[]): Promise<string> {
  const sum = createHash("sha256").update(root);
  for (const file of parts) sum.update("\0").update(await readFile(file));
  return sum.digest("hex");
}

function problem(file: string, rule: string, message: string): Problem {
  return { file, line: 1, column: 1, rule, message, severity: "error" };
}
