import { type Lines, literal } from "../../source.ts";
import { type Emitter, type KeywordEmitters, pathOf, type Target } from "../site.ts";

/** Core 8.2.3. */
export const referenceKeywords: KeywordEmitters = { $ref: emitReference, $dynamicRef: emitDynamicReference };

function emitReference(emit: Emitter, target: Target): Lines {
  const { $ref: ref } = target.schema;
  return typeof ref === "string" ? emit.callResolved(emit.registry.resolve(ref, target.base), target) : [];
}

/** The outermost resource of the dynamic scope that has the anchor decides (Core 8.2.3.2). */
function emitDynamicReference(emit: Emitter, target: Target): Lines {
  const { $dynamicRef: ref } = target.schema;
  if (typeof ref !== "string") return [];
  const resolved = emit.registry.resolve(ref, target.base);
  if (resolved.dynamicAnchor === undefined) return emit.callResolved(resolved, target);
  const tracked = target.evaluated !== undefined;
  const candidates = emit.registry
    .dynamicTargets(resolved.dynamicAnchor)
    .map(
      ({ base, schema }) =>
        `${literal(base)}: ${emit.checkFor(schema, emit.registry.baseOf(schema, base), tracked, target.label)}`,
    );
  const table = target.local("candidates");
  const outermost = `scope.find((uri) => Object.hasOwn(${table}, uri))`;
  const check = `${table}[${outermost} ?? ${literal(resolved.base)}]`;
  const call = `${check}(${target.value}${emit.callArguments("issues", pathOf(target), target.evaluated)})`;
  return [`const ${table} = { ${candidates.join(", ")} };`, `if (!${call}) return false;`];
}
