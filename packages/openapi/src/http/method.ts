interface MethodRules {
  /** A request does nothing (RFC 9110 section 9.2.1). */
  readonly safe: boolean;
  /** A request that is sent twice does what it does once (RFC 9110 section 9.2.2). */
  readonly idempotent: boolean;
  /** Of a request of this method, `fetch` sends everything, all but the body, or nothing, since it refuses the method. */
  readonly fetch: "everything" | "no body" | "nothing";
}

/**
 * The methods of OpenAPI, in the order of its Path Item Object. The only list of methods at build time.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#path-item-object
 * @see https://fetch.spec.whatwg.org/#methods
 */
const RULES = {
  get: { safe: true, idempotent: true, fetch: "no body" },
  put: { safe: false, idempotent: true, fetch: "everything" },
  post: { safe: false, idempotent: false, fetch: "everything" },
  delete: { safe: false, idempotent: true, fetch: "everything" },
  options: { safe: true, idempotent: true, fetch: "everything" },
  head: { safe: true, idempotent: true, fetch: "no body" },
  patch: { safe: false, idempotent: false, fetch: "everything" },
  trace: { safe: true, idempotent: true, fetch: "nothing" },
} as const;

/** Lower case, as a Path Item Object spells it. */
export type Method = keyof typeof RULES;

export const METHODS: readonly Method[] = Object.keys(RULES) as Method[]; // its own keys alone

/** Whether a field of a Path Item Object holds an operation. */
export function isMethod(field: string): field is Method {
  return Object.hasOwn(RULES, field);
}

export function methodRules(method: Method): MethodRules {
  return RULES[method];
}
