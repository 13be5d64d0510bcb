import { expect, test } from "vitest";
import { render } from "../testing/render.ts";
import { exchange, probesOf, things } from "../testing/things.ts";
import { findGaps, findProblems, type KnownGap } from "./gaps.ts";
import { measure } from "./measure.ts";

const probes = await probesOf(things);
const everything = [{ points: "**", reason: "Work has not begun." }];

function problems(known: readonly KnownGap[], floor: number, ...exchanges: readonly ReturnType<typeof exchange>[]) {
  const measurement = measure(probes, exchanges);
  return findProblems(measurement, findGaps(measurement, known), floor);
}

test("a coverage item that is neither covered nor listed is named, with what happened instead", () => {
  const found = problems([], 0, exchange({ body: "Kind=b&Other=1" }));
  expect(found).toContain(
    'test/UpdateThing/body/Kind:enum=b happened and proved nothing. (The value "b" of Kind is accepted.)',
  );
  expect(found).toContainEqual(expect.stringMatching(/^test\/FetchDefault:called never happened\. /));
});

test("what is listed is excused, and counts as not covered", () => {
  expect(problems(everything, 0)).toEqual([]);
  expect(problems(everything, 95)).toEqual([
    expect.stringMatching(/^test is covered to 0 %, 0 of \d+ coverage items; at least 95 % are expected\.$/),
  ]);
});

test("an entry for something that is covered is named", () => {
  const known = [...everything, { points: "test/UpdateThing/*/Id:example=*", reason: "It is only an example." }];
  expect(problems(known, 0, exchange())).toContain(
    "test/UpdateThing/path/Id:example=example is covered after all: take it off the known gaps (test/UpdateThing/*/Id:example=*).",
  );
});

test("an entry that matches nothing is named, and a star stands for one name only", () => {
  const known = [...everything, { points: "test/*:example=example", reason: "It is deeper." }];
  expect(problems(known, 0)).toEqual(["test/*:example=example in the known gaps matches no coverage item."]);
});

test("a part of the suite has no problems, and its report says that it is a part", async () => {
  const { report, page } = await render(things, [exchange()], { complete: false });
  expect(report).toMatchObject({ complete: false, problems: [] });
  expect(page).toContain("Only a part of the suite was run.");
});
