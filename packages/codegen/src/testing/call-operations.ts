// Calls every operation of a generated folder once, with the least that it asks for, and returns an empty response to each.
// Prints the names of the methods whose call sends no request, each with its reason, as JSON.
//
// node call-operations.ts FOLDER
import { pathToFileURL } from "node:url";
import {
  anyCodec,
  type BodyCodec,
  binaryCodec,
  createClient,
  fullWire,
  jsonCodec,
  multipartCodec,
  type Operation,
  serializeHeaders,
  serializeStyledPath,
  serializeStyledQuery,
  styledFormCodec,
  textCodec,
  withPlaces,
} from "@earmark/http";
import { isForm, isJson, isMultipart, isRange, isText } from "@earmark/openapi";
import { INTERFACE_VERSION } from "@earmark/validation/runtime";

const { operations }: { operations: Record<string, Operation> } = await import(
  pathToFileURL(`${process.argv[2]}/operations.gen.js`).href
);

const unsent: Record<string, string> = {};
for (const [name, operation] of Object.entries(operations)) {
  const reason = await call(name, operation);
  if (reason !== undefined) unsent[name] = reason;
}
process.stdout.write(JSON.stringify(unsent));

/** Why no request was sent. */
async function call(name: string, declared: Operation): Promise<string | undefined> {
  const operation: Operation = { ...declared, security: [[]] };
  let isSent = false;
  const fetch = async (): Promise<Response> => {
    isSent = true;
    return new Response(null, { status: 204 });
  };
  const media = Object.keys(operation.requestBody?.content ?? {});
  const definition = withPlaces({
    interface: INTERFACE_VERSION,
    baseUrl: "https://api.example.com",
    operations: { [name]: operation },
    requests: {},
    responses: {},
    codecs: Object.fromEntries(media.map((type) => [type, codecFor(type)])),
    path: serializeStyledPath,
    query: serializeStyledQuery,
    headers: serializeHeaders,
    wire: fullWire,
    auth: [],
    credentials: [],
  });
  const client = createClient<Record<string, (...args: unknown[]) => Promise<unknown>>>(definition, { fetch });
  const [type] = media;
  const body = type === undefined ? [] : [bodyFor(type)];
  const options = type !== undefined && isRange(type) ? [{ contentType: "application/x-any" }] : [];
  try {
    await client[name]?.(...argumentsOf(operation), ...body, ...options);
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

function codecFor(type: string): BodyCodec {
  if (isJson(type)) return jsonCodec;
  if (isMultipart(type)) return multipartCodec;
  if (isForm(type)) return styledFormCodec;
  return isText(type) ? textCodec : isRange(type) ? anyCodec : binaryCodec;
}

function bodyFor(type: string): unknown {
  if (isJson(type) || isMultipart(type) || isForm(type)) return {};
  return isText(type) ? "text" : new Blob(["bytes"]);
}
