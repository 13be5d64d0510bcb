import { outputFormats } from "../output/format.ts";
import type { Option } from "./option.ts";

/** Options of every command. */
export const sharedOptions: readonly Option[] = [
  {
    kind: "value",
    name: "base-url",
    placeholder: "URL",
    help: "Where the API is: https:, or http: to this machine. Wins over EARMARK_BASE_URL.",
  },
  {
    kind: "value",
    name: "output",
    placeholder: outputFormats.join("|"),
    help: "How data is written to stdout. table unless given; csv marks what a spreadsheet would run as a formula; with json and ndjson, an error is a line of JSON.",
  },
  { kind: "switch", name: "quiet", negatable: false, help: "Nothing on stderr but errors." },
  { kind: "switch", name: "verbose", negatable: false, help: "Every request on stderr, without credentials." },
];

/** Handled before any command; listed in help only. */
export const builtInOptions: readonly Option[] = [
  { kind: "switch", name: "help", negatable: false, help: "Print this and exit." },
  { kind: "switch", name: "version", negatable: false, help: "Print the version and exit." },
];
