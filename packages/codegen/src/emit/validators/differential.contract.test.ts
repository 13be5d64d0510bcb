import { basename, join } from "node:path";
import { expect, it } from "vitest";
import { differences, documentsIn } from "../../testing/fuzz/differences.ts";

const documents = documentsIn(join(import.meta.dirname, "../../../../../openapi"));

// The one test of the generator that depends on the documents of this workspace: a task of its own, so that an
// edit of them does not ask for all the others again.
it.each(documents.map((path) => [basename(path), path]))(
  "validators of %s agree with Ajv and TypeBox about every schema, in both modes",
  async (_, path) => expect(await differences(path)).toEqual([]),
  600_000,
);
