import { chmod, readFile, rm, writeFile } from "node:fs/promises";
import { build } from "esbuild";
import { thirdPartyLicences } from "../../third-party-licences.ts";

// Bundles the command: one entry, and chunks for what only some commands need, so that each loads as little as possible.
const root = import.meta.dirname;
const { version } = JSON.parse(await readFile(`${root}/package.json`, "utf8"));

await rm(`${root}/dist`, { recursive: true, force: true });
const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: ["src/earmark.ts"],
  outdir: "dist",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node22",
  // Identifiers stay: stack traces are read by people, and stricli tells its errors apart by the names of their classes.
  minifySyntax: true,
  minifyWhitespace: true,
  chunkNames: "chunks/[name]-[hash]",
  define: { EARMARK_VERSION: JSON.stringify(version) },
  logLevel: "warning",
  metafile: true,
});
await writeFile(`${root}/dist/THIRD-PARTY-LICENSES.txt`, await thirdPartyLicences(metafile, root));
await chmod(`${root}/dist/earmark.js`, 0o755);
