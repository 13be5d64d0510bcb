import { block, ifElse, inline, type Lines } from "../source/index.ts";
import { emitArray } from "./keywords/array.ts";
import { emitComposition } from "./keywords/composition.ts";
import { emitEveryProperty } from "./keywords/every-property.ts";
import { emitNumber } from "./keywords/number.ts";
import { emitObject } from "./keywords/object.ts";
import { emitReferences } from "./keywords/reference.ts";
import { emitString } from "./keywords/string.ts";
import { assertedTypes, emitConstAndEnum, isNotOfTypes, isOfType } from "./keywords/type.ts";
import { emitUnevaluated } from "./keywords/unevaluated.ts";
import type { Emitter, Target } from "./site.ts";

/** The statements that check one schema at one value, in an order that fails early and cheaply. */
export function emitSchema(emit: Emitter, target: Target): Lines {
  const { schema, evaluated } = target;
  if (schema.unevaluatedProperties === undefined && schema.unevaluatedItems === undefined)
    return emitKeywords(emit, target);
  const own = target.local("evaluatedHere");
  return [
    `const ${own} = ${emit.use("noneEvaluated")}();`,
    ...emitKeywords(emit, { ...target, evaluated: own }),
    ...emitUnevaluated(emit, { ...target, evaluated: own }, own),
    ...(evaluated === undefined ? [] : [`${emit.use("mergeEvaluated")}(${evaluated}, ${own});`]),
  ];
}

function emitKeywords(emit: Emitter, target: Target): Lines {
  return [
    ...emitReferences(emit, target),
    ...emitConstAndEnum(emit, target),
    ...emitByType(emit, target),
    ...emitComposition(emit, target),
  ];
}

/** Keywords that only concern values of one type. */
interface Group {
  readonly type: "string" | "number" | "array" | "object";
  readonly lines: Lines;
}

/** `type`, and the keywords that only concern values of one type. */
function emitByType(emit: Emitter, target: Target): Lines {
  const { schema, value, validates } = target;
  const all: readonly Group[] = [
    { type: "string", lines: emitString(emit, target) },
    { type: "number", lines: emitNumber(emit, target) },
    { type: "array", lines: emitArray(emit, target) },
    { type: "object", lines: [...emitObject(emit, target), ...emitEveryProperty(emit, target)] },
  ];
  const groups = all.filter(({ lines }) => lines.length > 0);
  const types = validates ? assertedTypes(schema) : [];
  const [group] = groups;
  const [named, ...others] = types.filter((type) => type !== "null");
  if (groups.length === 1 && named !== undefined && others.length === 0 && typeOfGroup(named) === group?.type) {
    // One type and its keywords: what is not of the type needs no second test.
    const isNull = types.includes("null") ? `${value} !== null` : "";
    return ifElse(isOfType(emit, value, named), group.lines, [failType(emit, target, isNull, types)]);
  }
  return [
    ...(types.length === 0 ? [] : [failType(emit, target, isNotOfTypes(emit, value, types), types)]),
    ...groups.flatMap(({ type, lines }) => block(`if (${isOfType(emit, value, type)})`, lines)),
  ];
}

function failType(emit: Emitter, target: Target, condition: string, types: readonly string[]): string {
  return emit.failWhen(condition, target, "type", inline(types.length === 1 ? types[0] : types));
}

function typeOfGroup(type: string): string {
  return type === "integer" ? "number" : type;
}
