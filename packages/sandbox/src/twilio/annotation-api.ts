import { operations } from "@earmark/annotation-client/operations";
import type { operations as types } from "@earmark/annotation-types";
import type { Annotation } from "@earmark/annotation-types/strict";
import * as validators from "@earmark/annotation-validators/strict";
import type { HandlersOf } from "../api/handler.ts";
import type { ServedApi } from "../api/served-api.ts";
import { type AnnotationChanges, type AnnotationFields, fieldNames, noAnnotation } from "./annotation-fields.ts";
import type { AnnotationStore } from "./annotation-store.ts";
import type { CallIdentity, Calls } from "./calls.ts";

/** Call Annotation. An operation that the document gains does not compile until it has a handler here. */
export function annotationApi(store: AnnotationStore, calls: Calls): ServedApi {
  const handlers: HandlersOf<typeof operations, types> = {
    async fetchAnnotation(call) {
      calls.require(call);
      const fields = await store.read(call.accountSid, call.parameters.CallSid);
      return { status: 200, body: presentAnnotation(call, fields ?? noAnnotation) };
    },

    async updateAnnotation(call) {
      calls.require(call);
      const changes = changesOf(call.body ?? {});
      const { quality_issues } = changes;
      const merged: AnnotationChanges = {
        ...changes,
        ...(quality_issues && { quality_issues: [...new Set(quality_issues)] }),
      };
      const fields = await store.merge(call.accountSid, call.parameters.CallSid, merged);
      return { status: 200, body: presentAnnotation(call, fields) };
    },
  };
  return { operations, validators, handlers };
}

/** The annotation of a response. One that was stored before the document gained a field does not have that field. */
function presentAnnotation({ accountSid, url, parameters }: CallIdentity, fields: AnnotationFields): Annotation {
  return { account_sid: accountSid, call_sid: parameters.CallSid, ...noAnnotation, ...fields, url };
}

/** `QualityIssues` in requests is `quality_issues` in responses. */
type FieldName<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? `${Lowercase<First>}${Separated<Rest>}`
  : "";
type Separated<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `_${Lowercase<First>}`}${Separated<Rest>}`
  : "";

type ChangesOf<Body> = { readonly [Name in keyof Body & string as FieldName<Name>]: Body[Name] };

/** The fields of an annotation that a request sets. Other fields of the request are dropped. */
function changesOf<Body extends object>(body: Body): ChangesOf<Body> {
  const changes = Object.entries(body).map(([name, value]) => [fieldName(name), value] as const);
  // `fieldName` does at run time what `FieldName` does in types.
  return Object.fromEntries(changes.filter(([name]) => fieldNames.includes(name))) as ChangesOf<Body>;
}

function fieldName(name: string): string {
  return name.replace(/(?<=.)[A-Z]/g, "_$&").toLowerCase();
}
