import { expect, it } from "vitest";
import { matchesName, matchesPath } from "./wildcard.ts";

it.each<[pattern: string, matching: readonly string[], others: readonly string[]]>([
  ["list", ["list"], ["", "lists", "List", "a list"]],
  ["list*", ["list", "listOrders", "list orders/by-day"], ["relist"]],
  ["*", ["", "anything at all"], []],
  ["*Order*", ["Order", "listOrders"], ["listorders"]],
  ["a*b*c", ["abc", "aXbYbZc"], ["ab", "aXc", "abcd"]],
  ["a**b", ["ab", "a/b"], ["a"]],
  ["a.b?[c]", ["a.b?[c]"], ["aXb?[c]", "a.b?c"]],
  ["*😀", ["😀", "a😀"], ["😀a"]],
])("the name %s matches %j and not %j", (pattern, matching, others) => {
  expect([...matching, ...others].filter((name) => matchesName(pattern, name))).toEqual(matching);
});

it.each<[pattern: string, matching: readonly string[], others: readonly string[]]>([
  ["/orders", ["/orders"], ["/", "/orders/", "/orders/{id}", "/Orders"]],
  ["/orders/*", ["/orders/{id}", "/orders/"], ["/orders", "/orders/{id}/items"]],
  ["/orders/{id}", ["/orders/{id}"], ["/orders/{orderId}"]],
  ["/orders/**", ["/orders", "/orders/", "/orders/{id}", "/orders/{id}/items"], ["/ordersAndMore", "/v1/orders"]],
  ["/**", ["/", "/orders", "/orders/{id}"], []],
  ["/**/items", ["/items", "/orders/{id}/items"], ["/orders/items/{id}"]],
  ["/v*/orders", ["/v1/orders", "/v/orders"], ["/v1/x/orders"]],
  ["/orders/{id}.*", ["/orders/{id}.pdf"], ["/orders/{id}"]],
  ["/a/**/b/**/c", ["/a/b/c", "/a/x/b/y/z/c"], ["/a/c", "/a/b/c/d"]],
])("the path %s matches %j and not %j", (pattern, matching, others) => {
  expect([...matching, ...others].filter((path) => matchesPath(pattern, path))).toEqual(matching);
});

it("a hostile pattern takes no longer than a moment", { timeout: 2_000 }, () => {
  expect(matchesName(`${"a*".repeat(200)}b`, "a".repeat(5_000))).toBe(false);
  expect(matchesPath(`${"/**/a".repeat(200)}/b`, "/a".repeat(2_000))).toBe(false);
});
