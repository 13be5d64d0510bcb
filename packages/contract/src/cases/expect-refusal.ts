import { expect } from "vitest";
import type { WireAnswer } from "../coverage/exchange.ts";

/** An error as this provider writes them, which says what is wrong and nothing about the server. */
export function expectRefusal(answer: WireAnswer, expected: number, code: number, about: string): void {
  const { status, headers, body } = answer;
  expect(status).toBe(expected);
  expect(headers["content-type"]).toBe("application/json; charset=utf-8");
  const more_info = `https://www.twilio.com/docs/errors/${code}`;
  expect(JSON.parse(body)).toEqual({ code, message: expect.stringContaining(about), more_info, status: expected });
  expect(body).not.toMatch(/\\n\s*at |node_modules|file:\/\//);
}
