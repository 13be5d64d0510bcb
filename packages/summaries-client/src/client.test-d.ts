// Checked by `tsc`: a wrong call does not compile.
import type { CallSummary, CallSummaryPage } from "@earmark/summaries-types";
import { createSummariesClient, type Paged } from "./generated/client.gen.js";

const summaries = createSummariesClient({ accountSid: "AC…", authToken: "…" });

// Without parameters, since none is required.
const list: Paged<CallSummaryPage, CallSummary> = summaries.listCallSummaries();
summaries.listCallSummaries({ SpamAnnotation: true, QualityIssueAnnotation: ["echo"] }, { deadline: 5_000 });

// @ts-expect-error there is no such parameter
summaries.listCallSummaries({ Spam: true });
// @ts-expect-error a list of values, not a string with commas
summaries.listCallSummaries({ QualityIssueAnnotation: "echo,owa" });
// @ts-expect-error not one of the values
summaries.listCallSummaries({ AnsweredByAnnotation: "robot" });
// @ts-expect-error a boolean, not a string
summaries.listCallSummaries({ SpamAnnotation: "true" });

async function results(): Promise<unknown[]> {
  // Awaited, it is a page; iterated, its calls and those of the pages behind it.
  const page: CallSummaryPage = await list;
  const seen: unknown[] = [page];
  for await (const call of list) {
    const sid: string | null | undefined = call.call_sid;
    // @ts-expect-error a call is not a page
    seen.push(sid, call.meta);
  }
  for await (const { meta } of list.pages()) seen.push(meta?.page);
  return seen;
}

export { results };
