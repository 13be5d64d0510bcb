import type { CallInput, Peer } from "@earmark/contract";
import { camelCase, declaredValues, officialLibrary, snakeCase } from "../official-library.ts";

/** What the version of it that is installed knows. */
const FIELDS = ["AnsweredBy", "ConnectivityIssue", "QualityIssues", "Spam", "CallScore", "Comment", "Incident"];

const values = () =>
  declaredValues("insights/v1/call/annotation", {
    AnsweredBy: "AnnotationAnsweredBy",
    ConnectivityIssue: "AnnotationConnectivityIssue",
  });

/** The official Node library. Its documentation has a list as text with commas. */
export const twilio: Peer = {
  name: "the official Node library",
  fields: FIELDS,
  values,
  connect: connectWith((list) => list.join()),
};

/** The same with arrays, which its declaration forbids and its users write: one key per item on the wire. */
export const twilioWithArrays: Peer = {
  name: "the official Node library, given arrays",
  fields: FIELDS,
  values,
  connect: connectWith((list) => list),
};

function connectWith(listed: (list: readonly unknown[]) => unknown): Peer["connect"] {
  return async (target, credentials) => {
    const { insights } = await officialLibrary(target, credentials);
    const annotation = ({ parameters }: CallInput) => insights.v1.calls(String(parameters.CallSid)).annotation();
    return {
      fetchAnnotation: async (input) => snakeCase((await annotation(input).fetch()).toJSON()),
      updateAnnotation: async (input) =>
        snakeCase((await annotation(input).update(camelCase(Object(input.body), listed))).toJSON()),
    };
  };
}
