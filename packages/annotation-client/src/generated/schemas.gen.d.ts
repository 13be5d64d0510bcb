// Generated from openapi/annotation.yaml by `codegen generate`. Do not edit: change the document instead.
import type { ParameterDocumentation } from "@earmark/http";
import type { JsonSchema } from "@earmark/validation";

/** Every schema of the document, to the letter, by name. References are `#/components/schemas/NAME`. */
export declare const schemas: {
  /** SID of an account. */
  readonly AccountSid: JsonSchema;
  /**
   * What people and programs noted about a call. Every field may be `null`, and the provider
   * promises none of them to be there.
   */
  readonly Annotation: JsonSchema;
  /**
   * Who answered the call: a person, or an answering machine. `unknown_answered_by` occurs on
   * the wire although the provider's prose does not list it.
   */
  readonly AnsweredBy: JsonSchema;
  /** SID of a call. */
  readonly CallSid: JsonSchema;
  /**
   * What kept the call from connecting properly. `unknown_connectivity_issue` occurs on the
   * wire although the provider's prose does not list it.
   */
  readonly ConnectivityIssue: JsonSchema;
  /** What went wrong. *Inferred*: the format of the provider's other APIs. */
  readonly ErrorResponse: JsonSchema;
  /**
   * Something that was wrong with the sound. `owa` is one-way audio. `unknown_quality_issue`
   * is defined by the provider although its prose does not list it.
   */
  readonly QualityIssue: JsonSchema;
  /** The fields of an annotation that can be set. What is left out stays as it is. */
  readonly UpdateAnnotationRequest: JsonSchema;
};

/** What the document says about the parameters of each operation, by their name. */
export declare const parameters: {
  readonly fetchAnnotation: Readonly<Record<string, ParameterDocumentation>>;
  readonly updateAnnotation: Readonly<Record<string, ParameterDocumentation>>;
};
