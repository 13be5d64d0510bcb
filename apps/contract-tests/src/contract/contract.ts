import type { ClientOptions, Operation } from "@earmark/http";
import type { JsonSchema, Validator } from "@earmark/validation";
import type { ContractOperation } from "../document/operations.ts";
import type { Case } from "./case.ts";
import type { Credentials } from "./credentials.ts";
import type { MakeSandbox } from "./make-sandbox.ts";
import type { Peer } from "./peer.ts";
import type { Chance } from "./random-runs.ts";
import type { Resource } from "./resource.ts";
import type { SandboxFault } from "./sandbox-fault.ts";
import type { Target } from "./target.ts";

/** One document with what was generated from it, and the little that only people know about it. */
export interface Contract {
  /** `annotation` for `openapi/annotation.yaml` and `packages/annotation-*`. */
  readonly name: string;
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
  readonly cases: (operations: readonly ContractOperation[], chance: Chance) => readonly Case<Target>[];
  /** What holds for a sandbox that is made with certain options, as far as they are about this document. */
  readonly made: (operations: readonly ContractOperation[], chance: Chance) => readonly Case<MakeSandbox>[];
  /** What its part of the sandbox can get wrong, which the suite must notice. */
  readonly faults: readonly SandboxFault[];
}

/** By the name of the schema. */
type Validators = Readonly<Record<string, Validator<unknown>>>;

type ContractClientOptions = ClientOptions & Credentials;

/** A generated client, called with arguments that are known at run time only. */
export type ContractClient = Readonly<Record<string, (...args: readonly unknown[]) => Promise<unknown>>>;
