import { METHODS } from "../http/method.ts";
import { isJsonObject, type Json, type JsonObject } from "../json/json.ts";
import { keywordsOf } from "../schema/keywords.ts";
import { DISK, type Files } from "./files.ts";
import { readSource } from "./read-source.ts";
import { DEFINITIONS } from "./resolve.ts";

/**
 * What a file of YAML or JSON is that lies beside documents. `shared`: components, schemas or other parts for documents
 * to refer to, without a version of OpenAPI. `components`: an OpenAPI document of components alone, which may be meant for
 * the same. `overlay`: an OpenAPI Overlay. `api`: anything else, broken files included, so that they are not passed over.
 */
type FileKind = "api" | "components" | "overlay" | "shared";

export async function fileKind(path: string, files: Files = DISK): Promise<FileKind> {
  // Most documents need not be parsed for that.
  if (looksLikeApi(await files.read(path).catch(() => ""))) return "api";
  const { source } = await readSource(path, { file: "", root: "" }, files);
  if (source === undefined) return "api";
  const { openapi, swagger, overlay, info, paths, webhooks, components, definitions } = source.root;
  if ((openapi ?? swagger) !== undefined)
    return isEmpty(paths) && isEmpty(webhooks) && !(isEmpty(components) && isEmpty(definitions)) ? "components" : "api";
  if (overlay !== undefined) return "overlay";
  return (info ?? paths ?? webhooks) === undefined && isShared(source.root) ? "shared" : "api";
}

function looksLikeApi(text: string): boolean {
  const [version, paths] = [
    /^(openapi|swagger| {0,4}"(openapi|swagger)"):/m,
    /^(paths| {0,4}"paths"):[ {]*\r?\n +["/]/m,
  ];
  return version.test(text) && paths.test(text);
}

function isEmpty(value: Json | undefined): boolean {
  return value === undefined || value === null || (isJsonObject(value) && Object.keys(value).length === 0);
}

/** Where parts are kept, in OpenAPI and JSON Schema. */
const SECTIONS = new Set([
  ...DEFINITIONS,
  ..."callbacks components examples headers links parameters pathItems requestBodies responses schemas".split(" "),
  ..."securityDefinitions securitySchemes".split(" "),
]);
/** What tells a schema, a parameter, a response, a path item or an operation by. */
const MARKS = [...keywordsOf("in-place", "child"), ..."$schema enum const in content responses".split(" "), ...METHODS];

function isShared(root: JsonObject): boolean {
  const keys = Object.keys(root).filter((key) => !key.startsWith("x-"));
  if (keys.length === 0) return false;
  return isPart(root) || keys.every((key) => (SECTIONS.has(key) && isJsonObject(root[key])) || isPart(root[key]));
}

function isPart(value: Json | undefined): boolean {
  if (!isJsonObject(value)) return false;
  return typeof value.type === "string" || Array.isArray(value.type) || MARKS.some((key) => value[key] !== undefined);
}
