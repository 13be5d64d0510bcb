import type { ClientOptions, Fetch, Operation } from "@earmark/http";
import type { Sandbox, SandboxOptions } from "@earmark/sandbox";
import type { JsonSchema, Validator } from "@earmark/validation";
import type { getHttpOperationsFromSpec } from "@stoplight/prism-http/dist/utils/operations.js";
import type { Exchange } from "../coverage/exchange.ts";
import type { Credentials } from "./credentials.ts";
import type { RandomRuns } from "./random-runs.ts";

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

/** Another client of the same API, written elsewhere. */
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

/** A server under contract, and everything that went over the wire to it. */
export interface Target {
  readonly url: string;
  /** Where the server believes to be, which with a proxy in between is somewhere else. */
  readonly origin: string;
  readonly fetch: Fetch;
  /** In the order of the responses. */
  readonly exchanges: readonly Exchange[];
}

/** What can be written and read back, and how: the behaviour that no document states. */
export interface Resource {
  /** Method of the client that reads it. */
  readonly read: string;
  /** Method of the client that writes it; takes the same parameters, and a body. */
  readonly write: string;
  /** What is read before anything was written. */
  readonly blank: (identity: Identity) => State;
  /** What is read after a body was written over a state. */
  readonly written: (state: State, body: State) => State;
  /** The parameters of the operations about it, by what it says of itself. */
  readonly parametersOf: (state: State) => Identity["parameters"];
  /** A body that makes a state what it is, as far as there is one: what is `null` may have no way to become so. */
  readonly bodyOf: (state: State) => State;
}

/** Which one of many a resource is. */
export interface Identity {
  readonly accountSid: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Where it is, to the server that responds. */
  readonly url: string;
}

export type State = Readonly<Record<string, unknown>>;

/** Makes a sandbox with certain options: a real one, or one with a deliberate fault. */
export type MakeSandbox = (options?: SandboxOptions) => Sandbox;

/** A sandbox with something wrong, which the suite has to notice. */
export interface SandboxFault {
  /** What it does, after "a sandbox that". */
  readonly name: string;
  /**
   * Makes sandboxes that have the fault. Where it has nothing to change, they are what they would be without it.
   *
   * @param onApplied called whenever a request meets something that the fault has changed.
   */
  readonly plant: (onApplied: () => void) => MakeSandbox;
}

/** How a schema is looked at: to the letter, as what the client sends, or as what it receives. */
export type View = "strict" | "request" | "response";

/** The validator of a view, by the name of the schema. */
export function validator({ validators }: Contract, view: View, schema: string): Validator<unknown> {
  const { strict, lenient } = validators;
  // Only a schema that looks different in requests has a second name.
  const found =
    view === "strict"
      ? strict[schema]
      : ((view === "request" ? lenient[`${schema}Input`] : undefined) ?? lenient[schema]);
  if (found === undefined) throw new Error(`There is no ${view} validator of ${schema}.`);
  return found;
}
