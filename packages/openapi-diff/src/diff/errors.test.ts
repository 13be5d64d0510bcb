import { describe, expect, it } from "vitest";
import { diffTexts } from "../testing/diff-texts.ts";

const text = (root: object, { operation = {}, error = {}, success = {}, statuses = ["404"] } = {}): string => {
  const errors = statuses.map((status) => [status, { description: "Failed.", ...error }]);
  const responses = { "204": { description: "Done.", ...success }, ...Object.fromEntries(errors) };
  const post = { operationId: "ChangeThing", ...operation, responses };
  const info = { title: "Things", version: "1" };
  return JSON.stringify({ openapi: "3.1.0", info, paths: { "/things": { post } }, ...root });
};

const found = async (before: string, after: string): Promise<readonly string[]> => {
  const { changes } = await diffTexts(before, after);
  return changes.map(({ rule, location, edit }) => `${rule} ${location.pointer} ${edit}`);
};

const OPERATION = "#/paths/~1things/post";
const RESPONSE = `${OPERATION}/responses/404`;
const [CODE, OTHER] = [{ "x-error": { code: "/code" } }, { "x-error": { code: "/error/code" } }];
const [BUSY, LOCKED] = [{ "x-retry-on": [429] }, { "x-retry-on": [423, 429] }];

describe("where errors have their parts, and what may be repeated", () => {
  it.each<[string, string, string, readonly string[]]>([
    [
      "of a document",
      text({ ...CODE, ...LOCKED }),
      text({ ...OTHER, ...BUSY, "x-request-id-header": "Request-Id" }),
      [
        "error-part-moved #/x-error the document has the code of errors at `/error/code` instead of `/code`",
        "retry-status-removed #/x-retry-on the document does not have 423 in its x-retry-on any more",
        "request-id-header-changed #/x-request-id-header the document changed its x-request-id-header from nothing to `Request-Id`",
      ],
    ],
    [
      "of an error that has others than its document now",
      text(CODE),
      text(CODE, { error: OTHER }),
      [
        `error-part-moved ${RESPONSE}/x-error the 404 response of \`ChangeThing\` has the code of errors at \`/error/code\` instead of \`/code\``,
      ],
    ],
    [
      "of an error that has those of its document now",
      text(CODE, { error: OTHER }),
      text(CODE),
      [
        `error-part-moved ${RESPONSE} the 404 response of \`ChangeThing\` has the code of errors at \`/code\` instead of \`/error/code\``,
      ],
    ],
    [
      "of an error that had them by itself",
      text({}, { error: CODE }),
      text(CODE, { error: CODE }),
      ["error-part-added #/x-error the document says that errors have their code at `/code`"],
    ],
    [
      "of an operation that is repeated after fewer than its document",
      text(LOCKED),
      text(LOCKED, { operation: BUSY }),
      [`retry-status-removed ${OPERATION}/x-retry-on \`ChangeThing\` does not have 423 in its x-retry-on any more`],
    ],
    [
      "of an operation that is repeated as its document says again",
      text(LOCKED, { operation: BUSY }),
      text(LOCKED),
      [`retry-status-added ${OPERATION} \`ChangeThing\` has 423 in its x-retry-on`],
    ],
    ["in another order", text({ "x-retry-on": [429, 423] }), text(LOCKED), []],
  ])("are compared: %s", async (_, before, after, wanted) => {
    expect(await found(before, after)).toEqual(wanted);
  });

  it.each<[string, string, string, readonly string[]]>([
    ["of another tool", text({ "x-error": { title: "A" } }), text({ "x-error": { title: "B" } }), ["#/x-error/title"]],
    [
      "of a success",
      text({}, { success: CODE }),
      text({}, { success: OTHER }),
      [`${OPERATION}/responses/204/x-error/code`],
    ],
  ])("are extensions like others where no client reads them: %s", async (_, before, after, pointers) => {
    const { changes } = await diffTexts(before, after);
    expect(changes.map(({ rule }) => rule)).toEqual(pointers.map(() => "extension-changed"));
    expect(changes.map(({ location }) => location.pointer)).toEqual(pointers);
  });
});
