import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { binaryCodec } from "./body-codec.ts";
import { chooseMediaType } from "./full-wire.ts";
import { bindOperation } from "./testing/client-parts.ts";
import { fullClient, getting, posting } from "./testing/full-definition.ts";
import { serve, text } from "./testing/serve.ts";

/** Test runners give each test file a realm of its own, whose classes are not those of what the runtime returns. */
const foreign = (expression: string): unknown => runInNewContext(expression);

describe("values of another realm", () => {
  it("as the empty body of a request with a key in its query", async () => {
    const server = await serve(text(204, ""));
    class ForeignRequest extends Request {
      override arrayBuffer = async () => foreign("new ArrayBuffer(0)") as ArrayBuffer;
    }
    const operation = getting({ security: [["QueryKey"]] });
    await fullClient(operation, { baseUrl: server.url, queryKey: "k", Request: ForeignRequest }).call();
    expect(server.received[0]?.url).toBe("/v1/things?key=k");
  });

  it.each([
    "new Uint8Array([104, 105]).buffer",
    "new Uint8Array([104, 105])",
    "new DataView(new Uint8Array([104, 105]).buffer)",
  ])("as bytes of a body: %s", async (expression) => {
    const server = await serve(text(204, ""));
    const bytes = posting({ "application/octet-stream": {} });
    await fullClient(bytes, { baseUrl: server.url }).call(foreign(expression));
    expect(server.received[0]?.body).toBe("hi");
    const form = posting({ "multipart/form-data": { fields: { file: { type: "file" } } } });
    await fullClient(form, { baseUrl: server.url }).call({ file: foreign(expression) });
    expect(server.received[1]?.body).toContain('filename="blob"');
    expect(server.received[1]?.body).toContain("\r\n\r\nhi\r\n");
  });

  it("as a Blob, which says what it is", () => {
    const operation = bindOperation(posting({ "image/*": {} }));
    const blob = { type: "image/svg+xml", [Symbol.toStringTag]: "Blob" };
    const chosen = chooseMediaType(operation, blob, undefined);
    expect(chosen.contentType).toBe("image/svg+xml");
    expect(binaryCodec.encode(blob, {})).toBe(blob);
  });
});
