import { describe } from "vitest";
import { readOperations } from "./document/operations.ts";
import { rightAnswerCases, wrongAnswerCases } from "./layers/scripted.ts";
import { test } from "./targets/test.ts";

const operations = await readOperations();

// A server that answers as it is told, so that Prism's silence about answers means something.
describe.concurrent("Prism's proxy over scripted answers", () => {
  test.for([...rightAnswerCases(operations), ...wrongAnswerCases(operations)])("$name", ({ check }, { scripted }) =>
    check(scripted),
  );
});
