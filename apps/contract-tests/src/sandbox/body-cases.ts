import {
  type Case,
  type ContractOperation,
  expectRefusal,
  expectSuccess,
  FORM,
  formBody,
  rightRequest,
  send,
  type Target,
} from "@earmark/contract";
import { expect } from "vitest";
import { facts } from "./facts.ts";

/** How a body may be announced, and how large it may be. */
export function bodyCases(operation: ContractOperation): readonly Case<Target>[] {
  const form = formBody(operation);
  if (form === undefined) return [];
  const { method } = operation;
  const [field = ""] = Object.entries(form.fields).find(([, { type }]) => type === "string") ?? [];
  const sent = (headers: Readonly<Record<string, string>>, body: string) => rightRequest(operation, { headers, body });
  const accepted = [
    "application/x-www-form-urlencoded; charset=UTF-8",
    "Application/X-WWW-Form-URLEncoded;charset=utf-8",
    'application/x-www-form-urlencoded ; boundary=x ; charset="utf-8"',
    "application/x-www-form-urlencoded;charset=utf8",
  ];
  const others = ["", `${FORM}x`, "application/json", `${FORM};charset=iso-8859-1`, `${FORM};a=b;charset="utf-16"`];
  const nothing = [
    sent({ "content-type": FORM }, ""),
    sent({ "content-type": "text/plain" }, ""),
    rightRequest(operation),
  ];
  return [
    ...accepted.map((type) => ({
      name: `${method} takes a form as ${type}`,
      check: async (server: Target) =>
        expect(await send(sent({ "content-type": type }, "Unlisted=1"), server)).toMatchObject({ status: 400 }),
    })),
    {
      name: `${method} does not take a form that is compressed, in other characters than UTF-8, or not called one`,
      check: async (server) => {
        const wrong = [
          { "content-type": FORM, "content-encoding": "gzip" },
          ...others.map((type) => ({ "content-type": type })),
        ];
        for (const headers of wrong) expectRefusal(await send(sent(headers, "a=b"), server), 415, 20415, FORM);
        const plain = { "content-type": FORM, "content-encoding": "identity" };
        expectRefusal(await send(sent(plain, "Unlisted=1"), server), 400, 20001, "Unlisted");
      },
    },
    {
      name: `${method} says where a form cannot be decoded`,
      check: async (server) => {
        for (const broken of ["%", "%zz", "%ff"]) {
          const answer = await send(sent({ "content-type": FORM }, `Unlisted=1&${broken}`), server);
          expectRefusal(answer, 400, 20001, "at character 11");
        }
      },
    },
    {
      name: `${method} takes nothing for no change`,
      check: async (server) => {
        const [first, ...others] = await Promise.all(nothing.map((each) => send(each, server)));
        if (first === undefined) return;
        if (operation.generated.requestBody?.required) expect(first.status).toBe(400);
        else expectSuccess(operation, first);
        for (const other of others) expect(facts(other)).toEqual(facts(first));
      },
    },
    {
      name: `${method} takes 64 KiB and no more`,
      check: async (server) => {
        const body = `${field}=${"a".repeat(65_536 - field.length - 1)}`;
        expectRefusal(await send(sent({ "content-type": FORM }, body), server), 400, 20001, field);
        expectRefusal(await send(sent({ "content-type": FORM }, `${body}a`), server), 413, 20413, "65536");
        expectRefusal(await send(sent({ "content-type": "text/plain" }, `${body}a`), server), 415, 20415, FORM);
      },
    },
    {
      name: `${method} says in few words what is wrong with thousands of fields`,
      check: async (server) => {
        const body = Array.from({ length: 9_000 }, (_, index) => index.toString(36)).join("&");
        const answer = await send(sent({ "content-type": FORM }, body), server);
        // The first ten, that there are more, and what could have been meant.
        expectRefusal(answer, 400, 20001, "; and more");
        expect(JSON.parse(answer.body).message.split("; ")).toHaveLength(11);
        for (const known of Object.keys(form.fields)) expect(answer.body).toContain(known);
        expect(answer.body.length).toBeLessThan(3_000);
      },
    },
  ];
}
