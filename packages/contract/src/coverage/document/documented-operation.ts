import type { Cursor } from "./cursor.ts";

/** What a document says about one operation, with every reference to a parameter, body or response followed. */
export interface DocumentedOperation {
  /** The document, as its file is called: `annotation`. */
  readonly document: string;
  /** The operation ID; method and path where it has none. */
  readonly name: string;
  readonly method: string;
  /** Path template, relative to a server: `/v1/Voice/{CallSid}/Annotation`. */
  readonly path: string;
  /** Paths of the servers, which may stand before the template. */
  readonly bases: readonly string[];
  readonly summary: string;
  readonly cursor: Cursor;
  readonly version: OpenApiVersion;
  readonly parameters: readonly DocumentedParameter[];
  readonly body: DocumentedBody | undefined;
  readonly responses: readonly DocumentedResponse[];
  /** Alternatives; each names the schemes that it needs together. Empty: open to everybody. */
  readonly security: readonly (readonly DocumentedScheme[])[];
}

/** In 3.0, a schema is not quite JSON Schema. */
export type OpenApiVersion = "3.0" | "3.1";

/** @see https://spec.openapis.org/oas/v3.1.1.html#parameter-object */
export interface DocumentedParameter {
  readonly name: string;
  readonly place: "path" | "query" | "header" | "cookie";
  readonly required: boolean;
  readonly style: string;
  readonly explode: boolean;
  /** Media type of the value, where `content` takes the place of a style. */
  readonly mediaType: string | undefined;
  readonly schema: Cursor;
  readonly examples: readonly DocumentedExample[];
  readonly cursor: Cursor;
}

export interface DocumentedBody {
  readonly required: boolean;
  readonly contents: readonly DocumentedContent[];
  readonly cursor: Cursor;
}

export interface DocumentedResponse {
  /** As the document spells it: `200`, `4XX`, `default`. */
  readonly status: string;
  readonly contents: readonly DocumentedContent[];
  readonly headers: readonly DocumentedHeader[];
  readonly cursor: Cursor;
}

interface DocumentedHeader {
  readonly name: string;
  readonly required: boolean;
  readonly schema: Cursor;
  readonly cursor: Cursor;
}

/** @see https://spec.openapis.org/oas/v3.1.1.html#media-type-object */
export interface DocumentedContent {
  readonly mediaType: string;
  /** Its value is `undefined` where the document gives none. */
  readonly schema: Cursor;
  readonly encoding: Cursor;
  readonly examples: readonly DocumentedExample[];
  readonly cursor: Cursor;
}

export interface DocumentedExample {
  readonly name: string;
  readonly value: unknown;
  readonly cursor: Cursor;
}

export interface DocumentedScheme {
  readonly name: string;
  readonly cursor: Cursor;
}
