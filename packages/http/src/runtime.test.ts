import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { realRuntime } from "./runtime.ts";
import { failure } from "./testing/definition.ts";

describe("sleep", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("resolves after its time", async () => {
    const sleeping = realRuntime.sleep(5000, new AbortController().signal);
    await vi.advanceTimersByTimeAsync(5000);
    await expect(sleeping).resolves.toBeUndefined();
  });

  it("rejects with the signal's reason, and leaves no timer to keep the process alive", async () => {
    const controller = new AbortController();
    const sleeping = failure(() => realRuntime.sleep(5000, controller.signal));
    controller.abort("enough");
    expect(await sleeping).toBe("enough");
    expect(vi.getTimerCount()).toBe(0);
  });
});
