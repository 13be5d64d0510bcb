import type { Positional } from "./command.ts";

/** The call that `get` and `update` are about. */
export const callSidPositional: Positional = {
  placeholder: "CALL_SID",
  help: "SID of the call: CA and 32 hexadecimal digits.",
};
