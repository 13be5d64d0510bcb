/**
 * `format: uri` for peers without it, whose word for a URL means what browsers take, blanks included: a scheme, then the
 * characters of RFC 3986, percent-encoding complete. The whole grammar would be several patterns.
 */
export const URI: RegExp = /^[a-z][a-z\d+.-]*:([\w.~:/?#[\]@!$&'()*+,;=-]|%[\da-f]{2})*$/i;
