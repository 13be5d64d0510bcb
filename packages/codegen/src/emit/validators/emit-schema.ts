// Code for every keyword, independent of everything else that reads the table of keywords; a test holds it to the table.
import { block, ifElse, inline, type Lines } from "../source.ts";
import { arrayKeywords } from "./keywords/array.ts";
import { compositionKeywords, referenceKeywords, unevaluatedKeywords } from "./keywords/composition.ts";
import { emitUnevaluated, everyPropertyKeywords, objectKeywords } from "./keywords/object.ts";
import { numberKeywords, stringKeywords } from "./keywords/scalar.ts";
import { assertedTypes, isNotOfTypes, isOfType, valueKeywords } from "./keywords/type.ts";
import type { EmitKeyword, Emitter, KeywordEmitters, Target } from "./site.ts";

/** Keywords that concern values of any type, in an order that fails early and cheaply. */
const OF_ANY: KeywordEmitters = { ...referenceKeywords, ...valueKeywords, type: emitByType, ...compositionKeywords };
/** Keywords that only concern values of one type. */
const OF_TYPE = [
  { type: "string", keywords: stringKeywords },
  { type: "number", keywords: numberKeywords },
  { type: "array", keywords: arrayKeywords },
  { type: "object", keywords: { ...objectKeywords, ...everyPropertyKeywords } },
] as const;

/** Every keyword that is emitted. */
export const EMITTED: readonly string[] = [
  OF_ANY,
  unevaluatedKeywords,
  ...OF_TYPE.map(({ keywords }) => keywords),
].flatMap((map) => Object.keys(map));
/** Keywords of the table that are not emitted on purpose, with the reason. */
export const LEFT_OUT: Readonly<Record<string, string>> = { nullable: "The model says it in `type`." };

/** The code of keywords in their order, what several are checked by together once, and its index by keyword. */
interface Code {
  readonly code: readonly EmitKeyword[];
  readonly indexOf: ReadonlyMap<string, number>;
}

function codeOf(keywords: KeywordEmitters): Code {
  const code = [...new Set(Object.values(keywords))];
  return { code, indexOf: new Map(Object.entries(keywords).map(([name, emit]) => [name, code.indexOf(emit)])) };
}

const CODE_OF_ANY = codeOf(OF_ANY);
const CODE_OF_TYPE = OF_TYPE.map(({ type, keywords }) => ({ type, code: codeOf(keywords) }));
const CODE_OF_UNEVALUATED = codeOf(unevaluatedKeywords);

/** The statements that check one schema at one value, in an order that fails early and cheaply. */
export function emitSchema(emit: Emitter, target: Target): Lines {
  const { schema, evaluated } = target;
  if (schema.unevaluatedProperties === undefined && schema.unevaluatedItems === undefined)
    return all(CODE_OF_ANY, emit, target);
  const known = evaluated === undefined ? emitUnevaluated(emit, target) : undefined;
  if (known !== undefined) return [...all(CODE_OF_ANY, emit, target), ...known];
  const own = target.local("evaluatedHere");
  return [
    `const ${own} = ${emit.use("noneEvaluated")}();`,
    ...all(CODE_OF_ANY, emit, { ...target, evaluated: own }),
    ...all(CODE_OF_UNEVALUATED, emit, { ...target, evaluated: own }),
    ...(evaluated === undefined ? [] : [`${emit.use("mergeEvaluated")}(${evaluated}, ${own});`]),
  ];
}

/** The code of the keywords that a schema has; what depends on the type of a value always has its turn. */
function all({ code, indexOf }: Code, emit: Emitter, target: Target): Lines {
  const byType = indexOf.get("type");
  const present = byType === undefined ? [] : [byType];
  for (const keyword of Object.keys(target.schema)) {
    const index = indexOf.get(keyword);
    if (index !== undefined && !present.includes(index)) present.push(index);
  }
  return present.sort((a, b) => a - b).flatMap((index) => code[index]?.(emit, target) ?? []);
}

/** `type`, and the keywords that only concern values of one type. */
function emitByType(emit: Emitter, target: Target): Lines {
  const { schema, value, validates } = target;
  const groups = CODE_OF_TYPE.map(({ type, code }) => ({ type, lines: all(code, emit, target) })).filter(
    ({ lines }) => lines.length > 0,
  );
  const types = validates ? assertedTypes(schema) : [];
  const [group] = groups;
  const [named, ...others] = types.filter((type) => type !== "null");
  if (
    groups.length === 1 &&
    named !== undefined &&
    others.length === 0 &&
    named.replace("integer", "number") === group?.type
  ) {
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
