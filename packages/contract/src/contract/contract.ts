import type { ClientOptions, Operation } from "@earmark/http";
import type { JsonSchema, Validator } from "@earmark/validation";
import type { getHttpOperationsFromSpec } from "@stoplight/prism-http/dist/utils/operations.js";
import type { Credentials } from "./credentials.ts";
import type { RandomRuns } from "./random-runs.ts";
import type { Resource } from "./resource.ts";
import type { MakeSandbox, SandboxFault } from "./sandbox.ts";
import type { Target } from "./target.ts";

/** One document with what was generated from it, and the little that only people know about it. */
export interface Contract {
  /** `annotation` for `openapi/annotation.yaml` and `packages/annotation-*`. */
  readonly name: string;
  /** The file of the document. */
  readonly document: string;
  /** The generated table, by method of the client. */
  readonly operations: Readonly<Record<string, Operation>>;
  readonly schemas: Readonly<Record<string, JsonSchema>>;
  readonly validators: { readonly lenient: Validators; readonly strict: Validators };
  readonly createClient: (options: ContractClientOptions) => ContractClient;
  /** The exact body of every example of a request, by `METHOD EXAMPLE`. */
  readonly bytes: Readonly<Record<string, string>>;
  /** Parameters that take what the server has handed out, and nothing else that fits their schema. */
  readonly handedOut: readonly string[];
  /** What can be written and read back. */
  readonly resources: readonly Resource[];
  readonly peers: readonly Peer[];
  /** What holds for a stateful server of this document alone. */
  readonly cases: (operations: readonly ContractOperation[], random: RandomRuns) => readonly Case<Target>[];
  /** What holds for a sandbox that is made with certain options, as far as they are about this document. */
  readonly optionCases: (operations: readonly ContractOperation[], random: RandomRuns) => readonly Case<MakeSandbox>[];
  /** What its part of the sandbox can get wrong, which the suite must notice. */
  readonly faults: readonly SandboxFault[];
}

/** By the name of the schema. */
type Validators = Readonly<Record<string, Validator<unknown>>>;

type ContractClientOptions = ClientOptions & Credentials;

/** A generated client, called with arguments that are known at run time only. */
export type ContractClient = Readonly<Record<string, (...args: readonly unknown[]) => Promise<unknown>>>;

/** An operation as Prism reads it from the document, which makes it a second opinion about the generated table. */
export type DocumentOperation = Awaited<ReturnType<typeof getHttpOperationsFromSpec>>[number];

/** One operation from both sides. */
export interface ContractOperation {
  readonly contract: Contract;
  /** Name of the client's method. */
  readonly method: string;
  readonly generated: Operation;
  readonly documented: DocumentOperation;
}

/** What a caller hands to a method of the client. */
export interface CallInput {
  /** By their label, wherever they go. */
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

/** Somebody else's client of the same API. */
export interface Peer {
  readonly name: string;
  /** Names, as bodies have them, of the fields that it can send. It is silent about those that the API has gained since. */
  readonly fields: readonly string[];
  /** The values of enumerations that it knows, by the name of our schema. The API may have gained some since. */
  readonly values: () => Promise<Readonly<Record<string, readonly unknown[]>>>;
  readonly connect: (target: Target, credentials: { accountSid: string; authToken: string }) => Promise<PeerClient>;
}

/**
 * By method of our client: does the same, and responds in the words of the wire. Rejects with `status` and `code` when
 * the server refuses.
 */
type PeerClient = Readonly<Record<string, (input: CallInput) => Promise<unknown>>>;

/** Something that must hold. Data and a function, so that the same cases judge a real server and a deliberate fault. */
export interface Case<Party = void> {
  /** A sentence, and unique. */
  readonly name: string;
  /** Throws when it does not hold. */
  readonly check: (party: Party) => void | Promise<void>;
}
