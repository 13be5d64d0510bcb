export type { RuleException, RuleSetting } from "@earmark/openapi";
export { type Config, defineConfig } from "./workspace/config.ts";
