/** True for a keyword that says something to people or to tools, and nothing about values. */
export function isAnnotation(keyword: string): boolean {
  return /^(title|description|examples?|default|deprecated|\$comment|\$schema|x-.*)$/.test(keyword);
}
