import { expect, it } from "vitest";
import { hasNoContent, isResult, isStatus, isSuccess, usualStatus } from "./status.ts";

it.each([
  ["200", "200"],
  ["4xx", "4XX"],
  ["default", "default"],
  ["Default", "default"],
])("%s is usually spelled %s", (status, wanted) => {
  expect(usualStatus(status)).toBe(wanted);
});

it.each([
  ["200", true],
  ["2XX", true],
  ["204", true],
  ["304", false],
  ["default", false],
])("whether %s is a success: %s", (status, wanted) => {
  expect(isSuccess(status)).toBe(wanted);
});

it.each<[status: string, all: string[], wanted: boolean]>([
  ["200", ["200", "default"], true],
  ["default", ["200", "default"], false],
  ["default", ["404", "default"], true],
  ["404", ["404"], false],
])("whether a call results in %s among %j: %s", (status, all, wanted) => {
  expect(isResult(status, all)).toBe(wanted);
});

it.each<[method: "get" | "head", status: string, wanted: boolean]>([
  ["get", "200", false],
  ["head", "200", true],
  ["get", "100", true],
  ["get", "1XX", true],
  ["get", "204", true],
  ["get", "205", true],
  ["get", "304", true],
  ["get", "2XX", false],
  ["get", "default", false],
])("whether a %s never gets content with %s: %s", (method, status, wanted) => {
  expect(hasNoContent(method, status)).toBe(wanted);
});

it.each([
  ["200", true],
  ["4xx", true],
  ["default", true],
  ["600", true],
  ["99", false],
  ["6XX", false],
  ["2X0", false],
  ["OK", false],
])("whether %s is a key of responses: %s", (key, wanted) => {
  expect(isStatus(key)).toBe(wanted);
});
