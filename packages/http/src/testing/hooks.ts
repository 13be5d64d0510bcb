import { expect, onTestFinished } from "vitest";
import type { ClientOptions } from "../client-options.ts";
import { type HookContext, type Hooks, withHooks } from "../with-hooks.ts";
import { annotation, type TestClient, testClient } from "./definition.ts";
import { json, type Responder } from "./serve.ts";

export const ok: Responder = json(200, annotation);

/** Notes what each hook is called with. */
export function recorder(): {
  readonly events: [hook: string, seen: unknown, context: HookContext][];
  readonly hooks: Hooks;
} {
  const events: [string, unknown, HookContext][] = [];
  const note = (hook: string) => (seen: unknown, context: HookContext) => {
    events.push([hook, seen, context]);
    return undefined;
  };
  const names = ["onRequest", "onResponse", "onRetry", "onError"];
  return { events, hooks: Object.fromEntries(names.map((name) => [name, note(name)])) };
}

/** A client with one set of hooks. Where one of them throws, the test fails, unless it has an `onHookError` of its own. */
export function hooked(baseUrl: string, hooks: Hooks, options: ClientOptions = {}): TestClient {
  const errors: unknown[] = [];
  onTestFinished(() => expect(errors).toEqual([]));
  const onHookError = (error: unknown) => errors.push(error);
  return testClient({ baseUrl, hooks: [withHooks({ onHookError, ...hooks })], ...options });
}

/** Long enough for hooks that no call waits for. */
export function later(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 5));
}

export function raise(error: Error): never {
  throw error;
}
