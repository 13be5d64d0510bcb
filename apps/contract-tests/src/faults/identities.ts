import type { SandboxFault } from "@earmark/contract";
import {
  readingField,
  readingHeader,
  readingQuery,
  refusing,
  responding,
  telling,
  withHeader,
  withStatus,
} from "@earmark/contract/mutation";
import { remembering } from "./remembering.ts";

/** Changes that change nothing, one for each way to plant a fault. */
export const identities: readonly SandboxFault[] = [
  responding("responding", (response) => new Response(response.body, response)),
  telling("telling", (body) => ({ ...body })),
  refusing("refusing", (body) => ({ ...body })),
  withStatus("withStatus", (status) => status),
  withHeader("withHeader", "unlisted", undefined),
  readingField("Comment", "readingField", (text) => text),
  readingQuery("readingQuery", () => {}),
  readingHeader("authorization", "readingHeader", (value) => value),
  remembering("remembering", ({ read, merge, list }) => ({
    read: (...args) => read(...args),
    merge: (...args) => merge(...args),
    list: (...args) => list(...args),
  })),
];
