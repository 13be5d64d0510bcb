/** An option of a command, from which both parsing and help follow. */
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

/** What was given of an option: nothing, a switch, a value, the items of a list. */
export type Given = undefined | boolean | string | readonly string[];

/** All that was given, by option; `--no-x` under `no-x`. */
export type GivenOptions = Readonly<Record<string, Given>>;
