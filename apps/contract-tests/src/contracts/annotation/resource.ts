import { schemas } from "@earmark/annotation-client/schemas";
import { UpdateAnnotationRequest } from "@earmark/annotation-validators/strict";
import type { Resource, State } from "@earmark/contract";

const IDENTITY = ["account_sid", "call_sid", "url"];

/** What can be noted and read back. */
const noted = Object.keys(schemas.Annotation.properties ?? {}).filter((name) => !IDENTITY.includes(name));

/** All of it `null`. */
export const unset: State = Object.fromEntries(noted.map((name) => [name, null]));

/** The annotation of a call: all `null` until it is written, then the last value written, field by field. */
export const callAnnotation: Resource = {
  read: "fetchAnnotation",
  write: "updateAnnotation",
  blank: ({ accountSid, parameters, url }) => ({
    account_sid: accountSid,
    call_sid: parameters.CallSid,
    ...unset,
    url,
  }),
  parametersOf: ({ call_sid }) => ({ CallSid: call_sid }),
  bodyOf: (state) => Object.fromEntries(writable.map((name) => [name, state[fieldName(name)]]).filter(isWritable)),
  written: (state, body) => ({ ...state, ...Object.fromEntries(Object.entries(body).map(read).filter(isNoted)) }),
};

/** The fields that can be sent. */
const writable = Object.keys(schemas.UpdateAnnotationRequest.properties ?? {});

/** Few fields can be cleared. */
function isWritable([name, value]: readonly unknown[]): boolean {
  return value !== undefined && UpdateAnnotationRequest.is({ [String(name)]: value });
}

/** A field as it is read: in snake case, and each item of a list once. */
function read([name, value]: [string, unknown]): [string, unknown] {
  return [fieldName(name), Array.isArray(value) ? [...new Set(value)] : value];
}

/** What can be sent need not be in any response. */
function isNoted([name]: readonly [string, unknown]): boolean {
  return noted.includes(name);
}

function fieldName(name: string): string {
  return name.replace(/(?<=.)[A-Z]/g, "_$&").toLowerCase();
}
