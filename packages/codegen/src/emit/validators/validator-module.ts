import { localNames } from "@earmark/openapi";
import { INTERFACE_VERSION } from "@earmark/validation/runtime";
import { braced, docComment, type Lines, literal } from "../source.ts";
import type { ExportedCheck } from "./check-module.ts";

/** One validator to export. */
export interface ValidatorEntry extends ExportedCheck {
  /** Exported name, a valid identifier. */
  readonly identifier: string;
  readonly description: string | undefined;
}

/** The lines of a module that wraps each check in the public interface of a validator. */
export function validatorModule(entries: readonly ValidatorEntry[], checks: string, runtime: string): Lines {
  const makers = new Set(entries.map(makerOf));
  // Two enumerations with the same values share one list.
  const imported = new Set(entries.flatMap(({ check, values }) => [check, ...(values === undefined ? [] : [values])]));
  const locals = localNames(
    entries.map(({ identifier }) => identifier),
    [...imported, ...makers],
  );
  return [
    ...braced("import ", [...imported].sort(), ` from ${literal(checks)};`),
    ...braced("import ", [...makers].sort(), ` from ${literal(runtime)};`),
    ...entries.flatMap((entry) => [
      "",
      ...docComment(entry.description),
      ...exported(entry, locals.get(entry.identifier) ?? entry.identifier),
    ]),
  ];
}

function exported(entry: ValidatorEntry, local: string): Lines {
  const { identifier, check, values } = entry;
  const args = [literal(identifier), check, ...(values === undefined ? [] : [values]), INTERFACE_VERSION];
  const call = `${makerOf(entry)}(${args.join(", ")})`;
  if (local === identifier) return [`export const ${identifier} = /* @__PURE__ */ ${call};`];
  return [`const ${local} = /* @__PURE__ */ ${call};`, `export { ${local} as ${identifier} };`];
}

function makerOf({ values }: ExportedCheck): string {
  return values === undefined ? "makeValidator" : "makeEnumValidator";
}
