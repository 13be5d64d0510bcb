// What emitted validators import. Every function stands alone, so a bundler keeps only those that are used.
export { report, reportUnion } from "./check.ts";
export { allUnique, deepEqual, ownValue } from "./equality.ts";
export { mergeEvaluated, noneEvaluated } from "./evaluated.ts";
export { isDate, isDateTime, isTime } from "./formats/date-time.ts";
export { isEmail } from "./formats/email.ts";
export { isInt32, isInt64 } from "./formats/integer.ts";
export { isUri } from "./formats/uri.ts";
export { isUuid } from "./formats/uuid.ts";
export { isObject } from "./is-object.ts";
export { issuesOf } from "./issues-of.ts";
export { makeEnumValidator, makeValidator } from "./make-validator.ts";
export { isMultipleOf } from "./multiple-of.ts";
export { isLonger, isShorter } from "./string-length.ts";
