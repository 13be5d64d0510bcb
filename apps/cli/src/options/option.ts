/** An option of a command: the parser and help are made from it. */
export type Option = Switch | ValueOption;

interface Named {
  /** Without dashes, in kebab-case. */
  readonly name: string;
  /** Sentences. */
  readonly help: string;
}

/** Given or not. */
interface Switch extends Named {
  readonly kind: "switch";
  /** There is a `--no-NAME` too. */
  readonly negatable: boolean;
}

/** Takes a value, or several: `--name A,B` and `--name A --name B` are the same. */
interface ValueOption extends Named {
  readonly kind: "value" | "list";
  /** Stands for the value in help. */
  readonly placeholder: string;
}

/** How an option was given: not at all, as a switch, with a value, with the items of a list. */
export type Given = undefined | boolean | string | readonly string[];

/** Options as they were given, by name; `--no-x` is `no-x`. */
export type GivenOptions = Readonly<Record<string, Given>>;
