import { createAnnotationClient } from "@earmark/annotation-client";
import { type Hook, withHooks } from "@earmark/http";
import { withTracing } from "@earmark/http/otel";
import { validAnnotation } from "../agreement/values.ts";
import { interleave } from "../measure/interleave.ts";
import { ratioTable } from "../measure/table.ts";
import type { Context, Section } from "./section.ts";

/** Nanoseconds of the processor that a call takes, with and without hooks. */
export async function client({ quick, random }: Context): Promise<Section> {
  const empty: Hook = (fetch) => fetch;
  const candidates = [
    candidate("no hooks", undefined, quick),
    candidate("no hooks, again", undefined, quick),
    candidate("an empty hook", [empty], quick),
    candidate("withHooks, empty", [withHooks({})], quick),
    candidate("withTracing, no SDK", [withTracing()], quick),
  ];
  await interleave(candidates, 2, random);
  const samples = await interleave(candidates, quick ? 2 : 41, random);
  return {
    name: "client",
    title: "Client: a call of fetchAnnotation over a fetch that takes no time",
    tables: [ratioTable("one call", "ns", "no hooks", samples)],
    notes: ["above 1, the client of the row is slower than one without hooks"],
  };
}

function candidate(name: string, hooks: readonly Hook[] | undefined, quick: boolean) {
  const { account_sid: accountSid, call_sid: CallSid }: { account_sid?: string; call_sid?: string } = validAnnotation;
  const body = JSON.stringify(validAnnotation);
  const headers = { "content-type": "application/json" };
  const annotations = createAnnotationClient({
    accountSid: accountSid ?? "",
    authToken: "0123456789abcdef",
    fetch: async () => new Response(body, { headers }),
    ...(hooks && { hooks }),
  });
  const calls = quick ? 20 : 1000;
  return {
    name,
    sample: async () => {
      // Of the processor: a call does nothing else, and the rest of the machine does not count.
      const start = process.cpuUsage();
      for (let call = 0; call < calls; call++) await annotations.fetchAnnotation({ CallSid: CallSid ?? "" });
      const { user, system } = process.cpuUsage(start);
      return ((user + system) / calls) * 1000;
    },
  };
}
