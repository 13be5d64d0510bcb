import { expect, it } from "vitest";
import { variablesIn } from "./variables-in.ts";

it.each([
  ["by its name", "const a = process.env.A_B;", ["A_B"]],
  ["by its name, of what may be missing", "process.env?.A_B ?? globalThis.process.env.C", ["A_B", "C"]],
  ["in brackets", 'process.env["A_B"] + process.env[`C_D`]', ["A_B", "C_D"]],
  ["by destructuring", 'const { A_B, C_D: c = "1", ...rest } = process.env;', ["A_B", "C_D", "rest"]],
  ["by a computed name", 'for (const name of ["A_B", "C_D"]) use(process.env[name]);', ["A_B", "C_D"]],
  ["by a name that may be there", '"A_B" in process.env', ["A_B"]],
  ["through assertions", "process.env!.A_B + (process.env as Env).C_D", ["A_B", "C_D"]],
  ["in other notations", 'process["env"].A_B + globalThis.process?.env?.C_D', ["A_B", "C_D"]],
  ["of a bundler", "import.meta.env.A_B", ["A_B"]],
  ["under another name", "const e = process.env; e.A_B; const { C_D } = e;", ["A_B", "C_D"]],
  [
    "of a default",
    "function f(given = process.env) { given.A_B; } const g = ({ C_D } = process.env) => C_D;",
    ["A_B", "C_D"],
  ],
  ["of destructured objects", "const { env } = process, { env: { C_D } } = process; env.A_B;", ["A_B", "C_D"]],
  ["of an import", 'import { env as e, argv } from "node:process"; e.A_B; argv.C_D;', ["A_B"]],
  ["of no other import", 'import { env } from "./env.ts"; env.A_B;', []],
  ["in a type", 'type X = { env: "A_B" }; const env = { A_B: 1 }; env.A_B;', []],
  ["as a whole", "spawn(node, [], { env: { ...process.env, A_B: 1 } });", []],
])("a variable is found %s", (_how, text, names) => {
  expect(variablesIn(text).names).toEqual(names);
});

it("a function that gets the environment is searched where it is declared", () => {
  expect(variablesIn("chanceOf(process.env, 1); other(process.env.A_B)").passedTo).toEqual(["chanceOf"]);
  const text = `export function chanceOf(environment: Environment) { const { A_B: a } = environment; return environment.C_D ?? a; }
    function unrelated(environment: object) { return environment.size; }`;
  expect(variablesIn(text).names).toEqual([]);
  expect(variablesIn(text, new Set(["chanceOf"])).names).toEqual(["A_B", "C_D", "size"]);
});
