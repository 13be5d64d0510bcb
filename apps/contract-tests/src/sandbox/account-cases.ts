import {
  type Case,
  type ContractOperation,
  exampleCall,
  expectRefusal,
  expectSuccess,
  identityOf,
  type MakeSandbox,
  rightRequest,
  type Subject,
  send,
  subjectsOf,
} from "@earmark/contract";
import { type Fixture, SettingsError } from "@earmark/sandbox";
import { expect } from "vitest";

const url = "https://target.example";
const sid = (prefix: string, digit: string): string => prefix + digit.repeat(32);

/** Users with the account that they come in to with each secret, or that they come in to with any. */
const ACCOUNTS: NonNullable<Fixture["accounts"]> = {
  [sid("SK", "1")]: sid("AC", "a"),
  [sid("SK", "2")]: { account_sid: sid("AC", "a"), secret: "only this" },
  [sid("SK", "3")]: { secret: "only this" },
  [sid("SK", "4")]: { account_sid: sid("AC", "B") },
  [sid("SK", "5")]: {},
  [sid("AC", "6")]: { secret: "only this" },
  [sid("AC", "7")]: sid("AC", "7"),
};

/** A fixture says who is let in with what, and to which account; nobody else meets anything new. */
export function accountCases(operations: readonly ContractOperation[]): readonly Case<MakeSandbox>[] {
  const unlisted = [sid("AC", "8"), sid("AC", "F"), sid("SK", "9"), sid("SK", "E")];
  const cases = subjectsOf(operations).flatMap((subject) =>
    [...Object.keys(ACCOUNTS), ...unlisted].map(
      (user): Case<MakeSandbox> => ({
        name: `${subject.resource.read} lets ${user} in as the fixture says`,
        check: async (make) => {
          for (const secret of ["only this", "only", "only this too", "other"])
            await expectAccount(make, subject, user, secret);
        },
      }),
    ),
  );
  const wrong = WRONG.map(
    ([what, accounts, problem]): Case<MakeSandbox> => ({
      name: `a fixture is refused with ${what}, and no secret is told`,
      check: (make) => {
        // Whatever its type forbids, a file may hold.
        const start = () => make({ fixture: { accounts: accounts as NonNullable<Fixture["accounts"]> } });
        expect(start).toThrow(SettingsError);
        expect(start).toThrow(problem);
        expect(start).not.toThrow(/hush/);
      },
    }),
  );
  return [...cases, ...wrong];
}

async function expectAccount(make: MakeSandbox, subject: Subject, user: string, secret: string): Promise<void> {
  const { resource, read } = subject;
  const given = Object.hasOwn(ACCOUNTS, user) ? ACCOUNTS[user] : undefined;
  const known = typeof given === "string" ? { account_sid: given } : given;
  const headers = { authorization: `Basic ${btoa(`${user}:${secret}`)}` };
  const { fetch } = make({ fixture: { accounts: ACCOUNTS } });
  const answer = await send(rightRequest(read, { headers }), { url, fetch });
  if (known?.secret !== undefined && known.secret !== secret) {
    expectRefusal(answer, 401, 20003, "Authenticate");
    return;
  }
  const account = known?.account_sid ?? user.replace("SK", "AC");
  expectSuccess(read, answer);
  expect(JSON.parse(answer.body)).toEqual(resource.blank(identityOf(read, account, exampleCall(read).parameters, url)));
}

const WRONG: readonly (readonly [what: string, accounts: object, problem: string])[] = [
  ["a user that is none", { SK1: sid("AC", "1") }, "SK1"],
  ["an account that is none", { [sid("SK", "1")]: "AC1" }, sid("SK", "1")],
  ["an account of another account", { [sid("AC", "1")]: sid("AC", "2") }, "can be no other"],
  ["a secret that is none", { [sid("SK", "1")]: { secret: ["hush"] } }, "secret"],
  ["an empty secret", { [sid("SK", "1")]: { secret: "" } }, "secret"],
  ["more about a user than there is to say", { [sid("SK", "1")]: { name: "x" } }, "name"],
  ["a list of users", [sid("AC", "1")], "accounts"],
];
