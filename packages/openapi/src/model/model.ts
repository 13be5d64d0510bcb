import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Document } from "../document/document.ts";
import type { ParameterLocation } from "../http/parameter.ts";
import type { JsonObject } from "../json/json.ts";
import type { Schema } from "../schema/schema.ts";
import type { Extensions } from "./extensions.ts";

/** What every part of a model keeps of the document. */
export interface Node {
  /** Where it stands in the bundled document, references followed. */
  readonly pointer: string;
  /** What its author wrote there. Documentation, examples and extensions are read from it. */
  readonly source: JsonObject;
}

/** A part that extensions are read on. */
interface Extensible extends Node {
  readonly extensions: Extensions;
}

/** A document in one shape, for all versions and styles. Emitters read nothing else. */
export interface Model {
  readonly document: Document;
  /** Those of the document itself. */
  readonly extensions: Extensions;
  readonly title: string;
  /** Absolute or relative URLs, in the order of the document, with variables at their defaults. */
  readonly servers: readonly string[];
  readonly securitySchemes: readonly SecurityScheme[];
  /** Every component schema, and every inline body and parameter schema under a name of its own; sorted by name. */
  readonly schemas: readonly NamedSchema[];
  readonly schemaNamed: (name: string) => NamedSchema | undefined;
  /** Sorted by path, then method. */
  readonly operations: readonly Operation[];
  /** Whether anything is generated from it: no diagnostic of it is an error. */
  readonly isGenerated: boolean;
  /** The operations that a client has no method for. Types and validators have their schemas, as have {@link schemas}. */
  readonly skipped: readonly SkippedOperation[];
  /** The webhooks of the document, sorted by name. Callbacks are with their operations; {@link receivedOf} has both. */
  readonly webhooks: readonly Webhook[];
  /**
   * Where the author of the document wrote a schema of {@link schemas}, or one at any depth below it: a JSON Pointer. Of
   * one that reading made up, such as what is nullable beside `null`, that is the schema around it.
   */
  pointerOf(schema: Schema): string | undefined;
}

/** All requests that the server of a model sends: webhooks, then callbacks. */
export function outboundOf({ webhooks, operations, skipped }: Model): readonly Webhook[] {
  const owners = [...operations, ...skipped, ...webhooks];
  return [...webhooks, ...owners.flatMap((owner) => [...owner.callbacks.values()].flat())];
}

/** Those that handlers can be generated for. */
export function receivedOf(model: Model): readonly Webhook[] {
  return outboundOf(model).filter(({ reasons }) => reasons.length === 0);
}

/** An operation that cannot be generated. It lacks what cannot be read of it. */
export interface SkippedOperation extends Operation {
  readonly reasons: readonly Diagnostic[];
}

/**
 * A request that the server sends: a webhook, whose path is its name, or one of a callback, whose path is an expression.
 * Its schemas travel the other way round: what is received is the request. It has no security, servers or pages.
 */
export interface Webhook extends Operation {
  /** What its handler goes by: the name of the webhook, or `OPERATION/CALLBACK`. */
  readonly key: string;
  /** Why there is no handler for it; none where there is. It lacks what cannot be read of it. */
  readonly reasons: readonly Diagnostic[];
}

export interface NamedSchema {
  /** Key in `components.schemas`. */
  readonly name: string;
  /** JSON Schema 2020-12, to the letter of the document; properties sorted by name. */
  readonly schema: Schema;
  readonly pointer: string;
  /** The directions in which it travels. Neither for a component that no operation uses. */
  readonly inRequests: boolean;
  readonly inResponses: boolean;
}

export interface SecurityScheme extends Extensible {
  readonly name: string;
  readonly type: string;
  readonly scheme: string | undefined;
  /** How a client authenticates; undefined for what it cannot, and for `mutualTLS`, which is a matter of the connection. */
  readonly kind: "apiKey" | "basic" | "bearer" | undefined;
  /** Of an API key: `header`, `query` or `cookie`, and the name there. */
  readonly in: string | undefined;
  readonly parameterName: string | undefined;
  /** `x-credentials`: pairs of option names that stand for the user name and the password. */
  readonly credentials: readonly (readonly [user: string, password: string])[];
}

export interface Operation extends Extensible {
  readonly operationId: string;
  /** Name of the client's method: the operation id, first letter lowered. */
  readonly methodName: string;
  /** Upper case. */
  readonly method: string;
  readonly path: string;
  /** Its path items: what stands beside the `$ref` of one, and what that refers to. */
  readonly pathItems: readonly Node[];
  readonly summary: string | undefined;
  readonly description: string | undefined;
  readonly deprecated: boolean;
  readonly idempotent: boolean;
  /** `x-idempotency-key`: the header of a key that is the same for all attempts of a call; of no safe method. */
  readonly idempotencyKey: string | undefined;
  readonly parameters: readonly Parameter[];
  readonly requestBody: RequestBody | undefined;
  /** Sorted by status; `default` last. */
  readonly responses: readonly Response[];
  /** Alternatives, each the names of schemes that it needs together; without those that no client can meet. */
  readonly security: readonly (readonly string[])[];
  /** Its own servers, or those of its path; undefined where it has those of the document. */
  readonly servers: readonly string[] | undefined;
  /** `x-pagination`: each response is a page of a list. */
  readonly pagination: Pagination | undefined;
  /** Requests that the server sends on its behalf, by the name of the callback. */
  readonly callbacks: ReadonlyMap<string, readonly Webhook[]>;
}

/** Whether a parameter is the header of the operation's idempotency key, which a client sends where the caller does not. */
export function isIdempotencyKey({ idempotencyKey }: Operation, { in: place, name }: Parameter): boolean {
  return place === "header" && name.toLowerCase() === idempotencyKey?.toLowerCase();
}

/** JSON pointers into the body of a response (RFC 6901), and what leads to the next page. */
export interface Pagination {
  readonly items: string;
  readonly nextUrl?: string;
  readonly nextCursor?: string;
  /** The query parameter that takes the cursor. */
  readonly parameter?: string;
}

export interface Parameter extends Extensible {
  readonly name: string;
  readonly in: ParameterLocation;
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly description: string | undefined;
  /** `x-cli-name`: its option on a command line, where that does not follow from the name. */
  readonly cliName: string | undefined;
  readonly style: string;
  readonly explode: boolean;
  readonly allowReserved: boolean;
  /** Media type of a parameter that is described by `content` instead of a schema. */
  readonly contentType: string | undefined;
  /** Name of its schema. */
  readonly schema: string;
  /** Given below its place, `{ query: { id } }`, since another parameter has its name: one in the path, if there is. */
  readonly placed: boolean;
}

export interface RequestBody extends Node {
  readonly required: boolean;
  readonly description: string | undefined;
  readonly content: readonly MediaType[];
  /** Media types that cannot be sent, beside others that can. */
  readonly skipped: readonly MediaType[];
}

export interface Response extends Extensible {
  /** `200`, `4XX`, `default`. */
  readonly status: string;
  readonly description: string | undefined;
  readonly content: readonly MediaType[];
  readonly headers: readonly Header[];
}

export interface MediaType extends Node {
  readonly mediaType: string;
  /** Name of its schema; undefined when the document gives none. */
  readonly schema: string | undefined;
  /** Whether it is bytes to a program: its schema says so, or there is none. */
  readonly isBytes: boolean;
  /** Encoding Objects by property. */
  readonly encoding: Readonly<Record<string, Encoding>>;
}

export interface Encoding extends Node {
  /** Undefined where the document gives none. */
  readonly style: string | undefined;
  readonly explode: boolean | undefined;
  readonly allowReserved: boolean;
  readonly contentType: string | undefined;
}

export interface Header extends Node {
  readonly name: string;
  readonly description: string | undefined;
  readonly required: boolean;
  /** Of an object in style `simple`: `key=value` instead of `key,value`. */
  readonly explode: boolean;
  /** Described by `content`, as JSON. */
  readonly isJson: boolean;
  readonly schema: Schema;
}
