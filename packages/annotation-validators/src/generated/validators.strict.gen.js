// Generated from openapi/annotation.yaml by `codegen generate`. Do not edit: change the document instead.
import { codePoints, isObject, isUri, makeEnumValidator, makeValidator, mustStop, report } from "@earmark/validation/runtime";

const accountSidPattern = /^AC[0-9a-fA-F]{32}$/u;
const answeredByValues = ["unknown_answered_by","human","machine"];
const callSidPattern = /^CA[0-9a-fA-F]{32}$/u;
const connectivityIssueValues = ["unknown_connectivity_issue","no_connectivity_issue","invalid_number","caller_id","dropped_call","number_reachability"];
const qualityIssueValues = ["unknown_quality_issue","no_quality_issue","low_volume","choppy_robotic","echo","dtmf","latency","owa","static_noise"];
const annotationProperties = ["account_sid","answered_by","call_score","call_sid","comment","connectivity_issue","incident","quality_issues","spam","url"];
const errorResponseProperties = ["code","details","message","more_info","status"];
const updateAnnotationRequestCallScoreValues = [1,2,3,4,5,null];
const updateAnnotationRequestProperties = ["AnsweredBy","CallScore","Comment","ConnectivityIssue","Incident","QualityIssues","Spam"];

function checkAccountSid(value, collector, path) {
  const before = collector ? collector.issues.length : 0;
  if (typeof value !== "string") {
    if (report(collector, path, "type", "string", value)) return false;
  } else {
    if (((value.length < 34 || codePoints(value) < 34)) && report(collector, path, "minLength", 34, value)) return false;
    if (value.length > 34 && codePoints(value) > 34 && report(collector, path, "maxLength", 34, value)) return false;
    if (!accountSidPattern.test(value) && report(collector, path, "pattern", "^AC[0-9a-fA-F]{32}$", value)) return false;
  }
  return !collector || collector.issues.length === before;
}

/** SID of an account. */
export const AccountSid = /* @__PURE__ */ makeValidator("AccountSid", checkAccountSid);

function checkAnnotation(value, collector, path) {
  const before = collector ? collector.issues.length : 0;
  if (!isObject(value)) {
    if (report(collector, path, "type", "object", value)) return false;
  } else {
    const accountSid = value.account_sid;
    if (accountSid !== undefined) {
      if (accountSid !== null) {
        if (!checkAccountSid(accountSid, collector, collector && [...path, "account_sid"]) && mustStop(collector)) return false;
      }
    }
    const answeredBy = value.answered_by;
    if (answeredBy !== undefined) {
      if (answeredBy !== null) {
        if (!checkAnsweredBy(answeredBy, collector, collector && [...path, "answered_by"]) && mustStop(collector)) return false;
      }
    }
    const callScore = value.call_score;
    if (callScore !== undefined) {
      if (!Number.isInteger(callScore) && callScore !== null && report(collector, collector && [...path, "call_score"], "type", ["integer","null"], callScore)) return false;
    }
    const callSid = value.call_sid;
    if (callSid !== undefined) {
      if (callSid !== null) {
        if (!checkCallSid(callSid, collector, collector && [...path, "call_sid"]) && mustStop(collector)) return false;
      }
    }
    const comment = value.comment;
    if (comment !== undefined) {
      if (typeof comment !== "string" && comment !== null && report(collector, collector && [...path, "comment"], "type", ["string","null"], comment)) return false;
    }
    const connectivityIssue = value.connectivity_issue;
    if (connectivityIssue !== undefined) {
      if (connectivityIssue !== null) {
        if (!checkConnectivityIssue(connectivityIssue, collector, collector && [...path, "connectivity_issue"]) && mustStop(collector)) return false;
      }
    }
    const incident = value.incident;
    if (incident !== undefined) {
      if (typeof incident !== "string" && incident !== null && report(collector, collector && [...path, "incident"], "type", ["string","null"], incident)) return false;
    }
    const qualityIssues = value.quality_issues;
    if (qualityIssues !== undefined) {
      if (!Array.isArray(qualityIssues) && qualityIssues !== null && report(collector, collector && [...path, "quality_issues"], "type", ["array","null"], qualityIssues)) return false;
      if (Array.isArray(qualityIssues)) {
        for (let index = 0; index < qualityIssues.length; index++) {
          const item = qualityIssues[index];
          if (!checkQualityIssue(item, collector, collector && [...path, "quality_issues", index]) && mustStop(collector)) return false;
        }
      }
    }
    const spam = value.spam;
    if (spam !== undefined) {
      if (typeof spam !== "boolean" && spam !== null && report(collector, collector && [...path, "spam"], "type", ["boolean","null"], spam)) return false;
    }
    const url = value.url;
    if (url !== undefined) {
      if (typeof url !== "string" && url !== null && report(collector, collector && [...path, "url"], "type", ["string","null"], url)) return false;
      if (typeof url === "string") {
        if (!isUri(url) && report(collector, collector && [...path, "url"], "format", "uri", url)) return false;
      }
    }
  }
  return !collector || collector.issues.length === before;
}

function checkAnsweredBy(value, collector, path) {
  const before = collector ? collector.issues.length : 0;
  if (!answeredByValues.includes(value) && report(collector, path, "enum", answeredByValues, value)) return false;
  return !collector || collector.issues.length === before;
}

function checkCallSid(value, collector, path) {
  const before = collector ? collector.issues.length : 0;
  if (typeof value !== "string") {
    if (report(collector, path, "type", "string", value)) return false;
  } else {
    if (((value.length < 34 || codePoints(value) < 34)) && report(collector, path, "minLength", 34, value)) return false;
    if (value.length > 34 && codePoints(value) > 34 && report(collector, path, "maxLength", 34, value)) return false;
    if (!callSidPattern.test(value) && report(collector, path, "pattern", "^CA[0-9a-fA-F]{32}$", value)) return false;
  }
  return !collector || collector.issues.length === before;
}

function checkConnectivityIssue(value, collector, path) {
  const before = collector ? collector.issues.length : 0;
  if (!connectivityIssueValues.includes(value) && report(collector, path, "enum", connectivityIssueValues, value)) return false;
  return !collector || collector.issues.length === before;
}

function checkQualityIssue(value, collector, path) {
  const before = collector ? collector.issues.length : 0;
  if (!qualityIssueValues.includes(value) && report(collector, path, "enum", qualityIssueValues, value)) return false;
  return !collector || collector.issues.length === before;
}

/**
 * What people and programs noted about a call. Every field may be `null`, and the provider
 * promises none of them to be there.
 */
export const Annotation = /* @__PURE__ */ makeValidator("Annotation", checkAnnotation);

/**
 * Who answered the call: a person, or an answering machine. `unknown_answered_by` occurs on
 * the wire although the provider's prose does not list it.
 */
export const AnsweredBy = /* @__PURE__ */ makeEnumValidator("AnsweredBy", checkAnsweredBy, answeredByValues);

/** SID of a call. */
export const CallSid = /* @__PURE__ */ makeValidator("CallSid", checkCallSid);

/**
 * What kept the call from connecting properly. `unknown_connectivity_issue` occurs on the
 * wire although the provider's prose does not list it.
 */
export const ConnectivityIssue = /* @__PURE__ */ makeEnumValidator("ConnectivityIssue", checkConnectivityIssue, connectivityIssueValues);

function checkErrorResponse(value, collector, path) {
  const before = collector ? collector.issues.length : 0;
  if (!isObject(value)) {
    if (report(collector, path, "type", "object", value)) return false;
  } else {
    const code = value.code;
    if (code !== undefined) {
      if (!Number.isInteger(code) && report(collector, collector && [...path, "code"], "type", "integer", code)) return false;
    } else if (report(collector, collector && [...path, "code"], "required", true, code)) return false;
    const details = value.details;
    if (details !== undefined) {
      if (!isObject(details) && details !== null && report(collector, collector && [...path, "details"], "type", ["object","null"], details)) return false;
    }
    const message = value.message;
    if (message !== undefined) {
      if (typeof message !== "string" && report(collector, collector && [...path, "message"], "type", "string", message)) return false;
    } else if (report(collector, collector && [...path, "message"], "required", true, message)) return false;
    const moreInfo = value.more_info;
    if (moreInfo !== undefined) {
      if (typeof moreInfo !== "string" && moreInfo !== null && report(collector, collector && [...path, "more_info"], "type", ["string","null"], moreInfo)) return false;
      if (typeof moreInfo === "string") {
        if (!isUri(moreInfo) && report(collector, collector && [...path, "more_info"], "format", "uri", moreInfo)) return false;
      }
    }
    const status = value.status;
    if (status !== undefined) {
      if (!Number.isInteger(status)) {
        if (report(collector, collector && [...path, "status"], "type", "integer", status)) return false;
      } else {
        if (status < 400 && report(collector, collector && [...path, "status"], "minimum", 400, status)) return false;
        if (status > 599 && report(collector, collector && [...path, "status"], "maximum", 599, status)) return false;
      }
    } else if (report(collector, collector && [...path, "status"], "required", true, status)) return false;
  }
  return !collector || collector.issues.length === before;
}

/** What went wrong. *Inferred*: the format of the provider's other APIs. */
export const ErrorResponse = /* @__PURE__ */ makeValidator("ErrorResponse", checkErrorResponse);

/**
 * Something that was wrong with the sound. `owa` is one-way audio. `unknown_quality_issue`
 * is defined by the provider although its prose does not list it.
 */
export const QualityIssue = /* @__PURE__ */ makeEnumValidator("QualityIssue", checkQualityIssue, qualityIssueValues);

function checkUpdateAnnotationRequest(value, collector, path) {
  const before = collector ? collector.issues.length : 0;
  if (!isObject(value)) {
    if (report(collector, path, "type", "object", value)) return false;
  } else {
    const answeredBy = value.AnsweredBy;
    if (answeredBy !== undefined) {
      if (!checkAnsweredBy(answeredBy, collector, collector && [...path, "AnsweredBy"]) && mustStop(collector)) return false;
    }
    const callScore = value.CallScore;
    if (callScore !== undefined) {
      if (!updateAnnotationRequestCallScoreValues.includes(callScore) && report(collector, collector && [...path, "CallScore"], "enum", updateAnnotationRequestCallScoreValues, callScore)) return false;
    }
    const comment = value.Comment;
    if (comment !== undefined) {
      if (typeof comment !== "string") {
        if (report(collector, collector && [...path, "Comment"], "type", "string", comment)) return false;
      } else {
        if (comment.length > 100 && codePoints(comment) > 100 && report(collector, collector && [...path, "Comment"], "maxLength", 100, comment)) return false;
      }
    }
    const connectivityIssue = value.ConnectivityIssue;
    if (connectivityIssue !== undefined) {
      if (!checkConnectivityIssue(connectivityIssue, collector, collector && [...path, "ConnectivityIssue"]) && mustStop(collector)) return false;
    }
    const incident = value.Incident;
    if (incident !== undefined) {
      if (typeof incident !== "string") {
        if (report(collector, collector && [...path, "Incident"], "type", "string", incident)) return false;
      } else {
        if (incident.length > 100 && codePoints(incident) > 100 && report(collector, collector && [...path, "Incident"], "maxLength", 100, incident)) return false;
      }
    }
    const qualityIssues = value.QualityIssues;
    if (qualityIssues !== undefined) {
      if (!Array.isArray(qualityIssues)) {
        if (report(collector, collector && [...path, "QualityIssues"], "type", "array", qualityIssues)) return false;
      } else {
        if (qualityIssues.length < 1 && report(collector, collector && [...path, "QualityIssues"], "minItems", 1, qualityIssues)) return false;
        for (let index = 0; index < qualityIssues.length; index++) {
          const item = qualityIssues[index];
          if (!checkQualityIssue(item, collector, collector && [...path, "QualityIssues", index]) && mustStop(collector)) return false;
        }
      }
      if (checkUpdateAnnotationRequestQualityIssuesIf(qualityIssues)) {
        if (Array.isArray(qualityIssues)) {
          if (qualityIssues.length > 1 && report(collector, collector && [...path, "QualityIssues"], "maxItems", 1, qualityIssues)) return false;
        }
      }
    }
    const spam = value.Spam;
    if (spam !== undefined) {
      if (typeof spam !== "boolean" && report(collector, collector && [...path, "Spam"], "type", "boolean", spam)) return false;
    }
    for (const key10 of Object.keys(value)) {
      const member10 = value[key10];
      if (!(updateAnnotationRequestProperties.includes(key10))) {
        if (report(collector, collector && [...path, key10], "additionalProperties", false, member10)) return false;
      }
    }
  }
  return !collector || collector.issues.length === before;
}

function checkUpdateAnnotationRequestQualityIssuesIf(value, collector, path) {
  const before = collector ? collector.issues.length : 0;
  if (Array.isArray(value)) {
    let containing = 0;
    for (let index = 0; index < value.length; index++) {
      if (value[index] === "no_quality_issue") {
        containing++;
      }
    }
    if (containing < 1 && report(collector, path, "contains", 1, value)) return false;
  }
  return !collector || collector.issues.length === before;
}

/** The fields of an annotation that can be set. What is left out stays as it is. */
export const UpdateAnnotationRequest = /* @__PURE__ */ makeValidator("UpdateAnnotationRequest", checkUpdateAnnotationRequest);
