import type { Method } from "./method.ts";

/** A key of a Responses Object in its usual spelling: `200`, `4XX`, `default`. */
export function usualStatus(status: string): string {
  return /^default$/i.test(status) ? "default" : status.toUpperCase();
}

/** Whether a key of a Responses Object is a status, a range of them or `default`, in upper or lower case. */
export function isStatus(key: string): boolean {
  return /^([1-9]\d\d|[1-5]XX|default)$/i.test(key);
}

/** Whether a status or a range is of successes: `201`, `2XX`. `default` is not. */
export function isSuccess(status: string): boolean {
  return status.startsWith("2");
}

/** Whether a response is what a call results in: a success, or `default` where no other of `all` is one. */
export function isResult(status: string, all: readonly string[]): boolean {
  return isSuccess(status) || (status === "default" && !all.some(isSuccess));
}

/** Whether a response never has content, even if a document gives it some (RFC 9110 sections 6.4.1 and 15.3.6). */
export function hasNoContent(method: Method, status: string): boolean {
  return method === "head" || /^(1..|204|205|304)$/.test(status);
}
