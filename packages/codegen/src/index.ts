export { type Config, defineConfig, type RuleException, type RuleSetting } from "./workspace/config.ts";
