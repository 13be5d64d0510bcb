import type { RuleSetting } from "@earmark/openapi";
import type { Emitter } from "../emit/emitter.ts";

/**
 * What is different in a workspace from the conventions: the default export of `earmark.config.ts` (`.mts`, `.js`, `.mjs`
 * or the content of `.json`) in the root folder of the workspace. A workspace that keeps to the conventions needs none.
 *
 * Paths are relative to the folder of the config.
 */
export interface Config extends Placement {
  /**
   * The scope of generated packages.
   *
   * @default that of the root package: `@acme` of `@acme/workspace`
   * @example "@acme"
   */
  readonly scope?: string;
  /**
   * Documents by name, with what is different about each; a string is short for `path`, or for `url` where it is one.
   * Files directly in `openapi/` are documents of the workspace whether or not they stand here.
   *
   * @default {}
   * @example { orders: "services/orders/openapi.yaml", billing: { url: "https://billing.example/openapi.json" } }
   */
  readonly documents?: Readonly<Record<string, string | DocumentSettings>>;
  /**
   * OpenAPI Overlays (1.0 or 1.1) by the name of their document. They are applied in this order before anything is made
   * of the document.
   *
   * @default {}
   * @see https://spec.openapis.org/overlay/
   */
  readonly overlays?: Readonly<Record<string, readonly string[]>>;
  /**
   * What is made of each document.
   *
   * @default all of `emitters` of `@earmark/codegen/emitters`
   * @example [emitters.types, emitters.validators, tableOfOperations]
   */
  readonly emitters?: readonly Emitter[];
  /**
   * What `lint` makes of a rule of RULES.md of `@earmark/openapi`, by its id: another severity, `"off"`, or places where
   * it does not hold.
   *
   * @default {}
   */
  readonly rules?: Readonly<Record<string, RuleSetting>>;
}

/** Where generated files go. */
export interface Placement {
  /**
   * `"packages"`: `NAME-types`, `NAME-validators` and `NAME-client`. `"package"`: one package, `NAME-api`, with the client
   * as `.` and the rest below: `/types`, `/validators`, `/functions`. `"folder"`: a folder `NAME` in a package that exists,
   * which imports it as `#NAME` and so on.
   *
   * @default "packages" in a workspace, "folder" in a single package
   */
  readonly layout?: Layout;
  /**
   * The folder that the packages, or the folder `NAME`, go into.
   *
   * @default of the folders of packages that the workspace names, that for libraries (`packages`, `libs`), else the first;
   * "src/generated" for a folder
   */
  readonly into?: string;
}

export type Layout = "packages" | "package" | "folder";

/** What is different about one document. */
export interface DocumentSettings extends Placement {
  /**
   * The file.
   *
   * @default openapi/NAME.yaml, .yml or .json
   */
  readonly path?: string;
  /** Where `codegen pull` fetches the file. */
  readonly url?: string;
  /**
   * Headers of that request. A value `env:NAME` is taken from the environment, with what stands before it:
   * `Bearer env:API_DOCS_TOKEN`. They reach the host of `url` only.
   *
   * @default {}
   */
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * The operations to generate, with everything that they need: by tag (`tag:Orders`), path (`/orders/**`,
   * `GET /orders/*`) or operation id (`listOrders`, `list*`), webhooks by tag, id or name. An entry that selects nothing
   * is an error.
   *
   * @default all
   * @example ["tag:Orders", "GET /carts/**"]
   */
  readonly include?: readonly string[];
  /**
   * The operations to leave out of those.
   *
   * @default none
   */
  readonly exclude?: readonly string[];
  /**
   * Whether schemas stay that no operation uses once some are left out.
   *
   * @default false
   */
  readonly keepUnused?: boolean;
}

/**
 * Types the default export of `earmark.config.ts`; returns it as it is.
 *
 * @example
 * export default defineConfig({ scope: "@acme", layout: "package" });
 */
export function defineConfig(config: Config): Config {
  return config;
}
