import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { code, markdown } from "./markdown.ts";

describe("a code span", () => {
  it.each([
    ["a", "`a`"],
    ["a`b", "``a`b``"],
    ["a``b`c", "```a``b`c```"],
    ["`", "`` ` ``"],
    ["```", "```` ``` ````"],
    ["`a", "`` `a ``"],
    [" a ", "`  a  `"],
    [" ", "` `"],
    ["", "` `"],
    ["a\n\n# b", "`a\\n\\n# b`"],
    ["<b>|@x", "`<b>|@x`"],
  ])("of %j is %j", (text, expected) => {
    expect(code(text)).toBe(expected);
  });

  it("is ended by nothing that stands in it", () => {
    const text = fc.string({ unit: fc.constantFrom("`", " ", "a", "\n", "\\", "<") });
    fc.assert(
      fc.property(text, (inside) => {
        const span = code(inside);
        const [fence = ""] = /^`+/.exec(span) ?? [];
        const runs = span.match(/`+/g) ?? [];
        // The fence opens and closes it, and no other run is as long.
        expect([runs[0], runs.at(-1)]).toEqual([fence, fence]);
        expect(runs.slice(1, -1).filter((run) => run.length >= fence.length)).toEqual([]);
        expect(span).not.toMatch(/\n/);
      }),
    );
  });
});

describe("a message as Markdown", () => {
  it.each([
    ["keeps code spans", "`a_b` and ``c`d`` changed", "`a_b` and ``c`d`` changed"],
    ["has no HTML", "<img src=x> &lt;", "\\<img src=x\\> \\&lt;"],
    ["has no links and no pictures", "![x](y) [z]", "!\\[x\\](y) \\[z\\]"],
    ["has no emphasis", "*a* __b__ ~~c~~", "\\*a\\* \\_\\_b\\_\\_ \\~\\~c\\~\\~"],
    ["has no cells", "a|b", "a\\|b"],
    ["has no formulas", "$x$", "\\$x\\$"],
    ["mentions nobody", "@everybody a@b.example", "@&#8203;everybody a@&#8203;b.example"],
    ["refers to no issue", "#12 org/repo#3 GH-4 high-5", "\\#&#8203;12 org/repo#&#8203;3 GH&#8203;-4 high-5"],
    ["links no address", "https://a.example www.b.example", "https:&#8203;//a.example www&#8203;.b.example"],
    ["is one line", "a\n\n</details>\r\n# b", "a\\\\n\\\\n\\</details\\>\\\\r\\\\n# b"],
    ["is no heading", "# a", "\\# a"],
    ["is no list", "- a", "\\- a"],
    ["is no other list", "+ a", "\\+ a"],
    ["is no numbered list", "1. a", "1\\. a"],
    ["is no numbered list with a bracket", "12) a", "12\\) a"],
    ["is no code by its indentation", "     a", "a"],
    ["underlines nothing", "===", "\\==="],
    ["begins no code that it does not end", "a ` b", "a \\` b"],
    ["begins no code whose end has another length", "``a` <b>", "\\`\\`a\\` \\<b\\>"],
    ["escapes a backslash in front of a code span", "\\`<b>`", "\\\\`<b>`"],
  ])("%s", (_name, message, expected) => {
    expect(markdown(message)).toBe(expected);
  });

  it("leaves no character outside of code spans that Markdown or HTML reads", () => {
    const text = fc.string({ unit: fc.constantFrom(..."`` <>[]*_|\\a\n#@") });
    fc.assert(
      fc.property(text, (message) => {
        const spans = /\\.|(?<!`)(`+)(?!`).*?[^`]\1(?!`)/g;
        expect(markdown(message).replace(spans, "")).not.toMatch(/[`<>[\]*_|\n]/);
      }),
    );
  });
});
