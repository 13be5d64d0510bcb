export { type CompileUsage, type UsageError, usageCompiler } from "./compile-usage.ts";
export { recordUsage } from "./record-usage.ts";
