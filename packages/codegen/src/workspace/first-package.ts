import { basename } from "node:path";
import type { Edits } from "./edits.ts";

/** A document to begin with. */
export const FIRST_DOCUMENT = `openapi: 3.1.0
info:
  title: Notes
  version: 1.0.0
servers:
  - url: http://localhost:8080
security: []
paths:
  /notes/{id}:
    get:
      operationId: fetchNote
      summary: Read a note.
      parameters:
        - { name: id, in: path, required: true, schema: { type: string, examples: [first] } }
      responses:
        "200":
          description: The note.
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Note" }
        "404":
          description: There is no such note.
components:
  schemas:
    Note:
      type: object
      required: [id, text]
      properties:
        id: { type: string }
        text: { type: string, maxLength: 1000 }
        tags: { type: array, items: { type: string } }
`;

/** Name of {@link FIRST_DOCUMENT}. */
export const FIRST_NAME = "notes";

/**
 * The package of an empty folder: it is an ES module, and type-checked.
 *
 * @param agent `npm_config_user_agent`: the package manager that runs this is that of the package. Nothing else says so
 * before the first install.
 */
export function startPackage(root: string, edits: Edits, agent: string = ""): void {
  const name =
    basename(root)
      .toLowerCase()
      .replaceAll(/[^a-z0-9-]+/g, "-")
      .replace(/^-+|-+$/g, "") || "app";
  const manifest = { name, private: true, type: "module", scripts: { typecheck: "tsc" }, devDependencies: {} };
  edits.create("package.json", `${JSON.stringify(manifest, null, 2)}\n`);
  edits.setDefault("package.json", ["devDependencies", "@types/node"], "^22.0.0");
  edits.setDefault("package.json", ["devDependencies", "typescript"], "^5.9.0");
  const compilerOptions = { strict: true, target: "es2022", module: "nodenext", types: ["node"], noEmit: true };
  edits.create("tsconfig.json", `${JSON.stringify({ compilerOptions, include: ["src"] }, null, 2)}\n`);
  const [, manager, version] = /^(pnpm|yarn|bun)\/(\S+)/.exec(agent) ?? [];
  if (manager !== undefined)
    edits.setDefault("package.json", ["devEngines", "packageManager"], { name: manager, version, onFail: "warn" });
  edits.create(".gitignore", manager === "yarn" ? "node_modules\n.yarn\n.pnp.*\n" : "node_modules\n");
}

/** Where the first call stands in a package that was started here. */
export const FIRST_CALL = "src/first-call.ts";
