import type { Validator } from "@earmark/validation";
import type { BodyCodec } from "./codecs/body-codec.ts";
import type { Operation } from "./operation.ts";

/** What a generated client is made from: data and validators, nothing that acts. */
export interface ClientDefinition {
  /** The server of the document; what `baseUrl` is when the caller gives none. */
  readonly baseUrl: string;
  /** By the name of the method that calls it. */
  readonly operations: Readonly<Record<string, Operation>>;
  /** By schema name; strict, for what is sent. A schema without a validator is not checked. */
  readonly requests: Readonly<Record<string, Validator<unknown>>>;
  /** By schema name; lenient, for what is received. A schema without a validator is not checked. */
  readonly responses: Readonly<Record<string, Validator<unknown>>>;
  /** By media type. A client that only sends forms does not carry the others. */
  readonly codecs: Readonly<Record<string, BodyCodec>>;
  /** Names of the options that hold user and password; the caller gives exactly one pair. Empty: no credentials. */
  readonly credentials: readonly (readonly [user: string, password: string])[];
}
