import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: {
    // The examples import this package by its name, as its users do; here that is what has not been built yet.
    alias: [
      { find: /^@earmark\/sandbox$/, replacement: fileURLToPath(new URL("src/index.ts", import.meta.url)) },
      { find: /^@earmark\/sandbox\/(.+)$/, replacement: fileURLToPath(new URL("src/$1.ts", import.meta.url)) },
    ],
  },
});
