import { INTERFACE_VERSION } from "@earmark/validation/runtime";
import { describe, expect, it } from "vitest";
import { createClient } from "./create-client.ts";
import { clientOf } from "./testing/client-parts.ts";
import { definition } from "./testing/definition.ts";

describe("a client that was generated for another version of the interface", () => {
  it.each([
    [INTERFACE_VERSION + 1, "update @earmark/http."],
    [INTERFACE_VERSION - 1, "update the generated package."],
  ])("is refused: version %i", (version, advice) => {
    expect(() => clientOf({ ...definition, interface: version, credentials: [] }, {})).toThrow(advice);
    // As it was called before there were callers, which the types forbid now.
    expect(() => createClient({ interface: version } as never, {})).toThrow(advice);
  });
});
