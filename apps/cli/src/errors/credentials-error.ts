/** The environment holds no usable pair of credentials. */
export class CredentialsError extends Error {
  override readonly name = "CredentialsError";
}
