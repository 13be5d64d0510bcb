import { decodePunycode } from "./punycode.ts";

// RFC 5892 section 3. The categories up to "Unstable" and "IgnorableProperties" are properties of Unicode itself.
const DISALLOWED =
  /[\u0640\u07fa\u302e\u302f\u3031-\u3035\u303b\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]|[\u20d0-\u20ff\u{1d100}-\u{1d24f}]/u;
const EXCEPTION = /[\u00df\u03c2\u06fd\u06fe\u0f0b\u3007]/;
const UNSTABLE = /[\p{Changes_When_NFKC_Casefolded}\p{Default_Ignorable_Code_Point}]/u;
const LETTER_OR_DIGIT = /[a-z\d\p{L}\p{Nd}\p{Mn}\p{Mc}-]/u;

const CJK = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
const ARABIC_INDIC = /[\u0660-\u0669]/;
const EXTENDED_ARABIC_INDIC = /[\u06f0-\u06f9]/;
const JOINS_NEXT =
  /[\u0620\u0626\u0628\u062a-\u062e\u0633-\u063f\u0641-\u0647\u0649\u064a\u066e\u066f\u0678-\u0687\u069a-\u06bf\u06c1\u06c2\u06cc\u06ce\u06d0\u06d1\u06fa-\u06fc\u06ff]\p{Mn}*$/u;
const JOINS_PREVIOUS =
  /^\p{Mn}*[\u0620\u0622-\u063f\u0641-\u064a\u066e\u066f\u0671-\u0673\u0675-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06fc\u06ff]/u;

/**
 * Whether an `xn--` label of at most 63 characters is an A-label: the Punycode of a U-label (RFC 5890 section 2.3.2.1).
 * The Bidi rule of RFC 5893 is not checked, and of the joining types for ZERO WIDTH NON-JOINER those of Arabic only: the
 * language has no tables of either.
 */
export function isALabel(label: string): boolean {
  const text = decodePunycode(label.toLowerCase().slice("xn--".length));
  if (text === undefined || !/[\u0080-\u{10ffff}]/u.test(text)) return false;
  const characters = Array.from(text);
  return (
    text === text.normalize("NFC") &&
    // RFC 5891 sections 4.2.3.1 and 4.2.3.2.
    !/^-|^..--|-$|^\p{M}/u.test(text) &&
    !(ARABIC_INDIC.test(text) && EXTENDED_ARABIC_INDIC.test(text)) &&
    characters.every((character, at) => isAllowed(character, characters.slice(0, at), characters.slice(at + 1)))
  );
}

function isAllowed(character: string, before: readonly string[], after: readonly string[]): boolean {
  return (
    inContext(character, before, after) ??
    (EXCEPTION.test(character) ||
      (LETTER_OR_DIGIT.test(character) && !UNSTABLE.test(character) && !DISALLOWED.test(character)))
  );
}

/** The contextual rules of RFC 5892 appendix A; `undefined` where none applies. */
function inContext(character: string, before: readonly string[], after: readonly string[]): boolean | undefined {
  const previous = before.at(-1) ?? "";
  const next = after[0] ?? "";
  switch (character) {
    case "\u200c":
      return isVirama(previous) || (JOINS_NEXT.test(before.join("")) && JOINS_PREVIOUS.test(after.join("")));
    case "\u200d":
      return isVirama(previous);
    case "\u00b7":
      return previous === "l" && next === "l";
    case "\u0375":
      return /\p{Script=Greek}/u.test(next);
    case "\u05f3":
    case "\u05f4":
      return /\p{Script=Hebrew}/u.test(previous);
    case "\u30fb":
      return CJK.test(before.join("") + after.join(""));
    default:
      return undefined;
  }
}

/** Canonical combining class 9, seen from how normalisation orders it between a mark of class 8 and one of class 10. */
function isVirama(character: string): boolean {
  const of8 = "\u3099";
  const of10 = "\u05b0";
  return (
    character !== "" &&
    (of10 + character).normalize("NFD") === character + of10 &&
    (character + of8).normalize("NFD") === of8 + character
  );
}
