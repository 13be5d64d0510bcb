import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // The first use of a compiler takes longer than all others, and a machine may have more to do.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Documents and compilers make more young objects than fit by default, and copying them takes a twentieth of all time.
    execArgv: ["--max-semi-space-size=64"],
    // What tests generate is run by Node as it is: to transform megabytes of it takes longer than to write them.
    server: { deps: { external: [/\/codegen-\w{6}\//] } },
  },
});
