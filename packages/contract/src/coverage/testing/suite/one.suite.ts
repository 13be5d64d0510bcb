import { test } from "vitest";
import { recordExchanges } from "../../record-exchanges.ts";
import { exchange } from "../things.ts";

test("records an exchange", () => {
  recordExchanges("mock")(
    exchange({ method: "GET", path: "/things", headers: { authorization: "" }, response: ["one"] }),
  );
});
