import { markdown } from "@earmark/openapi";
import type { GeneratedKind } from "../release/channels.ts";
import type { ScaffoldNames } from "./manifests.ts";

export function tsconfig(kind: GeneratedKind): string {
  const types = kind === "client" ? ', "types": ["node"]' : "";
  return `{
  "extends": "../../tsconfig.base.json",
  "compilerOptions": { "noEmit": true${types} },
  "include": ["src"]
}
`;
}

export function readme(kind: GeneratedKind, { name, title, origin }: ScaffoldNames, clientName: string): string {
  const head = `# @earmark/${name}-${kind}\n\n`;
  const source = `[\`${origin}\`](../../${origin})`;
  switch (kind) {
    case "types":
      return `${head}TypeScript types of ${markdown(title)}, generated from ${source}. Declarations only: nothing of this package exists at run time. \`@earmark/${name}-types/strict\` has the document to the letter.\n`;
    case "validators":
      return `${head}Validators for ${markdown(title)}, one per schema, generated from ${source}: \`X.is(value)\`, \`X.parse(value)\`, \`X.safeParse(value)\`, \`X.issues(value)\`, and each is a [Standard Schema](https://standardschema.dev). \`…/strict\` is the document to the letter; \`…/checks\` has the bare functions.\n`;
    case "client":
      return `${head}A typed, resilient client for ${markdown(title)}, generated from ${source}.\n\n\`\`\`ts\nimport { create${clientName} } from "@earmark/${name}-client";\n\`\`\`\n\nOptions, errors and retries: [@earmark/http](../http/README.md). \`…/operations\` is the operation table as data, \`…/schemas\` every schema as JSON Schema.\n`;
  }
}

/** Both modes of every validator have to agree, whatever they are given. */
export const VALIDATORS_TEST = `import { describe, expect, it } from "vitest";
import * as validators from "./generated/validators.gen.js";
import * as strict from "./generated/validators.strict.gen.js";

const odd: unknown = JSON.parse('{"__proto__":1}');
const values: readonly unknown[] = [undefined, null, true, 0, -1, 2.5, "", "text", [], [null], {}, { a: 1 }, odd];

describe.each([
  ["a client's", validators],
  ["a server's", strict],
])("%s view", (_view, module) => {
  it.each(Object.entries(module))("%s answers and explains alike", (_name, validator) => {
    for (const value of values) {
      const isValid = validator.is(value);
      expect(validator.issues(value).length === 0).toBe(isValid);
      expect(validator.safeParse(value).ok).toBe(isValid);
      if (!isValid) expect(() => validator.parse(value)).toThrow("not a valid");
    }
  });
});
`;

/** A client must load where there is no Node, and must not carry the schemas with their descriptions. */
export function clientTest(clientName: string): string {
  return `import { build } from "esbuild";
import { expect, it } from "vitest";

it("runs where there is no Node", { timeout: 60_000 }, async () => {
  const { metafile } = await build({
    stdin: {
      contents: 'export { create${clientName} } from "./generated/client.gen.js";',
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    format: "esm",
    platform: "browser",
    write: false,
    metafile: true,
    // A Node built-in cannot be resolved for a browser: the build would fail.
    logLevel: "silent",
  });
  const inputs = Object.keys(metafile.inputs);
  expect(inputs.filter((path) => path.endsWith("client.gen.js"))).toHaveLength(1);
  expect(inputs.filter((path) => path.includes("schemas.gen"))).toEqual([]);
});
`;
}
