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
