// Generated from openapi/annotation.yaml by `codegen generate`. Do not edit: change the document instead.
import type * as $client from "./types.gen.js";
export type {
  AccountSid,
  AnsweredByInput as AnsweredBy,
  CallSid,
  ConnectivityIssueInput as ConnectivityIssue,
  ErrorResponse,
  QualityIssueInput as QualityIssue,
  UpdateAnnotationRequest,
} from "./types.gen.js";
export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
export interface components extends Omit<$client.components, "schemas"> {
  schemas: Omit<$client.components["schemas"], "Annotation" | "AnsweredBy" | "AnsweredByInput" | "ConnectivityIssue" | "ConnectivityIssueInput" | "QualityIssue" | "QualityIssueInput"> & {
    Annotation: Annotation;
    AnsweredBy: $client.AnsweredByInput;
    ConnectivityIssue: $client.ConnectivityIssueInput;
    QualityIssue: $client.QualityIssueInput;
  };
}
/**
 * What people and programs noted about a call. Every field may be `null`, and the provider
 * promises none of them to be there.
 */
export type Annotation = {
  /** The account that made or received the call. */
  account_sid?: $client.AccountSid | null;
  /** Who answered, as answering machine detection or a person saw it. */
  answered_by?: $client.AnsweredByInput | null;
  /**
   * How good the call was, from 1 (bad) to 5 (excellent). The range is the provider's
   * prose, so answers are not held to it.
   */
  call_score?: number | null;
  /** The call that the annotation is about. */
  call_sid?: $client.CallSid | null;
  /** A remark. The provider does not protect it as personal data, so write none. */
  comment?: string | null;
  /** What kept the call from connecting properly. */
  connectivity_issue?: $client.ConnectivityIssueInput | null;
  /**
   * A support ticket or incident. A plain string: the provider's example is a URL, its
   * schema is not. Not protected as personal data either.
   */
  incident?: string | null;
  /**
   * What was wrong with the sound. *Inferred*: the provider gives the items as plain
   * strings; the values are those that it defines for the update.
   */
  quality_issues?: $client.QualityIssueInput[] | null;
  /** Whether the call was spam, or was taken for it. */
  spam?: boolean | null;
  /**
   * Where this annotation is.
   *
   * @format uri
   */
  url?: string | null;
};
