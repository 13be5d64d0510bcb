/** A user name and password for Basic authentication. */
export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/**
 * Finds the one pair of options that was given, as `user:password`. Messages name options, never their values.
 */
export function pickCredentials(
  pairs: readonly (readonly [user: string, password: string])[],
  options: Readonly<Record<string, unknown>>,
): string | undefined {
  if (!pairs[0]) return;
  const given = `${pairs.flat().filter((name) => options[name])}`;
  const [user = "", secret = ""] = pairs.find((names) => `${names}` === given) ?? [];
  const { [user]: username, [secret]: password } = options;
  // RFC 7617 section 2: a colon ends the user name.
  if (typeof username === "string" && typeof password === "string" && !username.includes(":")) {
    return `${username}:${password}`;
  }
  throw new TypeError(`Pass ${pairs.join(" or ")} as text; received ${given || "neither"}.`);
}
