import { existsSync, readFileSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { followPage } from "./testing/guide/follow.ts";
import { emptyRepository, type Repository } from "./testing/guide/repository.ts";

const GUIDE = join(import.meta.dirname, "../guide");
const page = (name: string): Promise<string> => readFile(join(GUIDE, name), "utf8");

const linked = [...(await page("README.md")).matchAll(/^\d+\. \[[^\]]+\]\(([\w-]+\.md)\)/gm)];
const CHAPTERS = linked.map(([, name = ""]) => name);

describe("the guide", () => {
  it("has all its chapters in its list, none much longer than 120 lines", async () => {
    const pages = (await readdir(GUIDE)).filter((name) => name !== "README.md");
    expect(CHAPTERS.toSorted()).toEqual(pages.sort());
    const lengths = await Promise.all(
      CHAPTERS.map(async (name) => [name, (await page(name)).trimEnd().split("\n").length]),
    );
    expect(lengths.filter(([, length]) => Number(length) > 125)).toEqual([]);
  });

  it.each(["README.md", ...CHAPTERS])("%s has links that lead somewhere", async (name) => {
    const links = [...(await page(name)).matchAll(/\]\((?!https:)([^)#]*)(?:#([^)]*))?\)/g)];
    const broken = links.filter(([, path = "", anchor]) => {
      const file = join(GUIDE, path || name);
      return !existsSync(file) || (anchor !== undefined && !anchorsOf(readFileSync(file, "utf8")).includes(anchor));
    });
    expect(broken.map(([link]) => link)).toEqual([]);
  });
});

/** As GitHub names the headings of a page. */
function anchorsOf(markdown: string): readonly string[] {
  const headings = [...markdown.matchAll(/^#+ (.+)$/gm)];
  return headings.map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\w -]/g, "")
      .replaceAll(" ", "-"),
  );
}

describe("a page fails", () => {
  const fence = "```";
  it.each<[string, string, RegExp]>([
    ["for code that does not compile", "ts\n// a.ts\nexport const a: string = 1;", /a\.ts.*TS2322/],
    ["for code that nothing runs", "ts\n// a.ts\nexport const a = 1;", /a\.ts/],
    [
      "for a block without the name of its file",
      "yaml\na: 1",
      /expected the name of its file, received a block of yaml: a: 1/,
    ],
    ["for a block of a language that nothing is done with", "py\n# a.py\na = 1", /received a block of py: # a\.py/],
    ["for a command that fails", "sh\nnpm install @acme/nowhere", /npm install @acme\/nowhere/],
    ["for an edit of what is not there", "diff\n // package.json\n-x\n+y", /expected once in package\.json: x/],
  ])("%s", async (_, block, message) => {
    const repository = await emptyRepository();
    await repository.write("package.json", '{ "type": "module" }');
    for (const name of ["typescript", "@types/node"]) await repository.run(`npm install ${name}`);
    const followed = followPage(`${fence}${block}\n${fence}\n`, repository).finally(() => repository.close());
    await expect(followed).rejects.toThrow(message);
  });

  it("for what is not printed, which it shows", async () => {
    const repository = await emptyRepository();
    const page = `${fence}console\n$ echo one\n…\n$ echo two\nthree\n${fence}\n`;
    const followed = await followPage(page, repository).finally(() => repository.close());
    expect(followed).toBe(page.replace("three", "two"));
  });
});

it("the README of the repository has three commands at most to a first call that is type-checked", async () => {
  const readme = await readFile(join(GUIDE, "../../../README.md"), "utf8");
  const [, section = ""] = /^## In your repository\n(.*?)^## In this one$/ms.exec(readme) ?? [];
  expect(section.split("\n").filter((line) => line.startsWith("$ ")).length).toBeLessThanOrEqual(3);
  const repository = await emptyRepository();
  const followed = await followPage(section, repository).finally(() => repository.close());
  expect(followed).toBe(section);
});

// One after the other, in one repository: each chapter begins where the one before ended.
describe("a reader who follows it finds what is printed there (`--update` writes it)", () => {
  let repository: Repository;
  const followed = new Set<string>();
  beforeAll(async () => {
    repository = await emptyRepository();
  });
  afterAll(() => repository.close());

  it.each(CHAPTERS)("%s", async (name) => {
    // Those before, where only this one is to be run.
    for (const before of CHAPTERS.slice(0, CHAPTERS.indexOf(name)).filter((one) => !followed.has(one)))
      await follow(before);
    const text = await follow(name);
    await expect(text).toMatchFileSnapshot(join(GUIDE, name));
  });

  async function follow(name: string): Promise<string> {
    followed.add(name);
    return followPage(await page(name), repository);
  }
});
