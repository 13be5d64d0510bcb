import { expect, it } from "vitest";
import { isALabel } from "./a-label.ts";

// The contextual rules of RFC 5892 appendix A, and those of RFC 5891 section 4.2.3. Behind each label is what it encodes.
const VALID: readonly (readonly [what: string, label: string])[] = [
  ["ZERO WIDTH NON-JOINER after a virama", "xn--11b2ezcs70k"], // U+0915 U+094D U+200C U+0937
  ["ZERO WIDTH NON-JOINER between letters that would join", "xn--ngba5hb2804a"], // U+0628 U+064A U+200C U+0628 U+064A
  ["ZERO WIDTH NON-JOINER between letters that would join, with marks", "xn--ngba8ha8704a"], // U+0628 U+064B U+200C U+064B U+0628
  ["ZERO WIDTH JOINER after a virama", "xn--11b2ezcw70k"], // U+0915 U+094D U+200D U+0937
  ["MIDDLE DOT between two l", "xn--ll-0ea"], // l U+00B7 l
  ["KERAIA before Greek", "xn--wva3je"], // U+03B1 U+0375 U+03B2
  ["GERESH after Hebrew", "xn--4dbc5h"], // U+05D0 U+05F3 U+05D1
  ["GERSHAYIM after Hebrew", "xn--4dbc8h"], // U+05D0 U+05F4 U+05D1
  ["KATAKANA MIDDLE DOT before Hiragana", "xn--k8j5u"], // U+30FB U+3041
  ["KATAKANA MIDDLE DOT after Han", "xn--vek678f"], // U+4E08 U+30FB
  ["Arabic-Indic digits", "xn--ngba1o"], // U+0628 U+0660 U+0628
  ["extended Arabic-Indic digits", "xn--ngba31d"], // U+0628 U+06F0 U+0628
  ["a mark behind its letter", "xn--l2b0c"], // U+0928 U+093F
  ["a hyphen inside", "xn----dhab"], // U+00FC - U+00FC
  ["two hyphens behind the third character", "xn-----wkaaac"], // U+00FC U+00FC U+00FC - - U+00FC
  ["an exception of RFC 5892", "xn--fa-hia"], // f a U+00DF
];
const INVALID: readonly (readonly [what: string, label: string])[] = [
  ["ZERO WIDTH NON-JOINER without a virama", "xn--11b2e898f"], // U+0915 U+200C U+0937
  ["ZERO WIDTH NON-JOINER before nothing", "xn--ngb2ew20h"], // U+0628 U+064A U+200C
  ["ZERO WIDTH NON-JOINER behind nothing", "xn--ngb2eu20h"], // U+200C U+0628 U+064A
  ["ZERO WIDTH NON-JOINER behind a letter that does not join the next", "xn--mgbc799q"], // U+0627 U+200C U+0628
  ["ZERO WIDTH NON-JOINER before a letter that does not join", "xn--a-0mc899q"], // U+0628 U+200C a
  ["ZERO WIDTH JOINER without a virama", "xn--11b2er09f"], // U+0915 U+200D U+0937
  ["ZERO WIDTH JOINER behind nothing", "xn--02b508i"], // U+200D U+0937
  ["ZERO WIDTH JOINER behind a mark of class 7", "xn--11b2eo874u"], // U+0915 U+093C U+200D U+0937
  ["ZERO WIDTH JOINER behind a mark of class 8", "xn--1ug815dyg"], // U+304B U+3099 U+200D
  ["MIDDLE DOT behind another letter", "xn--al-0ea"], // a U+00B7 l
  ["MIDDLE DOT before another letter", "xn--la-0ea"], // l U+00B7 a
  ["MIDDLE DOT at the end", "xn--l-gda"], // l U+00B7
  ["MIDDLE DOT at the beginning", "xn--l-fda"], // U+00B7 l
  ["KERAIA before another script", "xn--s-jib3p"], // U+03B1 U+0375 s
  ["KERAIA at the end", "xn--wva3j"], // U+03B1 U+0375
  ["GERESH behind another script", "xn--a-2hc5h"], // a U+05F3 U+05D1
  ["GERESH at the beginning", "xn--5db1e"], // U+05F3 U+05D1
  ["GERSHAYIM behind another script", "xn--a-2hc8h"], // a U+05F4 U+05D1
  ["GERSHAYIM at the beginning", "xn--5db3e"], // U+05F4 U+05D1
  ["KATAKANA MIDDLE DOT among other scripts", "xn--defabc-k64e"], // d e f U+30FB a b c
  ["both kinds of Arabic-Indic digits", "xn--ngb6iyr"], // U+0628 U+0660 U+06F0
  ["a mark at the beginning", "xn--hello-txk"], // U+0903 h e l l o
  ["a hyphen at the beginning", "xn----eha"], // - U+00FC
  ["a hyphen at the end", "xn----dha"], // U+00FC -
  ["hyphens in the third and fourth place", "xn-----wkaac"], // U+00FC U+00FC - - U+00FC
  ["what is not in NFC", "xn--u-ccb"], // u U+0308
  ["a capital letter", "xn--wca"], // U+00DC
  ["a character that is not allowed", "xn--tda872v"], // U+00FC U+302E
  ["a forbidden character before an allowed one", "xn--a-dha155z"], // U+00FC U+2603 a
  ["ASCII alone", "xn--abc-"], // a b c
];

it.each(VALID)("takes %s", (_what, label) => {
  expect(isALabel(label)).toBe(true);
  expect(isALabel(label.toUpperCase())).toBe(true);
});

it.each([...INVALID, ["what is not Punycode", "xn--\u00fc"], ["a number that never ends", "xn--99999"]] as const)(
  "refuses %s",
  (_what, label) => {
    expect(isALabel(label)).toBe(false);
  },
);
