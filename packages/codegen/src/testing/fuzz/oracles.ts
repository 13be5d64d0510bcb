import type { Json, JsonObject } from "@earmark/openapi";
import * as runtime from "@earmark/validation/runtime";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats, { type FormatName } from "ajv-formats";
import { Format } from "typebox/format";
import { Compile } from "typebox/schema";
import { URI_LIKE } from "./oracle-form.ts";

/** A validator that we did not write. */
export interface Oracle {
  readonly name: "Ajv" | "TypeBox";
  /** The validator of the schema that a JSON Pointer names in the document. */
  matcher(pointer: string): (value: Json) => boolean;
}

const BASE = "urn:oracle:document";
/** The formats that generated validators assert, without those that are said in keywords. */
const FORMATS: readonly FormatName[] =
  "date date-time duration email hostname ipv4 ipv6 json-pointer regex time uri uri-reference uuid".split(
    " ",
  ) as FormatName[]; // checked by the test of each

export function ajv(document: JsonObject): Oracle {
  const instance = new Ajv2020({
    strict: false,
    logger: false,
    // Documents have examples that are no list, and extensions that look like keywords of older drafts.
    validateSchema: false,
    // Otherwise it finds `constructor` in every object.
    ownProperties: true,
    // Otherwise 4.35 is no multiple of 0.01.
    multipleOfPrecision: 9,
    code: { regExp: Object.assign(regularExpression, { code: "new RegExp" }) },
  });
  addFormats.default(instance, [...FORMATS]);
  instance.addFormat(URI_LIKE, runtime.isUriLike);
  instance.addSchema({ ...document, $id: BASE }, undefined, false);
  return { name: "Ajv", matcher: (pointer) => instance.compile({ $ref: BASE + pointer }) };
}

export function typebox(document: JsonObject): Oracle {
  const known = Format.Entries().filter(([name]) => FORMATS.some((format) => format === name));
  Format.Clear();
  for (const [name, check] of known) Format.Set(name, check);
  Format.Set(URI_LIKE, runtime.isUriLike);
  const context = { [BASE]: { ...document, $id: BASE } };
  return {
    name: "TypeBox",
    matcher: (pointer) => {
      const compiled = Compile(context, { $ref: BASE + pointer });
      return (value) => compiled.Check(value);
    },
  };
}

/** In Unicode mode where the pattern is valid there. */
function regularExpression(pattern: string): RegExp {
  try {
    return new RegExp(pattern, "u");
  } catch {
    return new RegExp(pattern);
  }
}
