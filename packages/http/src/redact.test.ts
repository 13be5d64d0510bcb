import { describe, expect, it } from "vitest";
import { redactor } from "./redact.ts";

const secret = "s3cr3t+/Tok=en&<é>'Q\"z z\\%😀";
const bytes = [...new TextEncoder().encode(secret)].map((byte) => byte.toString(16).padStart(2, "0"));
const inBase64 = Buffer.from(secret).toString("base64");
const html = secret.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
const named = secret.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

describe("a secret is found", () => {
  it.each([
    ["as it is", secret],
    ["in upper case", secret.toUpperCase()],
    ["in lower case", secret.toLowerCase()],
    ["percent-encoded", encodeURIComponent(secret)],
    ["percent-encoded in lower case", encodeURIComponent(secret).toLowerCase()],
    ["percent-encoded in part", encodeURI(secret)],
    ["percent-encoded to the last character", bytes.map((byte) => `%${byte}`).join("")],
    ["in a form", new URLSearchParams({ a: secret }).toString().slice(2)],
    ["in HTML, by names", named],
    ["in HTML, by numbers", html],
    ["in HTML, by hexadecimal numbers", secret.replace(/[&<>"']/g, (char) => `&#x${char.charCodeAt(0).toString(16)};`)],
    ["in JSON", JSON.stringify(secret).slice(1, -1)],
    [
      "in JSON with escapes",
      [...secret.slice(0, -2)].map((char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`).join("") +
        secret.slice(-2),
    ],
    ["in base64", inBase64],
    ["in base64 without padding", inBase64.replace(/=+$/, "")],
    ["in base64 for URLs", Buffer.from(secret).toString("base64url")],
    ["in base64, percent-encoded", encodeURIComponent(inBase64)],
  ])("%s", (_, form) => {
    const redact = redactor([secret]);
    expect(redact(form)).toMatch(/^\[redacted\](=|%3D)*$/);
    expect(redact(`a ${form}, b ${form}.`)).toMatch(/^a \[redacted\](=|%3D)*, b \[redacted\](=|%3D)*\.$/);
  });

  it("whichever it is, the longer ones first", () => {
    expect(redactor(["abcdef", "abcd"])("abcdef abcd abcde")).toBe("[redacted] [redacted] [redacted]e");
  });
});

describe("what is no secret stays", () => {
  it.each([
    ["none is known", [], "anything"],
    ["it is too short to be one", ["x", "abc"], "Proxy response, abc"],
    ["it is empty", [""], "anything"],
    ["it has the same beginning", ["secret-1"], "secret-2"],
    ["it is an expression to look for", [".*.*"], "anything [a-z]"],
    ["it is a replacement", ["abcd"], "$& abce"],
  ])("when %s", (_, secrets, text) => {
    expect(redactor(secrets)(text)).toBe(text);
  });

  it("takes no longer for strings that are made to look like it", () => {
    const redact = redactor(["a&b%c\\d+e/f&g%h\\i", "%%%%%%%%%%%%%%%%", "&&&&&&&&&&&&&&&&", "\\\\\\\\\\\\\\\\"]);
    // Of the processor: others may have it meanwhile.
    const start = process.cpuUsage();
    for (const part of ["&amp;", "%25", "\\u0041", "&", "%", "\\\\", "a&", "&#"]) redact(part.repeat(20_000));
    expect(process.cpuUsage(start).user).toBeLessThan(2_000_000);
  });
});
