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
