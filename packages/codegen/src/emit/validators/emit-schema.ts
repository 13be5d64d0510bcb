import { block, type Lines, literal } from "../source/index.ts";
import { emitArray } from "./keywords/array.ts";
import { emitComposition } from "./keywords/composition.ts";
import { emitEveryProperty } from "./keywords/every-property.ts";
import { emitNumber } from "./keywords/number.ts";
import { emitObject } from "./keywords/object.ts";
import { emitReferences } from "./keywords/reference.ts";
import { emitString } from "./keywords/string.ts";
import { assertedTypes, emitConstAndEnum, isNotOfTypes } from "./keywords/type.ts";
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

/** `type`, and the keywords that only concern values of one type. */
function emitByType(emit: Emitter, target: Target): Lines {
  const { schema, value, validates } = target;
  const groups = [
    { types: ["string"], guard: `typeof ${value} === "string"`, lines: emitString(emit, target) },
    { types: ["number", "integer"], guard: `typeof ${value} === "number"`, lines: emitNumber(emit, target) },
    { types: ["array"], guard: `Array.isArray(${value})`, lines: emitArray(emit, target) },
    { types: ["object"], guard: "", lines: [...emitObject(emit, target), ...emitEveryProperty(emit, target)] },
  ].filter(({ lines }) => lines.length > 0);
  const guarded = (group: (typeof groups)[number]): Lines =>
    block(`if (${group.guard || `${emit.use("isObject")}(${value})`})`, group.lines);

  const types = validates ? assertedTypes(schema) : [];
  if (types.length === 0) return groups.flatMap(guarded);
  const expected = literal(types.length === 1 ? types[0] : types);
  const isWrong = isNotOfTypes(emit, value, types);
  const [group] = groups;
  if (types.length === 1 && groups.length === 1 && group?.types.includes(types[0] ?? "")) {
    // One type, one group: what is not of the type needs no second test.
    const otherwise = block("else", group.lines);
    return [
      `if (${isWrong}) {`,
      `  ${emit.failWhen("", target, "type", expected)}`,
      `} ${otherwise[0]}`,
      ...otherwise.slice(1),
    ];
  }
  return [emit.failWhen(isWrong, target, "type", expected), ...groups.flatMap(guarded)];
}
