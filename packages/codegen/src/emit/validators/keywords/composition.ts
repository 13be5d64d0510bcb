import {
  type Discriminator,
  discriminatorOf,
  isJsonObject,
  isSchema,
  type Json,
  pascalCase,
  type Schema,
} from "@earmark/openapi";
import { block, conjunction, ifElse, indented, inline, type Lines, literal } from "../../source.ts";
import { type Emitter, type KeywordEmitters, pathOf, type Target } from "../site.ts";
import { chosenByTag, tellingProperty } from "../tags.ts";
import { readProperty } from "./object.ts";

/** Core 10.2.1 and 10.2.2, and the Discriminator Object, which chooses the member of a union. */
export const compositionKeywords: KeywordEmitters = {
  allOf: (emit, target) => schemasOf(target.schema.allOf).flatMap((part) => emit.inPlace(part, target)),
  anyOf: emitUnions,
  oneOf: emitUnions,
  discriminator: emitUnions,
  not: emitNot,
  if: emitConditional,
  // biome-ignore lint/suspicious/noThenProperty: the keyword's name
  then: emitConditional,
  else: emitConditional,
};

function emitUnions(emit: Emitter, target: Target): Lines {
  return (["anyOf", "oneOf"] as const).flatMap((keyword) =>
    emitUnion(emit, target, keyword, schemasOf(target.schema[keyword])),
  );
}

function emitUnion(emit: Emitter, target: Target, keyword: "anyOf" | "oneOf", parts: readonly Schema[]): Lines {
  if (target.schema[keyword] === undefined) return [];
  const nonNull = target.evaluated === undefined ? besideNull(parts) : undefined;
  if (nonNull !== undefined && keyword === "anyOf") {
    // A nullable schema: its own issues say more than "none of two alternatives".
    return block(`if (${target.value} !== null)`, emit.inPlace(nonNull, target));
  }
  const discriminator = discriminatorOf(target.schema, keyword);
  if (discriminator === undefined) return emitMembers(emit, target, keyword, parts);
  return emitDiscriminated(emit, target, keyword, discriminator, (fail) =>
    // Where the view has made the members laxer, more than one may match.
    emitMembers(emit, target, target.lenient ? "anyOf" : keyword, parts, fail),
  );
}

/** @param fail Statement: reports an issue when a condition holds; by default one with what each member says. */
function emitMembers(
  emit: Emitter,
  target: Target,
  keyword: "anyOf" | "oneOf",
  parts: readonly Schema[],
  fail?: (condition: string) => string,
): Lines {
  const { value, evaluated, base } = target;
  const telling = tellingProperty(
    parts.map((schema) => ({ schema, base })),
    emit.registry,
  );
  const tag = telling && target.local(telling.name);
  const lookUp = telling && `const ${tag} = ${tagOf(emit, value, telling.name)};`;
  /** A member that cannot match is not tried. */
  const tested = (test: string, index: number): string => {
    const tags = telling?.tags[index];
    return tags === undefined
      ? test
      : conjunction(tags.map((each) => `${tag} === ${literal(each)}`).join(" || "), test);
  };
  const before = lookUp === undefined ? [] : [lookUp];
  if (evaluated !== undefined) return [...before, ...emitTrackedUnion(emit, target, keyword, parts, evaluated, tested)];
  const checks = () =>
    `[${parts.map((part, index) => emit.branch(part, alternative(target, keyword, index))).join(", ")}]`;
  const failed = (condition: string): string =>
    fail?.(condition) ??
    `if (${condition} && ${emit.use("reportUnion")}(issues, ${pathOf(target)}, "${keyword}", ${value}, ${checks()}${emit.registry.usesDynamicScope ? ", scope" : ""})) return false;`;
  const tests = parts.map((part, index) => tested(emit.matches(part, alternative(target, keyword, index)), index));
  if (keyword === "anyOf") return [...before, failed(`!(${tests.join(" || ") || "false"})`)];
  const count = target.local("matching");
  return [
    ...before,
    `let ${count} = 0;`,
    ...tests.map((test, index) =>
      index === 0 ? `if (${test}) ${count}++;` : `if (${conjunction(`${count} < 2`, test)}) ${count}++;`,
    ),
    failed(`${count} !== 1`),
  ];
}

/** Expression: the value of a property, where the value is an object that has it. */
function tagOf(emit: Emitter, value: string, name: string): string {
  return `${emit.use("isObject")}(${value}) ? ${readProperty(emit, value, name)} : undefined`;
}

/** One look at one property chooses the member; its issues are to the point, and the others' do not matter. */
function emitDiscriminated(
  emit: Emitter,
  target: Target,
  keyword: "anyOf" | "oneOf",
  discriminator: Discriminator,
  emitOthers: (fail?: (condition: string) => string) => Lines,
): Lines {
  const { value, path, base } = target;
  const { propertyName } = discriminator;
  const { cases, isRequired, isComplete } = chosenByTag(discriminator, keyword, emit.registry, base);
  if (cases.length === 0) return emitOthers();
  const tag = target.local(propertyName);
  const site = { ...target, value: tag, path: [...path, literal(propertyName)] };
  const list = inline(cases.flatMap(({ tags }) => tags));
  const fail = (condition: string): string =>
    emit.failWhen(
      condition,
      site,
      "discriminator",
      emit.constant(list, `${target.label}${pascalCase(propertyName)}Values`),
    );
  return [
    `const ${tag} = ${tagOf(emit, value, propertyName)};`,
    `switch (${tag}) {`,
    ...indented([
      ...cases.flatMap(({ ref, tags }) => [
        ...tags.map((each) => `case ${literal(each)}:`),
        ...indented([...emit.callResolved(emit.registry.resolve(ref, base), target), "break;"]),
      ]),
      ...(isRequired && !isComplete ? ["case undefined:", ...indented([fail(""), "break;"])] : []),
      ...(isComplete
        ? ["default:", ...indented([fail("")])]
        : ["default: {", ...indented(emitOthers(isRequired ? fail : undefined)), "}"]),
    ]),
    "}",
  ];
}

/** Every branch has to run, since each that matches adds to what is evaluated. */
function emitTrackedUnion(
  emit: Emitter,
  target: Target,
  keyword: "anyOf" | "oneOf",
  parts: readonly Schema[],
  evaluated: string,
  tested: (test: string, index: number) => string,
): Lines {
  const count = target.local("matching");
  const lines = [`let ${count} = 0;`];
  parts.forEach((part, index) => {
    const branch = target.local("branchEvaluated");
    lines.push(
      `const ${branch} = ${emit.use("noneEvaluated")}();`,
      ...block(`if (${tested(emit.matches(part, alternative(target, keyword, index), branch), index)})`, [
        `${count}++;`,
        `${emit.use("mergeEvaluated")}(${evaluated}, ${branch});`,
      ]),
    );
  });
  const wrong = keyword === "anyOf" ? `${count} === 0` : `${count} !== 1`;
  return [...lines, emit.failWhen(wrong, target, keyword, literal(parts.length))];
}

function emitNot(emit: Emitter, target: Target): Lines {
  const negated = target.schema.not;
  if (!isSchema(negated)) return [];
  return [
    emit.failWhen(emit.matches(negated, { ...target, label: `${target.label}Not` }), target, "not", literal(negated)),
  ];
}

function emitConditional(emit: Emitter, target: Target): Lines {
  const { if: condition, then: positive, else: negative } = target.schema;
  const { evaluated } = target;
  if (!isSchema(condition)) return [];
  const site = { ...target, label: `${target.label}If` };
  const lines: string[] = [];
  let test: string;
  if (evaluated === undefined) {
    if (positive === undefined && negative === undefined) return [];
    test = emit.matches(condition, site);
  } else {
    const branch = target.local("conditionEvaluated");
    test = target.local("condition");
    lines.push(
      `const ${branch} = ${emit.use("noneEvaluated")}();`,
      `const ${test} = ${emit.matches(condition, site, branch)};`,
      `if (${test}) ${emit.use("mergeEvaluated")}(${evaluated}, ${branch});`,
    );
  }
  const whenTrue = isSchema(positive) ? emit.inPlace(positive, target) : [];
  const whenFalse = isSchema(negative) ? emit.inPlace(negative, target) : [];
  return [...lines, ...ifElse(test, whenTrue, whenFalse)];
}

/** The other alternative of `[X, {type: null}]`. */
function besideNull(parts: readonly Schema[]): Schema | undefined {
  if (parts.length !== 2) return undefined;
  const index = parts.findIndex((part) => isJsonObject(part) && part.type === "null" && Object.keys(part).length === 1);
  return index === -1 ? undefined : parts[1 - index];
}

function alternative(target: Target, keyword: string, index: number): Target {
  return { ...target, label: `${target.label}${keyword === "anyOf" ? "AnyOf" : "OneOf"}${index + 1}` };
}

function schemasOf(value: Json | undefined): readonly Schema[] {
  return Array.isArray(value) ? value.filter(isSchema) : [];
}

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

/** Keywords that come after everything else (Core 11), which has filled the set of what is evaluated. */
export const unevaluatedKeywords: KeywordEmitters = {
  unevaluatedProperties: emitProperties,
  unevaluatedItems: emitItems,
};

function emitProperties(emit: Emitter, target: Target): Lines {
  const { value, path, label, evaluated } = target;
  const schema = target.schema.unevaluatedProperties;
  if (!isSchema(schema)) return [];
  const key = target.local("key");
  const item = target.local("member");
  const site = { ...target, value: item, path: [...path, key], evaluated: undefined, label: `${label}Unevaluated` };
  const checks =
    schema === false ? [emit.failWhen("", site, "unevaluatedProperties", "false")] : emit.child(schema, site);
  return block(`if (${emit.use("isObject")}(${value}))`, [
    ...block(`for (const ${key} of Object.keys(${value}))`, [
      `if (${evaluated}.properties.has(${key})) continue;`,
      `${evaluated}.properties.add(${key});`,
      ...(checks.length === 0 ? [] : [`const ${item} = ${value}[${key}];`]),
      ...checks,
    ]),
  ]);
}

function emitItems(emit: Emitter, target: Target): Lines {
  const { value, path, label, evaluated } = target;
  const schema = target.schema.unevaluatedItems;
  if (!isSchema(schema)) return [];
  const index = target.local("index");
  const item = target.local("item");
  const site = { ...target, value: item, path: [...path, index], evaluated: undefined, label: `${label}Unevaluated` };
  const checks = schema === false ? [emit.failWhen("", site, "unevaluatedItems", "false")] : emit.child(schema, site);
  return block(`if (Array.isArray(${value}))`, [
    ...block(`for (let ${index} = 0; ${index} < ${value}.length; ${index}++)`, [
      `if (${evaluated}.items.has(${index})) continue;`,
      `${evaluated}.items.add(${index});`,
      ...(checks.length === 0 ? [] : [`const ${item} = ${value}[${index}];`]),
      ...checks,
    ]),
  ]);
}
