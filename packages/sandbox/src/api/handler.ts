import type { Operation } from "@earmark/http";
import type { JsonResponse } from "../response/json-response.ts";

/** A request that has passed every check of the document. */
export interface Call<Parameters = unknown, Body = unknown> {
  /** The account whose data the request is about; a handler reads and writes no other. */
  readonly accountSid: string;
  /** Where the resource is, as the caller sees it, without a query. */
  readonly url: string;
  /** The query as it was sent, without `?`. */
  readonly query: string;
  /** By name; one that shares its name with another in a group of its place, `{ query: { id } }`. */
  readonly parameters: Parameters;
  /** `undefined` when none was sent. */
  readonly body: Body;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** The behaviour of any operation. It may throw a `Refusal`. */
export type Handler = (call: Call<never, never>) => JsonResponse | Promise<JsonResponse>;

/** The behaviour of one operation of a document, over the generated types of its parameters and its body. */
export type HandlerOf<Operation> = (call: CallOf<Operation>) => JsonResponse | Promise<JsonResponse>;

/**
 * The behaviour of a document's operations: their names from its table, what they take from its types. An operation
 * that the document gains does not compile until it has a handler.
 */
export type HandlersOf<Table extends Readonly<Record<string, Operation>>, Types> = {
  readonly [Name in keyof Table & string]: KeyOf<Table[Name]["operationId"]> extends infer Key extends keyof Types
    ? HandlerOf<Types[Key]>
    : never;
};

/** The name that types have for an operation: its ID, in which they cannot have `#` and `%`. */
type KeyOf<OperationId extends string> = Replaced<Replaced<OperationId, "#">, "%">;
type Replaced<Name extends string, Character extends string> = Name extends `${infer Before}${Character}${infer After}`
  ? `${Before}/${Replaced<After, Character>}`
  : Name;

type CallOf<Operation> = Operation extends { parameters: infer Places }
  ? Call<PathOf<Places> & FlatQuery<QueryOf<Places>, keyof PathOf<Places>>, BodyOf<Operation>>
  : never;

type PathOf<Places> = Places extends { path: infer Path } ? Path : unknown;

// An operation without parameters in the query is typed `query?: never`, which must add nothing.
type QueryOf<Places> = Places extends { query?: infer Query }
  ? [Query] extends [undefined]
    ? unknown
    : NonNullable<Query>
  : unknown;

// A parameter that shares its name with one in the path is in a group of its place.
type FlatQuery<Query, Names> = [keyof Query & Names] extends [never]
  ? Query
  : Omit<Query, keyof Query & Names> & GroupedQuery<Pick<Query, keyof Query & Names>>;
type GroupedQuery<Query> = object extends Query ? { readonly query?: Query } : { readonly query: Query };

type BodyOf<Operation> = Operation extends { requestBody: { content: infer Content } }
  ? Content[keyof Content]
  : Operation extends { requestBody?: { content: infer Content } }
    ? Content[keyof Content] | undefined
    : undefined;
