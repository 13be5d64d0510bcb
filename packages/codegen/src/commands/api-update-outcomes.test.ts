import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { repositories } from "../testing/repository.ts";
import { ADDED, DOCUMENT, editedForUpdate, failed, runUpdate, TIGHTENED } from "../testing/run-update.ts";

const repository = repositories();

describe("api:update calls", () => {
  it.each([
    ["a test", ["TestTimeoutError: Test timed out in 5000ms.", "If this is a long-running test, pass a timeout value"]],
    ["a hook", ["Error: Hook timed out in 10000ms."]],
    ["a condition", ["Error: Matcher did not succeed in time.", "Caused by: AssertionError: expected 1 to be 2"]],
    ["a request", ["TimeoutError: The operation was aborted due to timeout"]],
    ["a worker", ['Error: [vitest-worker]: Timeout calling "onTaskUpdate"']],
    ["Prism", ["Error: No answer to GET /a : took too long (599)"]],
  ])("a timeout, and calls it one: %s", async (_what, error) => {
    const lines = [" FAIL  src/a.test.ts > takes long", ...error, " ❯ src/a.test.ts:4:5", "", "⎯⎯⎯[1/1]⎯"];
    for (const [task, first] of [
      ["lint", "test"],
      ["build", "typecheck"],
      ["contract", "contract"],
      ["derive", "derive"],
    ]) {
      const failing = { [task ?? ""]: failed("@pets/app", first ?? "", ...lines) };
      const { code, err } = await runUpdate(await editedForUpdate(DOCUMENT), { failing });
      const stop = err.findIndex((line) => line.includes("stopped"));
      expect(code).toBe(1);
      expect(err[stop]).toMatch(/^\w+ +stopped: ran out of time; nothing else is known to be wrong$/);
      expect(err[stop + 2]).toMatch(/ FAIL {2}src\/a\.test\.ts > takes long$/);
      expect(err.at(-1)).toMatch(
        /^Look for what does not end at these places, or leave the machine more time, and run/,
      );
    }
  });

  it.each([
    [
      "beside something else",
      ["Error: Test timed out in 50ms.", "", "⎯⎯⎯[1/2]⎯", " FAIL  src/b.test.ts > x", "Error: no"],
    ],
    ["in a comparison", ["AssertionError: expected 'Test timed out in 5' to be 'a'"]],
    ["as the name of an option", ["TypeError: timeout expects a number of milliseconds"]],
  ])("no timeout where time is %s", async (_what, error) => {
    const lines = [" FAIL  src/a.test.ts > takes long", ...error, "", "⎯⎯⎯[2/2]⎯"];
    const { err } = await runUpdate(await editedForUpdate(DOCUMENT), {
      failing: { lint: failed("@pets/app", "test", ...lines) },
    });
    expect(err).toContain("test       stopped: hand-written tests or code expect something else");
  });
});

describe("api:update", () => {
  it("does not call all of it done where a document is in no contract, and says what comes next", async () => {
    const next = "openapi/zoo.yaml is in no contract: describe it";
    const contract = `@pets/contract:contract:  ✓ src/a.test.ts\n@pets/contract:contract:  ${next}\n`;
    const { code, err, out } = await runUpdate(await editedForUpdate(DOCUMENT), { saying: { contract } });
    expect(code).toBe(0);
    expect(err.slice(err.indexOf("contract   passed")).slice(0, 2)).toEqual([
      "contract   passed",
      `           ${next}`,
    ]);
    expect(err.join("\n")).not.toContain("All of it");
    expect(err.at(-2)).toMatch(/^Done but for the contract of what is named above/);
    expect(out[0]).toBe("## What changes for users of the API");
  });

  it("tells of what the branch changes, or of all since another commit", async () => {
    const { root, git } = await repository({ remote: true }, { "openapi/pets.yaml": DOCUMENT });
    const path = join(root, "openapi/pets.yaml");
    const first = git("rev-parse", "HEAD").trim();
    await writeFile(path, TIGHTENED);
    git("commit", "--quiet", "--all", "--message", "Merged before");
    git("push", "--quiet", "origin", "main");
    git("switch", "--quiet", "--create", "age");
    expect((await runUpdate(root)).err).toContainEqual(
      expect.stringMatching(/^diff +the API is as in origin\/main \(/),
    );
    await writeFile(path, ADDED.replace("maxLength: 100", "maxLength: 50"));
    const own = await runUpdate(root);
    expect(own.err).toContain("diff       openapi/pets.yaml: 1 minor, breaks nothing");
    expect(own.out.join("\n")).not.toContain("maxLength");
    for (const base of [first, "HEAD~1", "main~1"])
      expect((await runUpdate(root, { base })).out.join("\n")).toMatch(/maxLength/);
    expect(await runUpdate(root, { base: "nowhere" })).toMatchObject({
      code: 2,
      ran: [],
      err: [expect.stringMatching(/^codegen: --base nowhere: there is no such file, and no such commit here; pass/)],
    });
  });
});
