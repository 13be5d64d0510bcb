/** Keywords that a folder has no code for, on purpose: their names, by why. */
export type LeftOut = Readonly<Record<string, string>>;

/** For lack of a use. What makes values or faults throws where it meets such a keyword. */
export const REFUSED = "No document under contract has it; one that does is refused.";

export const WITHIN_IF = "It is known as the condition of `if` alone.";

/** What nothing that makes values or faults has code for. */
export const NOT_YET: LeftOut = {
  "No document under contract has it, and nothing is made for it yet.":
    "exclusiveMinimum exclusiveMaximum multipleOf minContains maxContains minProperties maxProperties dependentRequired " +
    "not dependentSchemas unevaluatedItems prefixItems patternProperties propertyNames unevaluatedProperties $dynamicRef",
  "A generated schema says it in `type`.": "nullable",
};
