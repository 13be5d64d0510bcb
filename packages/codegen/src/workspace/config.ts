import type { RuleSetting } from "@earmark/openapi";

/**
 * What is different in a workspace from the conventions: the default export of `earmark.config.ts` (`.mts`, `.js`, `.mjs`
 * or the content of `.json`) beside `pnpm-workspace.yaml`. A workspace that keeps to the conventions needs none.
 *
 * What is said of one document stands under its name: `orders` for `openapi/orders.yaml`.
 */
export interface Config {
  /**
   * OpenAPI Overlays (1.0 or 1.1) by the name of their document: paths from the folder of the config. They are applied in
   * this order before anything is made of the document.
   *
   * @default {}
   * @see https://spec.openapis.org/overlay/
   */
  readonly overlays?: Readonly<Record<string, readonly string[]>>;
  /**
   * What `lint` makes of a rule of RULES.md of `@earmark/openapi`, by its id: another severity, `"off"`, or places where
   * it does not hold.
   *
   * @default {}
   */
  readonly rules?: Readonly<Record<string, RuleSetting>>;
}

/**
 * Types the default export of `earmark.config.ts`; returns it as it is.
 *
 * @example
 * export default defineConfig({ overlays: { orders: ["openapi/overlays/orders.yaml"] } });
 */
export function defineConfig(config: Config): Config {
  return config;
}
