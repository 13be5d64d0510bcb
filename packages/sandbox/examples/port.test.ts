import { createSandbox } from "@earmark/sandbox";
import { listen } from "@earmark/sandbox/node";
import { createSqliteStore } from "@earmark/sandbox/sqlite";
import { expect, test } from "vitest";

test("a sandbox on a port, which forgets nothing", async () => {
  const store = createSqliteStore(":memory:"); // or the name of a file
  const { url, close } = await listen(createSandbox({ store }), { port: 0 });
  const response = await fetch(`${url}/v1/Voice/CA00000000000000000000000000000000/Annotation`);
  expect(response.status).toBe(401);
  await close();
  store.close();
});
