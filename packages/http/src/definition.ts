import type { Check } from "@earmark/validation";
import type { BodyCodec } from "./codecs/body-codec.ts";
import type { Operation } from "./operation.ts";
import type { QueryCodec } from "./parameters/query.ts";

/** What a generated client is made from: data and validators, nothing that acts. */
export interface ClientDefinition {
  /** The server of the document; what `baseUrl` is when the caller gives none. */
  readonly baseUrl: string;
  /** By the name of the method that calls it. */
  readonly operations: Readonly<Record<string, Operation>>;
  /** By schema name; strict, for what is sent. A schema without a check is not checked. */
  readonly requests: Readonly<Record<string, Check>>;
  /** By schema name; lenient, for what is received. A schema without a check is not checked. */
  readonly responses: Readonly<Record<string, Check>>;
  /** By media type. A client that only sends forms does not carry the others. */
  readonly codecs: Readonly<Record<string, BodyCodec>>;
  /** Writes query parameters, for an API that has any. */
  readonly query?: QueryCodec;
  /** Names of the options that hold user and password; the caller gives exactly one pair. Empty: no credentials. */
  readonly credentials: readonly (readonly [user: string, password: string])[];
}
