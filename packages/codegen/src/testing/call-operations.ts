// Calls every operation of a document, whose generated folder is given, once, with the least that it asks for, and returns an empty response to each.
// Prints the names of the methods whose call sends no request, each with its reason, as JSON.
//
// node call-operations.ts FILE FOLDER
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Operation } from "@earmark/http";
import {
  buildModel,
  credentialsOf,
  expectDocument,
  isForm,
  isJson,
  isMultipart,
  isRange,
  isText,
  readDocument,
} from "@earmark/openapi";

type Method = (...given: readonly unknown[]) => unknown;

const [file = "", folder = "."] = process.argv.slice(2);
const { operations } = await load<{ operations: Record<string, Operation> }>("operations.gen.js");
await allowAll(join(folder, "checks.gen.js"));
const create = Object.entries(await load<Record<string, Method>>("client.gen.js")).find(([name]) =>
  /^create\w+Client$/.test(name),
);
let isSent = false;
const fetch = async (): Promise<Response> => {
  isSent = true;
  return new Response(null, { status: 204 });
};
const client = Object(create?.[1]({ baseUrl: "https://api.example.com", fetch, ...(await someCredentials()) }));

const unsent: Record<string, string> = {};
for (const [name, operation] of Object.entries(operations)) {
  const reason = await call(client[name], operation);
  if (reason !== undefined) unsent[name] = reason;
}
process.stdout.write(JSON.stringify(unsent));

async function load<Module>(file: string): Promise<Module> {
  return await import(pathToFileURL(join(folder, file)).href);
}

/** Values that suit no schema are sent all the same: this is about how they are written. */
async function allowAll(file: string): Promise<void> {
  const names = [...(await readFile(file, "utf8")).matchAll(/^export function (\w+)/gm)].map(([, name]) => name);
  await writeFile(file, names.map((name) => `export const ${name} = () => true;\n`).join(""));
}

/** Something for every option that the client takes for its credentials. */
async function someCredentials(): Promise<object> {
  const { schemes } = credentialsOf(buildModel(expectDocument(await readDocument(file))).model);
  const names = schemes.flatMap(({ scheme, options }) =>
    scheme.kind === "basic" ? (options[0] ?? []) : options.flat(),
  );
  return Object.fromEntries(names.map((name) => [name, "credential"]));
}

/** Why no request was sent. */
async function call(method: Method, operation: Operation): Promise<string | undefined> {
  isSent = false;
  const [type] = Object.keys(operation.requestBody?.content ?? {});
  const body = type === undefined ? [] : [bodyFor(type)];
  const options = type !== undefined && isRange(type) ? [{ contentType: "application/x-any" }] : [];
  try {
    await method(...argumentsOf(operation), ...body, ...options);
  } catch (error) {
    if (!isSent) return error instanceof Error ? error.message : String(error);
  }
  return isSent ? undefined : "no request was sent";
}

/** The parameters that a call cannot do without. */
function argumentsOf({ parameters }: Operation): readonly unknown[] {
  if (parameters.length === 0) return [];
  const given: Record<string, unknown> = {};
  for (const { name, in: place, required, placed, style } of parameters) {
    if (required !== true) continue;
    const value = style === "deepObject" ? { a: "1" } : "1";
    if (placed !== true) given[name] = value;
    else given[place] = { ...(given[place] as object | undefined), [name]: value };
  }
  return [given];
}

function bodyFor(type: string): unknown {
  if (isJson(type) || isMultipart(type) || isForm(type)) return {};
  return isText(type) ? "text" : new Blob(["bytes"]);
}
