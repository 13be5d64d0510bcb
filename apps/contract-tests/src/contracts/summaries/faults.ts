import type { SandboxFault } from "@earmark/contract";
import { type Body, readingQuery, telling, withField } from "@earmark/contract/mutation";
import { remembering } from "../../faults/remembering.ts";

/** Conditions on what is known of a call. */
const KNOWN = [
  ...["From", "To", "FromCarrier", "ToCarrier", "FromCountryCode", "ToCountryCode", "StartTime", "EndTime"],
  ...["CallType", "CallState", "Direction", "AnsweredBy", "HasTag", "ProcessingState"],
];

/** What a sandbox can get wrong about the list of calls. */
export const summariesFaults: readonly SandboxFault[] = [
  list("lists nothing", () => []),
  list("lists one call too few", (calls) => calls.slice(0, -1)),
  list("lists a call twice", (calls) => [...calls.slice(0, 1), ...calls]),
  list("lists calls in another order", (calls) => calls.toReversed()),
  list("does not say what was noted", (calls) =>
    calls.map((call) => withField("annotation", () => null)(Object(call))),
  ),
  list("does not say where a summary is", (calls) => calls.map((call) => withField("url", () => null)(Object(call)))),
  meta(
    "ends after the first page",
    withField("next_page_url", () => null),
  ),
  meta(
    "does not say where a page is",
    withField("url", () => "Summaries"),
  ),
  readingQuery("does not know the condition AnsweredByAnnotation", (query) => query.delete("AnsweredByAnnotation")),
  readingQuery("does not know the condition ConnectivityIssueAnnotation", (query) =>
    query.delete("ConnectivityIssueAnnotation"),
  ),
  readingQuery("does not know the condition QualityIssueAnnotation", (query) => query.delete("QualityIssueAnnotation")),
  readingQuery("does not know the condition CallScoreAnnotation", (query) => query.delete("CallScoreAnnotation")),
  ...KNOWN.map((name) => readingQuery(`does not know the condition ${name}`, (query) => query.delete(name))),
  readingQuery("has no other order", (query) => query.delete("SortBy")),
  readingQuery("does not count pages", (query) => query.delete("Page")),
  readingQuery("lists spam only", (query) => query.has("SpamAnnotation") && query.set("SpamAnnotation", "true")),
  readingQuery("does not know the size of a page", (query) => query.delete("PageSize")),
  readingQuery(
    "allows pages of any size",
    (query) => Number(query.get("PageSize")) > 1000 && query.set("PageSize", "1000"),
  ),
  remembering("lists the calls of everybody", ({ merge, list: listOf }) => {
    const accounts = new Set<string>();
    return {
      merge: (account, ...change) => {
        accounts.add(account);
        return merge(account, ...change);
      },
      list: async (account) => (await Promise.all([...accounts.add(account)].map((each) => listOf(each)))).flat(),
    };
  }),
];

function list(name: string, spoil: (calls: readonly unknown[]) => readonly unknown[]): SandboxFault {
  return telling(name, (body) =>
    Array.isArray(body.call_summaries) ? { ...body, call_summaries: spoil(body.call_summaries) } : body,
  );
}

function meta(name: string, spoil: (pages: Body) => object): SandboxFault {
  return telling(name, (body) => (body.meta === undefined ? body : { ...body, meta: spoil(Object(body.meta)) }));
}
