import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { type Fault, type Fixture, parseFaults, parseFixture } from "./index.ts";

const folder = fileURLToPath(new URL("../examples/", import.meta.url));
const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const blocks = (language: string) =>
  [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, "gms"))].map(([, code = ""]) => code);

describe("the README", () => {
  it("shows all examples, which are tests themselves, and no other code", () => {
    const examples = readdirSync(folder).map((name) => readFileSync(folder + name, "utf8"));
    expect(blocks("ts").sort()).toEqual(examples.sort());
  });

  it("shows files that can be read", () => {
    const read = (text: string): Fixture | readonly Fault[] =>
      text.startsWith("[") ? parseFaults(text) : parseFixture(text);
    const files = blocks("json").map(read);
    expect(files.map((file) => Object.keys(file))).toEqual([["accounts", "calls"], expect.any(Array)]);
  });

  it("names every field of a fault", () => {
    const [message = ""] = /known are .*/.exec(String(catchError(() => parseFaults('[{"none": 1}]')))) ?? [];
    const fields = message.replace("known are ", "").split(", ");
    expect(fields.length).toBeGreaterThan(15);
    expect(fields.filter((field) => !readme.includes(`\`${field}\``))).toEqual([]);
  });
});

function catchError(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return error;
  }
}
