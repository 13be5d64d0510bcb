import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type Served, serve } from "./registry/serve.ts";
import { attempt, type Finished, run } from "./workspace/run.ts";

/** An older document, which lies outside of the repository. */
const ORDERS = `swagger: "2.0"
info: { title: Order API, version: "1" }
host: orders.example
schemes: [https]
securityDefinitions: { key: { type: apiKey, in: header, name: X-Key } }
security: [{ key: [] }]
paths:
  /orders/{id}:
    get:
      operationId: getOrder
      parameters: [{ name: id, in: path, required: true, type: integer }]
      responses: { 200: { description: It., schema: { $ref: "#/definitions/Order" } } }
definitions: { Order: { type: object, required: [id], properties: { id: { type: integer } } } }
`;

/** One that is published. */
const USERS = `openapi: 3.1.0
info: { title: Users, version: "1" }
servers: [{ url: https://users.example }]
security: []
paths:
  /users/{name}:
    get:
      operationId: fetchUser
      parameters: [{ name: name, in: path, required: true, schema: { type: string } }]
      responses: { "200": { description: It., content: { application/json: { schema: { type: object } } } } }
`;

/** What the repository of a package manager has, and how that runs a script. */
const MANAGERS = [
  { manager: "npm", files: {}, workspaces: ["apps/*", "packages/*"], script: ["npm", "run"] },
  {
    manager: "pnpm",
    files: { "pnpm-workspace.yaml": "packages:\n  - apps/* # services\n  - packages/*\nminimumReleaseAge: 0\n" },
    workspaces: undefined,
    script: ["pnpm"],
  },
] as const;

describe.each(MANAGERS)("a repository of another company, with $manager", ({ manager, files, workspaces, script }) => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "adoption-")));
  const root = join(folder, "repository");
  const { env: released, registry } = inject("release");
  const env: NodeJS.ProcessEnv = {
    ...released,
    // Of a person, who installs what an edit of a manifest asks for: pnpm refuses that where CI is set.
    CI: undefined,
    // Node of this workspace, and the command as `npx` would have fetched it.
    PATH: [dirname(process.execPath), join(inject("consumer"), "node_modules/.bin"), released.PATH].join(delimiter),
    npm_config_cache: join(folder, "cache"),
    npm_config_registry: registry,
    pnpm_config_registry: `${registry}/`,
    pnpm_config_store_dir: join(folder, "store"),
  };
  let api: Served;

  beforeAll(async () => {
    api = await serve(async ({ url = "", headers }, response) => {
      if (url === "/users.yaml") response.end(USERS);
      else
        response
          .setHeader("content-type", "application/json")
          .end(JSON.stringify({ id: 1, url, key: headers["x-key"] }));
    });
    const manifest = { name: "@acme/root", private: true, type: "module", ...(workspaces && { workspaces }) };
    const typescript = { devDependencies: { typescript: "*", "@types/node": "*" } };
    const service = { name: "@acme/service", version: "1.0.0", private: true, type: "module", ...typescript };
    const compilerOptions = { strict: true, module: "nodenext", target: "es2022", noEmit: true, types: ["node"] };
    write({
      "../orders.yaml": ORDERS,
      "package.json": JSON.stringify(manifest),
      "apps/service/package.json": JSON.stringify({ ...service, scripts: { typecheck: "tsc" } }),
      "apps/service/tsconfig.json": JSON.stringify({ compilerOptions, include: ["src"] }),
      ".gitignore": "node_modules\n",
      ...files,
    });
    await run(["git", "init", "--quiet", "--initial-branch=main"], { cwd: root, env });
  });
  afterAll(async () => {
    await api.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("is ready after one call for each document, and makes the first calls that are printed", async () => {
    const calls: string[] = [];
    let install = "";
    for (const spec of ["../orders.yaml", `${api.url}/users.yaml`]) {
      const { code, err } = await call(["codegen", "init", "--spec", spec]);
      expect([code, err]).toEqual([0, expect.stringContaining("written. Commit them.")]);
      const [next = "", name, range, how = ""] =
        /^Next, add "(\S+)": "(\S+)" to the dependencies of a package, run `(.+?)`.*/ms.exec(err) ?? [];
      depend(name, range);
      install = how;
      calls.push([...next.matchAll(/^ {2}(.*)$/gm)].map(([, line]) => line).join("\n"));
    }
    await succeed(words(install));
    await commit();

    calls.forEach((call, index) => {
      const local = call.replace(/(create\w+\()\{( ?)/, `$1{ baseUrl: "${api.url}",$2`);
      write({ [`apps/service/src/call${index}.ts`]: local });
    });
    const service = join(root, "apps/service");
    await run([...script, "typecheck"], { cwd: service, env });
    const outputs = calls.map((_, index) =>
      run([process.execPath, `src/call${index}.ts`], { cwd: service, env: { ...env, KEY: "k" } }),
    );
    expect(await Promise.all(outputs)).toEqual([
      "{ id: 1, url: '/orders/1', key: 'k' }\n",
      "{ id: 1, url: '/users/name' }\n",
    ]);
    await succeed([...script, "check:generated"]);
    await commit();
  });

  // Where siblings are named by versions, a release is most that can go wrong.
  it.runIf(manager === "npm")("does what is printed from an edit to a release", async () => {
    write({
      "openapi/orders.yaml": ORDERS.replace(
        "id: { type: integer } }",
        "id: { type: integer }, note: { type: string } }",
      ),
    });
    expect(await call([...script, "check:generated"])).toMatchObject({ code: 1 });
    const update = await succeed([...script, "api:update"]);
    expect(update.out + update.err).toMatch(/minor +`Order\.note` was added/);
    await commit();
    await succeed(["npx", "codegen", "version"]);
    expect(readFileSync(join(root, "openapi/released/orders.yaml"), "utf8")).toContain("note");
  });

  it("imports nothing of the toolkit but its two runtime packages", async () => {
    const found = await run(["git", "grep", "--untracked", "-hoE", "@earmark/[a-z-]+", "--", "packages", "openapi"], {
      cwd: root,
      env,
    });
    expect([...new Set(found.trim().split("\n"))].sort()).toEqual(["@earmark/http", "@earmark/validation"]);
  });

  function write(contents: Readonly<Record<string, string>>): void {
    for (const [path, text] of Object.entries(contents)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
  }

  function depend(name = "", range = ""): void {
    const path = join(root, "apps/service/package.json");
    const manifest = JSON.parse(readFileSync(path, "utf8"));
    writeFileSync(path, JSON.stringify({ ...manifest, dependencies: { ...manifest.dependencies, [name]: range } }));
  }

  const call = (command: readonly [string, ...string[]]): Promise<Finished> => attempt(command, { cwd: root, env });

  async function succeed(command: readonly [string, ...string[]]): Promise<Finished> {
    const finished = await call(command);
    expect(finished, `${command.join(" ")}\n${finished.out}${finished.err}`).toMatchObject({ code: 0 });
    return finished;
  }

  async function commit(): Promise<void> {
    await run(["git", "add", "--all"], { cwd: root, env });
    await run(["git", "commit", "--quiet", "--message", "A step."], { cwd: root, env });
  }
});

function words(text = ""): [string, ...string[]] {
  const [first = "", ...rest] = text.split(" ");
  return [first, ...rest];
}
