import { schemas } from "@earmark/annotation-client/schemas";
import { describe, expect, test } from "vitest";
import { documentFile } from "./document/document-file.ts";
import { readOperations } from "./document/operations.ts";
import { constraints } from "./violations/constraints.ts";
import { resolveIn } from "./violations/resolve.ts";

const operations = await readOperations(documentFile);

describe("the operation table", () => {
  test.for(operations)("has what the document says about $method", ({ generated, documented }) => {
    const { request, responses, path, method } = documented;
    expect(generated).toMatchObject({ path, method: method.toUpperCase() });
    expect(Object.keys(generated.responses)).toEqual(responses.map(({ code }) => code));
    for (const { code, contents = [] } of responses) {
      expect(Object.keys(generated.responses[code]?.content ?? {})).toEqual(contents.map(({ mediaType }) => mediaType));
    }
    const parameters = [...(request?.path ?? []), ...(request?.query ?? []), ...(request?.headers ?? [])];
    expect(generated.parameters.map(({ name, required }) => ({ name, required }))).toEqual(
      parameters.map(({ name, required = false }) => ({ name, required })),
    );
    expect(Object.keys(generated.requestBody?.content ?? {})).toEqual(
      (request?.body?.contents ?? []).map(({ mediaType }) => mediaType),
    );
  });
});

describe("the generated schemas", () => {
  const resolve = resolveIn(schemas);
  const places = operations.flatMap(({ generated, documented, method }) => [
    ...generated.parameters.map(({ name, schema }) => {
      const all = [documented.request?.path, documented.request?.query, documented.request?.headers].flat();
      return { name: `${method} ${name}`, schema, documented: all.find((each) => each?.name === name)?.schema };
    }),
    ...Object.entries(generated.requestBody?.content ?? {}).map(([type, { schema = "" }]) => {
      const content = documented.request?.body?.contents?.find(({ mediaType }) => mediaType === type);
      return { name: `${method} ${type}`, schema, documented: content?.schema };
    }),
    ...documented.responses.flatMap(({ code, contents = [] }) =>
      contents.map((content) => {
        const schema = generated.responses[code]?.content?.[content.mediaType]?.schema ?? "";
        return { name: `${method} ${code} ${content.mediaType}`, schema, documented: content.schema };
      }),
    ),
  ]);

  test.for(places)("say what the document says about $name", ({ schema, documented }) => {
    const reference = { $ref: `#/components/schemas/${schema}` };
    expect(constraints(reference, resolve)).toEqual(constraints(documented, resolve));
  });
});
