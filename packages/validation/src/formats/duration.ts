const DURATION =
  /^P(?!$)(?:\d+W|(?:\d+Y(?:\d+M(?:\d+D)?)?|\d+M(?:\d+D)?|\d+D)?(?:T(?:\d+H(?:\d+M(?:\d+S)?)?|\d+M(?:\d+S)?|\d+S))?)$/;

/** `duration` of RFC 3339 appendix A: no fractions, no gaps between units, weeks alone. Designators are capital letters. */
export function isDuration(text: string): boolean {
  return DURATION.test(text);
}
