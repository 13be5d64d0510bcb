import type { Schema } from "@earmark/openapi";
import type { Check } from "@earmark/validation";
import * as runtime from "@earmark/validation/runtime";
import type { Lines } from "../../source.ts";
import { checkModule } from "../check-module.ts";
import { SchemaRegistry } from "../schema-registry.ts";
import { load } from "./load.ts";

/** The module for one schema called `Subject`, whose definitions are its own `$defs`. */
export function moduleOf(schema: Schema): Lines {
  const registry = new SchemaRegistry();
  registry.add(schema, "urn:test");
  const entry = { identifier: "Subject", schema, base: "urn:test", knownValues: undefined };
  return checkModule(registry, [entry], "runtime").lines;
}

export function checkOf(schema: Schema): Check {
  const { checkSubject } = load(moduleOf(schema), runtime);
  if (checkSubject === undefined) throw new Error("the module does not export its check");
  return checkSubject;
}
