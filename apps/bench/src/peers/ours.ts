import { join } from "node:path";
import { runProcess } from "../measure/run-process.ts";
import { SUBJECT } from "../subject/subject.ts";
import type { Peer } from "./peer.ts";

/** The command of our generator, built. */
export const CODEGEN: string = join(import.meta.dirname, "../../../../packages/codegen/dist/bin.js");

export const ours: Peer = {
  name: "earmark",
  note: "generated as this run began.",
  entry: async (schemas, folder) => {
    const generated = join(folder, "generated");
    await runProcess([CODEGEN, "generate", "--spec", SUBJECT, "--out", generated], folder);
    return [
      `import * as validators from ${JSON.stringify(join(generated, "validators.gen.js"))};`,
      ...schemas.map(
        (name) => `export const ${name} = { is: validators.${name}.is, issues: validators.${name}.issues };`,
      ),
    ].join("\n");
  },
};
