const EMAIL =
  /^[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*@[a-z\d]([a-z\d-]{0,61}[a-z\d])?(\.[a-z\d]([a-z\d-]{0,61}[a-z\d])?)*$/i;

/** `Mailbox` of RFC 5321 section 4.1.2 with a dot-string local part and a domain name. */
export function isEmail(text: string): boolean {
  return EMAIL.test(text);
}
