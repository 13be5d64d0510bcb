// The only module, with the `.cjs` beside it, that imports openapi-typescript, which has reached its end of life. To replace it, provide another
// `declarationsOf` that gives the interfaces `paths`, `components` and `operations`.
import { createRequire } from "node:module";
import { isJsonObject, type JsonObject } from "@earmark/openapi";
import type * as openapiTypescript from "openapi-typescript";
import type { GlobalContext, OpenAPI3 } from "openapi-typescript";
import type ts from "typescript";
import type { Lines } from "../source.ts";
import { TYPE } from "./operations-document.ts";

type Library = typeof openapiTypescript;
interface Parts {
  readonly ts: Library;
  // What is changed below is a property of the module for the rest of the library too.
  readonly utils: { -readonly [Name in keyof Library]: Library[Name] };
  readonly transformSchema: Library["transformSchema"];
}

// Importing CommonJS costs a search of all nine megabytes of TypeScript for exports. Requiring takes half the time.
const require = createRequire(import.meta.url);
const { factory } = require("typescript") as typeof ts; // what `require` gives is untyped
const { ts: library, utils, transformSchema } = require("./openapi-typescript.cjs") as Parts; // likewise
const { astToString } = library;
const { createRef } = utils;

// It remembers where it is by reading the name of every place as a reference, which some are not: `100%`, `a#/b%c`.
utils.createRef = (parts) => {
  try {
    return createRef(parts);
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    return parts.join("/");
  }
};

// It sorts with the rules of a language, which it looks up anew for every two names: a third of its time.
const { compare } = new Intl.Collator("en-us", { numeric: true });
utils.getEntries = (object) => Object.entries(object).sort(([one], [other]) => compare(one, other));

/**
 * The interfaces `paths`, `components` and `operations` of an OpenAPI 3.1 document whose schemas are types already.
 */
export function declarationsOf(document: JsonObject): Lines {
  // The document is ours and normalised: an OpenAPI 3.1 document by construction.
  const text = astToString(transformSchema(document as unknown as OpenAPI3, context() as GlobalContext));
  // Indented by two, like everything else that is generated.
  return text
    .trimEnd()
    .replaceAll(/^(?: {4})+/gm, (spaces) => spaces.slice(spaces.length / 2))
    .split("\n");
}

/** What is left out is off. */
function context(): Partial<GlobalContext> {
  return {
    alphabetize: true,
    discriminators: { objects: {}, refsHandled: [] },
    injectFooter: [],
    resolve: () => undefined,
    silent: true,
    // The library prints the name of a type as it is, and so any type.
    transform: (schema) => {
      const type = isJsonObject(schema) ? schema[TYPE] : undefined;
      return typeof type === "string" ? factory.createTypeReferenceNode(type) : undefined;
    },
  };
}
