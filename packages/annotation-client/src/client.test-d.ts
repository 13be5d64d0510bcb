// Checked by `tsc`: a wrong call does not compile.
import type { Annotation } from "@earmark/annotation-types";
import { createAnnotationClient } from "./generated/client.gen.js";

const CallSid = `CA${"a".repeat(32)}`;
const annotations = createAnnotationClient({ accountSid: "AC…", authToken: "…" });
createAnnotationClient({ apiKey: "SK…", apiSecret: "…", timeout: 1_000, retry: false, responseValidation: "throw" });

const read: Promise<Annotation> = annotations.fetchAnnotation({ CallSid });
const written: Promise<Annotation> = annotations.updateAnnotation(
  { CallSid },
  { AnsweredBy: "human", QualityIssues: ["low_volume"], CallScore: null },
);
annotations.updateAnnotation({ CallSid });
annotations.fetchAnnotation({ CallSid }, { signal: AbortSignal.timeout(1_000), deadline: 5_000 });

// @ts-expect-error CallSid is missing
annotations.fetchAnnotation({});
// @ts-expect-error parameters are missing
annotations.fetchAnnotation();
// @ts-expect-error there is no such parameter
annotations.fetchAnnotation({ CallSid, callSid: CallSid });
// @ts-expect-error there is no such field
annotations.updateAnnotation({ CallSid }, { answeredBy: "human" });
// @ts-expect-error not one of the values
annotations.updateAnnotation({ CallSid }, { AnsweredBy: "robot" });
// @ts-expect-error the scale ends at 5
annotations.updateAnnotation({ CallSid }, { CallScore: 7 });
// @ts-expect-error a score is a number
annotations.updateAnnotation({ CallSid }, { CallScore: "5" });
// @ts-expect-error a list of values, not a string with commas
annotations.updateAnnotation({ CallSid }, { QualityIssues: "low_volume,echo" });
// @ts-expect-error only the score can be cleared
annotations.updateAnnotation({ CallSid }, { Comment: null });
// @ts-expect-error `undefined` is not a value; leave the field out
annotations.updateAnnotation({ CallSid }, { Comment: undefined });
// @ts-expect-error there is no such option
annotations.fetchAnnotation({ CallSid }, { retries: 3 });
// @ts-expect-error half of a pair
createAnnotationClient({ accountSid: "AC…" });
// @ts-expect-error no credentials
createAnnotationClient({});
// @ts-expect-error not a way to validate
createAnnotationClient({ accountSid: "AC…", authToken: "…", responseValidation: "maybe" });

async function results(): Promise<void> {
  const annotation = await read;
  // Every field may be null, and may be missing.
  // @ts-expect-error possibly null or undefined
  annotation.comment.length;
  const score: number | null | undefined = annotation.call_score;
  const { data, error, response } = await annotations.raw.GET("/v1/Voice/{CallSid}/Annotation", {
    params: { path: { CallSid } },
  });
  const status: number = response.status;
  const code: number | undefined = error?.code;
  const comment: string | null | undefined = data?.comment;
  // @ts-expect-error no such path
  annotations.raw.GET("/v1/Voice", {});
  void [score, status, code, comment, written];
}

export { results };
