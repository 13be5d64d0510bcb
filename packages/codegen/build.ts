import { writeFile } from "node:fs/promises";
import { build } from "esbuild";
import { thirdPartyLicences } from "../../third-party-licences.ts";

// After the compiler: puts the parts of openapi-typescript that are used into `dist`, so that users need not install the
// rest of it.

// It refers to schemas with two functions of Redocly, whose file loads parsers and HTTP beside what it uses itself.
const REDOCLY_UTILS = /@redocly\/openapi-core\/lib\/utils\.js$/;
const TRUTHY = { contents: "exports.isTruthy = Boolean;" };

const root = import.meta.dirname;
const file = "emit/types/openapi-typescript.cjs";
const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: [`src/${file}`],
  outfile: `dist/${file}`,
  bundle: true,
  format: "cjs",
  platform: "node",
  target: "node22",
  external: ["typescript"],
  minifySyntax: true,
  minifyWhitespace: true,
  logLevel: "warning",
  metafile: true,
  plugins: [
    { name: "reference-utilities", setup: (bundling) => bundling.onLoad({ filter: REDOCLY_UTILS }, () => TRUTHY) },
  ],
});
await writeFile(`${root}/dist/THIRD-PARTY-LICENSES.txt`, await thirdPartyLicences(metafile, root));
