import { defineConfig, type ViteUserConfig } from "vitest/config";

// The built commands, without a release: on any system, and on any Node that they promise to run on.
const config: ViteUserConfig = defineConfig({ test: { include: ["src/systems/*.test.ts"], testTimeout: 180_000 } });
export default config;
