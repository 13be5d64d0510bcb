import { expect, it } from "vitest";
import { responseOf } from "./response.ts";

const [ok, success, missing, failure, other] = ["200", "2XX", "404", "4XX", "default"].map((name) => ({
  content: { [name]: {} },
}));
const responses = { "200": { ...ok }, "2XX": { ...success }, "404": { ...missing }, "4XX": { ...failure } };

it.each([
  [200, ok],
  [201, success],
  [404, missing],
  [499, failure],
  [500, other],
])("%i is what the document says about it: %j", (status, wanted) => {
  expect(responseOf({ ...responses, default: { ...other } }, status)).toEqual(wanted);
});

it("nothing is said about a status that has neither key, range nor default", () => {
  expect(responseOf(responses, 500)).toBeUndefined();
});
