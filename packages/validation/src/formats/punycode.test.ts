import { expect, it } from "vitest";
import { decodePunycode } from "./punycode.ts";

it.each([
  ["a letter of two bytes", "tda", "ü"],
  ["letters before and behind", "bcher-kva", "bücher"],
  // Of RFC 3492 section 7.1, in lower case.
  ["Arabic", "egbpdaj6bu4bxfgehfvwxn", "ليهمابتكلموشعربي؟"],
  ["Chinese", "ihqwcrb4cv8a8dqg056pqjye", "他们为什么不说中文"],
  ["Czech", "proprostnemluvesky-uyb24dma41a", "pročprostěnemluvíčesky"],
  ["Vietnamese", "tisaohkhngthchnitingvit-kjcr8268qyxafd2f1b9g", "tạisaohọkhôngthểchỉnóitiếngviệt"],
  ["characters beyond the basic plane", "ab-no82afa", "a😀b😁"],
  ["the greatest code point", "dn32g", "\u{10ffff}"],
  ["a hyphen in front", "--eha", "-ü"],
  ["nothing", "", ""],
])("decodes %s", (_what, encoded, text) => {
  expect(decodePunycode(encoded)).toBe(text);
});

it.each([
  ["a digit that is none", "td!"],
  ["a number that is cut off", "9"],
  ["one code point too many", "en32g"],
  ["a number beyond what a double holds", "9".repeat(60)],
])("refuses %s", (_what, encoded) => {
  expect(decodePunycode(encoded)).toBeUndefined();
});
