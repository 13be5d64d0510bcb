import type { Location, Oas3Rule, UserContext } from "@redocly/openapi-core";
import type { RuleId } from "../diagnostics/rules.ts";
import { METHODS } from "../http/method.ts";
import { templateNames } from "../http/path-template.ts";
import { isJsonObject, type Json, type JsonObject } from "../json/json.ts";
import { valueAt } from "../json/json-pointer.ts";
import { asObject, structure } from "./structure.ts";

type Context = Pick<UserContext, "location" | "report" | "resolve" | "specVersion">;

/**
 * What the specification forbids, in its schemas or in its prose, and Redocly has no rule for, or one that is too coarse:
 * what looks for it, while Redocly goes through the files of a document. By the id of the rule.
 */
export const VISITORS: Readonly<Partial<Record<RuleId, Oas3Rule>>> = {
  "allow-reserved": () => ({
    Parameter: (parameter, context) => {
      if (!allowsReserved(asObject(parameter), context)) reportReserved(context, `in: ${parameter.in}`);
    },
    Header: (header, context) => {
      // Later versions have no such field.
      if ("allowReserved" in header && context.specVersion === "oas3_0") reportReserved(context, "a header");
    },
  }),
  "example-and-examples": () => ({ Parameter: bothExamples, Header: bothExamples, MediaType: bothExamples }),
  "path-parameters-defined": () => ({
    Paths: (paths, context) => reportPathParameters(asObject(paths), context),
  }),
  structure,
  "server-variable": () => ({
    ServerVariable: ({ enum: values, default: usual }, { location, report, specVersion }) => {
      if (!Array.isArray(values) || values.includes(usual)) return;
      const what =
        values.length === 0 ? "expected values" : `expected the default, ${JSON.stringify(usual)}, among the values`;
      const message = `${what}; correct the enumeration, or leave it out for any value`;
      report({ message, location: location.child(["enum"]), ...since31(specVersion) });
    },
  }),
  "no-unresolved-refs": () => {
    let schemas: Json | undefined;
    return {
      Root: (root) => {
        schemas = valueAt(asObject(root), ["components", "schemas"]);
      },
      DiscriminatorMapping: (mapping, { location, report, resolve }) => {
        for (const [value, target] of Object.entries<unknown>(mapping)) {
          // The name of a schema, or a URI; what is on the network is not read.
          if (typeof target !== "string" || /^\w[\w+.-]*:/.test(target)) continue;
          if ((isJsonObject(schemas) && Object.hasOwn(schemas, target)) || resolve({ $ref: target }).node !== undefined)
            continue;
          report({ message: `${target} is no schema; correct the mapping`, location: location.child([value]) });
        }
      },
    };
  },
  security: () => {
    let schemes: Json | undefined;
    return {
      Root: (root) => {
        schemes = valueAt(asObject(root), ["components", "securitySchemes"]);
      },
      SecurityRequirement: (requirement, { location, report }) => {
        for (const name of Object.keys(requirement)) {
          if (isJsonObject(schemes) && Object.hasOwn(schemes, name)) continue;
          report({
            message: `security scheme ${name} is not described; describe it in components`,
            location: location.child([name]).key(),
          });
        }
      },
    };
  },
};

/** In 3.0, the specification says SHOULD, or that the field has no effect. */
function since31(version: string): { readonly forceSeverity?: "warn" } {
  return version === "oas3_0" ? { forceSeverity: "warn" } : {};
}

/** 3.2 knows more places that percent-encode. */
function allowsReserved({ allowReserved, in: place, style = "form" }: JsonObject, { specVersion }: Context): boolean {
  if (allowReserved === undefined || place === "query") return true;
  return specVersion === "oas3_2" && (place === "path" || (place === "cookie" && style === "form"));
}

function reportReserved({ location, report, specVersion }: Context, where: string): void {
  const message = `allowReserved has no effect for ${where}; remove it`;
  report({ message, location: location.child(["allowReserved"]).key(), ...since31(specVersion) });
}

function bothExamples(node: object, { location, report }: Context): void {
  if (!("example" in node && "examples" in node)) return;
  report({
    message: "expected example or examples, found both; keep one of them",
    location: location.child(["example"]).key(),
  });
}

/** A parameter of a path, and where it is described. */
interface Described {
  readonly name: string;
  readonly location: Location;
}

function reportPathParameters(paths: JsonObject, context: Context): void {
  for (const [path, entry] of Object.entries(paths)) {
    if (!path.startsWith("/")) continue;
    const names = new Set(templateNames(path));
    const items = chainOf(entry, context.location.child([path]), context);
    const shared = items.flatMap(({ node, location }) => pathParametersOf(node, location, context));
    const operations = items.flatMap((item) => operationsOf(item, context));
    for (const { name, location } of [...shared, ...operations.flatMap(({ own }) => own)]) {
      if (names.has(name)) continue;
      const message = `${path} has no {${name}}; correct the path, or the name`;
      context.report({ message, location });
    }
    for (const { own, location } of operations) {
      const described = new Set([...shared, ...own].map(({ name }) => name));
      for (const name of names) {
        if (described.has(name)) continue;
        const message = `the path parameter {${name}} of ${path} is not described; add it to the parameters`;
        context.report({ message, location: location.key() });
      }
    }
  }
}

/** Something of a document, where it stands. */
interface Placed {
  readonly node: JsonObject;
  readonly location: Location;
}

/** The operations of a path item, each with the path parameters that it has itself. */
function operationsOf({ node, location }: Placed, context: Context): (Placed & { readonly own: Described[] })[] {
  return METHODS.flatMap((method) => {
    const operation = node[method];
    if (!isJsonObject(operation)) return [];
    const at = location.child([method]);
    return [{ node: operation, location: at, own: pathParametersOf(operation, at, context) }];
  });
}

/** An object, and what it refers to, one after the other. */
function chainOf(value: Json | undefined, at: Location, { resolve }: Context): Placed[] {
  const chain: Placed[] = [];
  let [node, location] = [value, at];
  while (isJsonObject(node) && !chain.some((one) => one.node === node)) {
    chain.push({ node, location });
    if (typeof node.$ref !== "string") break;
    const target = resolve<JsonObject>({ $ref: node.$ref }, location.source.absoluteRef);
    if (target.node === undefined) break;
    [node, location] = [target.node, target.location];
  }
  return chain;
}

function pathParametersOf({ parameters }: JsonObject, at: Location, context: Context): Described[] {
  if (!Array.isArray(parameters)) return [];
  return (parameters as readonly Json[]).flatMap((parameter, index) => {
    const { node, location } = chainOf(parameter, at.child(["parameters", index]), context).at(-1) ?? {};
    if (node?.in !== "path" || typeof node.name !== "string" || location === undefined) return [];
    return [{ name: node.name, location }];
  });
}
