import { type Lines, literal } from "../../source/index.ts";
import { type Emitter, pathOf, type Target } from "../site.ts";

/** `$ref` and `$dynamicRef`: Core 8.2.3. */
export function emitReferences(emit: Emitter, target: Target): Lines {
  const { $ref: ref, $dynamicRef: dynamicRef } = target.schema;
  return [
    ...(typeof ref === "string" ? emit.callResolved(emit.registry.resolve(ref, target.base), target) : []),
    ...(typeof dynamicRef === "string" ? emitDynamicReference(emit, target, dynamicRef) : []),
  ];
}

/** The outermost resource of the dynamic scope that has the anchor decides (Core 8.2.3.2). */
function emitDynamicReference(emit: Emitter, target: Target, ref: string): Lines {
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
