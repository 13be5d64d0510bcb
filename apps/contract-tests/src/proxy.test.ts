import { describe, expect } from "vitest";
import { documentFile } from "./document/document-file.ts";
import { exampleParameters, requestExamples } from "./document/examples.ts";
import { readOperations } from "./document/operations.ts";
import { findings } from "./prism/findings.ts";
import { send } from "./tap/send.ts";
import { call, contractClient } from "./targets/contract-client.ts";
import { test } from "./targets/test.ts";
import { validator } from "./targets/validator.ts";
import { rightRequest } from "./violations/right-request.ts";

const operations = await readOperations(documentFile);

// Prism proxies to the sandbox and says what is wrong with either side of an exchange, in the header of the answer.
describe("the proxy over the sandbox", () => {
  test.for(requestExamples(operations))("has nothing to say about $name", async ({ operation, value }, { proxy }) => {
    const args = [exampleParameters(operation), value];
    const data = await call(contractClient({ baseUrl: proxy.url }), operation.method, args);

    expect(proxy.exchanges.flatMap(({ answer }) => findings(answer))).toEqual([]);
    expect(validator("strict", "Annotation").issues(data)).toEqual([]);
  });

  test("reads back what was written, and has nothing to say about it", async ({ proxy }) => {
    const client = contractClient({ baseUrl: proxy.url });
    const parameters = { CallSid: "CA00000000000000000000000000000001" };
    const untouched = await client.fetchAnnotation(parameters);
    const updated = await client.updateAnnotation(parameters, {
      AnsweredBy: "machine",
      CallScore: 5,
      Comment: "ñ, 😀 & +",
    });
    const cleared = await client.updateAnnotation(parameters, { CallScore: null, QualityIssues: ["echo", "dtmf"] });
    const last = await client.fetchAnnotation(parameters);

    expect(untouched).toMatchObject({ call_sid: parameters.CallSid, answered_by: null, comment: null });
    expect(updated).toEqual({ ...untouched, answered_by: "machine", call_score: 5, comment: "ñ, 😀 & +" });
    expect(cleared).toEqual({ ...updated, call_score: null, quality_issues: ["echo", "dtmf"] });
    expect(last).toEqual(cleared);
    expect(proxy.exchanges.map(({ answer }) => findings(answer))).toEqual([[], [], [], []]);
  });

  test.for(operations)("reports a wrong $method, so that its silence means something", async (operation, { proxy }) => {
    const answer = await send(rightRequest(operation, { parameters: { CallSid: "CA1" } }), proxy.url);
    expect(findings(answer)).toContainEqual({ location: "path.callsid", code: "pattern" });
  });
});
