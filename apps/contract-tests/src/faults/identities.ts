import type { SandboxFault } from "../contract/sandbox.ts";
import { answering, refusing, telling, withHeader, withStatus } from "../mutation/faults/answering.ts";
import { readingField, readingHeader, readingQuery } from "../mutation/faults/asking.ts";
import { given, givenFaults, givenFixture } from "./given.ts";
import { remembering } from "./remembering.ts";

/** Changes that change nothing, one for each way to plant a fault. */
export const identities: readonly SandboxFault[] = [
  answering("answering", (response) => new Response(response.body, response)),
  telling("telling", (body) => ({ ...body })),
  refusing("refusing", (body) => ({ ...body })),
  withStatus("withStatus", (status) => status),
  withHeader("withHeader", "unlisted", undefined),
  readingField("Comment", "readingField", (text) => text),
  readingQuery("readingQuery", () => {}),
  readingHeader("authorization", "readingHeader", (value) => value),
  given("given", (options) => ({ ...options })),
  givenFixture("givenFixture", (fixture) => ({ ...fixture })),
  givenFaults("givenFaults", (fault) => ({ ...fault })),
  remembering("remembering", ({ read, merge, list }) => ({
    read: (...args) => read(...args),
    merge: (...args) => merge(...args),
    list: (...args) => list(...args),
  })),
];
