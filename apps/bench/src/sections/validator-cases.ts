import { invalidAnnotation, validAnnotation } from "../agreement/annotation-values.ts";
import { invalidUpdate, validUpdate } from "../agreement/update-values.ts";
import type { Checker } from "../checkers/checker.ts";
import type { SchemaName } from "../checkers/schema-name.ts";

export interface ValidatorCase {
  readonly title: string;
  readonly schema: SchemaName;
  /** The call whose time is taken. */
  call(checker: Checker): () => unknown;
}

export function validatorCases(): readonly ValidatorCase[] {
  return [
    { title: "Annotation, valid: is it?", schema: "Annotation", call: answer(validAnnotation) },
    { title: "Annotation, wrong in five places: is it?", schema: "Annotation", call: answer(invalidAnnotation) },
    { title: "Annotation, wrong in five places: all issues", schema: "Annotation", call: issues(invalidAnnotation) },
    { title: "UpdateAnnotationRequest, valid: is it?", schema: "UpdateAnnotationRequest", call: answer(validUpdate) },
    {
      title: "UpdateAnnotationRequest, wrong in one place: is it?",
      schema: "UpdateAnnotationRequest",
      call: answer(invalidUpdate),
    },
  ];
}

function answer(value: object): ValidatorCase["call"] {
  return (checker) => {
    const next = parsedCopies(value);
    return () => checker.is(next());
  };
}

function issues(value: object): ValidatorCase["call"] {
  return (checker) => {
    const next = parsedCopies(value);
    return () => checker.issues(next());
  };
}

/** One of several equal values each time, as `JSON.parse` makes them: of a single one, an engine could remember too much. */
function parsedCopies(value: object): () => unknown {
  const text = JSON.stringify(value);
  const copies = Array.from({ length: 16 }, (): unknown => JSON.parse(text));
  let calls = 0;
  return () => copies[calls++ % copies.length];
}
