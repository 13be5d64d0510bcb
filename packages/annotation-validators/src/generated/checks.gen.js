// Generated from openapi/annotation.yaml by `codegen generate`. Do not edit: change the document instead.
import {
  isLonger,
  isObject,
  isShorter,
  isUri,
  isUriLike,
  report,
  reportMember,
} from "@earmark/validation/runtime";

const accountSidPattern = /^AC[0-9a-fA-F]{32}$/u;
const callSidPattern = /^CA[0-9a-fA-F]{32}$/u;
export const answeredByValues = ["unknown_answered_by", "human", "machine"];
export const connectivityIssueValues = [
  "unknown_connectivity_issue",
  "no_connectivity_issue",
  "invalid_number",
  "caller_id",
  "dropped_call",
  "number_reachability",
];
export const qualityIssueValues = [
  "unknown_quality_issue",
  "no_quality_issue",
  "low_volume",
  "choppy_robotic",
  "echo",
  "dtmf",
  "latency",
  "owa",
  "static_noise",
];
const updateAnnotationRequestCallScoreValues = [1, 2, 3, 4, 5, null];

export function checkAccountSid(value, issues, path) {
  if (typeof value === "string") {
    if (isShorter(value, 34) && report(issues, path, "minLength", 34, value)) return false;
    if (isLonger(value, 34)) {
      if (report(issues, path, "maxLength", 34, value)) return false;
    } else if (!accountSidPattern.test(value) && report(issues, path, "pattern", "^AC[0-9a-fA-F]{32}$", value)) return false;
  } else if (report(issues, path, "type", "string", value)) return false;
  return true;
}

export function checkAnnotation(value, issues, path) {
  if (isObject(value)) {
    const {
      account_sid,
      answered_by,
      call_score,
      call_sid,
      comment,
      connectivity_issue,
      incident,
      quality_issues,
      spam,
      url,
    } = value;
    if (account_sid !== undefined && account_sid !== null && !checkAccountSid(account_sid, issues, issues && [...path, "account_sid"])) return false;
    if (answered_by !== undefined && answered_by !== null && typeof answered_by !== "string" && report(issues, path, "type", "string", answered_by, "answered_by")) return false;
    if (call_score !== undefined && call_score !== null && !Number.isInteger(call_score) && report(issues, path, "type", ["integer", "null"], call_score, "call_score")) return false;
    if (call_sid !== undefined && call_sid !== null && !checkCallSid(call_sid, issues, issues && [...path, "call_sid"])) return false;
    if (comment !== undefined && comment !== null && typeof comment !== "string" && report(issues, path, "type", ["string", "null"], comment, "comment")) return false;
    if (connectivity_issue !== undefined && connectivity_issue !== null && typeof connectivity_issue !== "string" && report(issues, path, "type", "string", connectivity_issue, "connectivity_issue")) return false;
    if (incident !== undefined && incident !== null && typeof incident !== "string" && report(issues, path, "type", ["string", "null"], incident, "incident")) return false;
    if (quality_issues !== undefined) {
      if (Array.isArray(quality_issues)) {
        for (let index = 0; index < quality_issues.length; index++) {
          const item = quality_issues[index];
          if (typeof item !== "string" && report(issues, issues && [...path, "quality_issues"], "type", "string", item, index)) return false;
        }
      } else if (quality_issues !== null && report(issues, path, "type", ["array", "null"], quality_issues, "quality_issues")) return false;
    }
    if (spam !== undefined && spam !== null && typeof spam !== "boolean" && report(issues, path, "type", ["boolean", "null"], spam, "spam")) return false;
    if (url !== undefined) {
      if (typeof url === "string") {
        if (!isUriLike(url) && report(issues, path, "format", "uri", url, "url")) return false;
      } else if (url !== null && report(issues, path, "type", ["string", "null"], url, "url")) return false;
    }
  } else if (report(issues, path, "type", "object", value)) return false;
  return true;
}

export function checkCallSid(value, issues, path) {
  if (typeof value === "string") {
    if (isShorter(value, 34) && report(issues, path, "minLength", 34, value)) return false;
    if (isLonger(value, 34)) {
      if (report(issues, path, "maxLength", 34, value)) return false;
    } else if (!callSidPattern.test(value) && report(issues, path, "pattern", "^CA[0-9a-fA-F]{32}$", value)) return false;
  } else if (report(issues, path, "type", "string", value)) return false;
  return true;
}

export function checkAnsweredBy(value, issues, path) {
  if (typeof value !== "string" && report(issues, path, "type", "string", value)) return false;
  return true;
}

export function checkAnsweredByInput(value, issues, path) {
  if (!answeredByValues.includes(value) && report(issues, path, "enum", answeredByValues, value)) return false;
  return true;
}

export function checkConnectivityIssue(value, issues, path) {
  if (typeof value !== "string" && report(issues, path, "type", "string", value)) return false;
  return true;
}

export function checkConnectivityIssueInput(value, issues, path) {
  if (!connectivityIssueValues.includes(value) && report(issues, path, "enum", connectivityIssueValues, value)) return false;
  return true;
}

export function checkErrorResponse(value, issues, path) {
  if (isObject(value)) {
    const { code, details, message, more_info, status } = value;
    if (!Number.isInteger(code) && reportMember(issues, path, "type", "integer", code, "code")) return false;
    if (details !== undefined && details !== null && !isObject(details) && report(issues, path, "type", ["object", "null"], details, "details")) return false;
    if (typeof message !== "string" && reportMember(issues, path, "type", "string", message, "message")) return false;
    if (more_info !== undefined) {
      if (typeof more_info === "string") {
        if (!isUriLike(more_info) && report(issues, path, "format", "uri", more_info, "more_info")) return false;
      } else if (more_info !== null && report(issues, path, "type", ["string", "null"], more_info, "more_info")) return false;
    }
    if (Number.isInteger(status)) {
      if (status < 400 && report(issues, path, "minimum", 400, status, "status")) return false;
      if (status > 599 && report(issues, path, "maximum", 599, status, "status")) return false;
    } else if (reportMember(issues, path, "type", "integer", status, "status")) return false;
  } else if (report(issues, path, "type", "object", value)) return false;
  return true;
}

export function checkQualityIssue(value, issues, path) {
  if (typeof value !== "string" && report(issues, path, "type", "string", value)) return false;
  return true;
}

export function checkQualityIssueInput(value, issues, path) {
  if (!qualityIssueValues.includes(value) && report(issues, path, "enum", qualityIssueValues, value)) return false;
  return true;
}

export function checkUpdateAnnotationRequest(value, issues, path) {
  if (isObject(value)) {
    const { AnsweredBy, CallScore, Comment, ConnectivityIssue, Incident, QualityIssues, Spam } = value;
    if (AnsweredBy !== undefined && !answeredByValues.includes(AnsweredBy) && report(issues, path, "enum", answeredByValues, AnsweredBy, "AnsweredBy")) return false;
    if (CallScore !== undefined && !updateAnnotationRequestCallScoreValues.includes(CallScore) && report(issues, path, "enum", updateAnnotationRequestCallScoreValues, CallScore, "CallScore")) return false;
    if (Comment !== undefined) {
      if (typeof Comment === "string") {
        if (isLonger(Comment, 100) && report(issues, path, "maxLength", 100, Comment, "Comment")) return false;
      } else if (report(issues, path, "type", "string", Comment, "Comment")) return false;
    }
    if (ConnectivityIssue !== undefined && !connectivityIssueValues.includes(ConnectivityIssue) && report(issues, path, "enum", connectivityIssueValues, ConnectivityIssue, "ConnectivityIssue")) return false;
    if (Incident !== undefined) {
      if (typeof Incident === "string") {
        if (isLonger(Incident, 100) && report(issues, path, "maxLength", 100, Incident, "Incident")) return false;
      } else if (report(issues, path, "type", "string", Incident, "Incident")) return false;
    }
    if (QualityIssues !== undefined) {
      if (Array.isArray(QualityIssues)) {
        if (QualityIssues.length < 1 && report(issues, path, "minItems", 1, QualityIssues, "QualityIssues")) return false;
        for (let index = 0; index < QualityIssues.length; index++) {
          const item = QualityIssues[index];
          if (!qualityIssueValues.includes(item) && report(issues, issues && [...path, "QualityIssues"], "enum", qualityIssueValues, item, index)) return false;
        }
      } else if (report(issues, path, "type", "array", QualityIssues, "QualityIssues")) return false;
      if ((!Array.isArray(QualityIssues) || QualityIssues.includes("no_quality_issue")) && Array.isArray(QualityIssues) && QualityIssues.length > 1 && report(issues, path, "maxItems", 1, QualityIssues, "QualityIssues")) return false;
    }
    if (Spam !== undefined && typeof Spam !== "boolean" && report(issues, path, "type", "boolean", Spam, "Spam")) return false;
    for (const key in value) {
      if (key !== "AnsweredBy" && key !== "CallScore" && key !== "Comment" && key !== "ConnectivityIssue" && key !== "Incident" && key !== "QualityIssues" && key !== "Spam" && Object.keys(value).includes(key) && report(issues, path, "additionalProperties", false, value[key], key)) return false;
    }
  } else if (report(issues, path, "type", "object", value)) return false;
  return true;
}

export function checkAnnotationStrict(value, issues, path) {
  if (isObject(value)) {
    const {
      account_sid,
      answered_by,
      call_score,
      call_sid,
      comment,
      connectivity_issue,
      incident,
      quality_issues,
      spam,
      url,
    } = value;
    if (account_sid !== undefined && account_sid !== null && !checkAccountSid(account_sid, issues, issues && [...path, "account_sid"])) return false;
    if (answered_by !== undefined && answered_by !== null && !answeredByValues.includes(answered_by) && report(issues, path, "enum", answeredByValues, answered_by, "answered_by")) return false;
    if (call_score !== undefined && call_score !== null && !Number.isInteger(call_score) && report(issues, path, "type", ["integer", "null"], call_score, "call_score")) return false;
    if (call_sid !== undefined && call_sid !== null && !checkCallSid(call_sid, issues, issues && [...path, "call_sid"])) return false;
    if (comment !== undefined && comment !== null && typeof comment !== "string" && report(issues, path, "type", ["string", "null"], comment, "comment")) return false;
    if (connectivity_issue !== undefined && connectivity_issue !== null && !connectivityIssueValues.includes(connectivity_issue) && report(issues, path, "enum", connectivityIssueValues, connectivity_issue, "connectivity_issue")) return false;
    if (incident !== undefined && incident !== null && typeof incident !== "string" && report(issues, path, "type", ["string", "null"], incident, "incident")) return false;
    if (quality_issues !== undefined) {
      if (Array.isArray(quality_issues)) {
        for (let index = 0; index < quality_issues.length; index++) {
          const item = quality_issues[index];
          if (!qualityIssueValues.includes(item) && report(issues, issues && [...path, "quality_issues"], "enum", qualityIssueValues, item, index)) return false;
        }
      } else if (quality_issues !== null && report(issues, path, "type", ["array", "null"], quality_issues, "quality_issues")) return false;
    }
    if (spam !== undefined && spam !== null && typeof spam !== "boolean" && report(issues, path, "type", ["boolean", "null"], spam, "spam")) return false;
    if (url !== undefined) {
      if (typeof url === "string") {
        if (!isUri(url) && report(issues, path, "format", "uri", url, "url")) return false;
      } else if (url !== null && report(issues, path, "type", ["string", "null"], url, "url")) return false;
    }
  } else if (report(issues, path, "type", "object", value)) return false;
  return true;
}

export function checkErrorResponseStrict(value, issues, path) {
  if (isObject(value)) {
    const { code, details, message, more_info, status } = value;
    if (!Number.isInteger(code) && reportMember(issues, path, "type", "integer", code, "code")) return false;
    if (details !== undefined && details !== null && !isObject(details) && report(issues, path, "type", ["object", "null"], details, "details")) return false;
    if (typeof message !== "string" && reportMember(issues, path, "type", "string", message, "message")) return false;
    if (more_info !== undefined) {
      if (typeof more_info === "string") {
        if (!isUri(more_info) && report(issues, path, "format", "uri", more_info, "more_info")) return false;
      } else if (more_info !== null && report(issues, path, "type", ["string", "null"], more_info, "more_info")) return false;
    }
    if (Number.isInteger(status)) {
      if (status < 400 && report(issues, path, "minimum", 400, status, "status")) return false;
      if (status > 599 && report(issues, path, "maximum", 599, status, "status")) return false;
    } else if (reportMember(issues, path, "type", "integer", status, "status")) return false;
  } else if (report(issues, path, "type", "object", value)) return false;
  return true;
}
