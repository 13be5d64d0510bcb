// Generated from openapi/annotation.yaml by `codegen generate`. Do not edit: change the document instead.
import { isLonger, isObject, isShorter, isUri, isUriLike, report } from "@earmark/validation/runtime";

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
      account_sid: accountSid,
      answered_by: answeredBy,
      call_score: callScore,
      call_sid: callSid,
      comment,
      connectivity_issue: connectivityIssue,
      incident,
      quality_issues: qualityIssues,
      spam,
      url,
    } = value;
    if (accountSid !== undefined && accountSid !== null && !checkAccountSid(accountSid, issues, issues && [...path, "account_sid"])) return false;
    if (answeredBy !== undefined && answeredBy !== null && typeof answeredBy !== "string" && report(issues, issues && [...path, "answered_by"], "type", "string", answeredBy)) return false;
    if (callScore !== undefined && callScore !== null && !Number.isInteger(callScore) && report(issues, issues && [...path, "call_score"], "type", ["integer", "null"], callScore)) return false;
    if (callSid !== undefined && callSid !== null && !checkCallSid(callSid, issues, issues && [...path, "call_sid"])) return false;
    if (comment !== undefined && comment !== null && typeof comment !== "string" && report(issues, issues && [...path, "comment"], "type", ["string", "null"], comment)) return false;
    if (connectivityIssue !== undefined && connectivityIssue !== null && typeof connectivityIssue !== "string" && report(issues, issues && [...path, "connectivity_issue"], "type", "string", connectivityIssue)) return false;
    if (incident !== undefined && incident !== null && typeof incident !== "string" && report(issues, issues && [...path, "incident"], "type", ["string", "null"], incident)) return false;
    if (qualityIssues !== undefined) {
      if (Array.isArray(qualityIssues)) {
        for (let index = 0; index < qualityIssues.length; index++) {
          const item = qualityIssues[index];
          if (typeof item !== "string" && report(issues, issues && [...path, "quality_issues", index], "type", "string", item)) return false;
        }
      } else if (qualityIssues !== null && report(issues, issues && [...path, "quality_issues"], "type", ["array", "null"], qualityIssues)) return false;
    }
    if (spam !== undefined && spam !== null && typeof spam !== "boolean" && report(issues, issues && [...path, "spam"], "type", ["boolean", "null"], spam)) return false;
    if (url !== undefined) {
      if (typeof url === "string") {
        if (!isUriLike(url) && report(issues, issues && [...path, "url"], "format", "uri", url)) return false;
      } else if (url !== null && report(issues, issues && [...path, "url"], "type", ["string", "null"], url)) return false;
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
    const { code, details, message, more_info: moreInfo, status } = value;
    if (!Number.isInteger(code) && (code === undefined ? report(issues, issues && [...path, "code"], "required", true, code) : report(issues, issues && [...path, "code"], "type", "integer", code))) return false;
    if (details !== undefined && details !== null && !isObject(details) && report(issues, issues && [...path, "details"], "type", ["object", "null"], details)) return false;
    if (typeof message !== "string" && (message === undefined ? report(issues, issues && [...path, "message"], "required", true, message) : report(issues, issues && [...path, "message"], "type", "string", message))) return false;
    if (moreInfo !== undefined) {
      if (typeof moreInfo === "string") {
        if (!isUriLike(moreInfo) && report(issues, issues && [...path, "more_info"], "format", "uri", moreInfo)) return false;
      } else if (moreInfo !== null && report(issues, issues && [...path, "more_info"], "type", ["string", "null"], moreInfo)) return false;
    }
    if (Number.isInteger(status)) {
      if (status < 400 && report(issues, issues && [...path, "status"], "minimum", 400, status)) return false;
      if (status > 599 && report(issues, issues && [...path, "status"], "maximum", 599, status)) return false;
    } else if (status === undefined ? report(issues, issues && [...path, "status"], "required", true, status) : report(issues, issues && [...path, "status"], "type", "integer", status)) return false;
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
    const {
      AnsweredBy: answeredBy,
      CallScore: callScore,
      Comment: comment,
      ConnectivityIssue: connectivityIssue,
      Incident: incident,
      QualityIssues: qualityIssues,
      Spam: spam,
    } = value;
    if (answeredBy !== undefined && !answeredByValues.includes(answeredBy) && report(issues, issues && [...path, "AnsweredBy"], "enum", answeredByValues, answeredBy)) return false;
    if (callScore !== undefined && !updateAnnotationRequestCallScoreValues.includes(callScore) && report(issues, issues && [...path, "CallScore"], "enum", updateAnnotationRequestCallScoreValues, callScore)) return false;
    if (comment !== undefined) {
      if (typeof comment === "string") {
        if (isLonger(comment, 100) && report(issues, issues && [...path, "Comment"], "maxLength", 100, comment)) return false;
      } else if (report(issues, issues && [...path, "Comment"], "type", "string", comment)) return false;
    }
    if (connectivityIssue !== undefined && !connectivityIssueValues.includes(connectivityIssue) && report(issues, issues && [...path, "ConnectivityIssue"], "enum", connectivityIssueValues, connectivityIssue)) return false;
    if (incident !== undefined) {
      if (typeof incident === "string") {
        if (isLonger(incident, 100) && report(issues, issues && [...path, "Incident"], "maxLength", 100, incident)) return false;
      } else if (report(issues, issues && [...path, "Incident"], "type", "string", incident)) return false;
    }
    if (qualityIssues !== undefined) {
      if (Array.isArray(qualityIssues)) {
        if (qualityIssues.length < 1 && report(issues, issues && [...path, "QualityIssues"], "minItems", 1, qualityIssues)) return false;
        for (let index = 0; index < qualityIssues.length; index++) {
          const item = qualityIssues[index];
          if (!qualityIssueValues.includes(item) && report(issues, issues && [...path, "QualityIssues", index], "enum", qualityIssueValues, item)) return false;
        }
      } else if (report(issues, issues && [...path, "QualityIssues"], "type", "array", qualityIssues)) return false;
      if ((!Array.isArray(qualityIssues) || qualityIssues.includes("no_quality_issue")) && Array.isArray(qualityIssues) && qualityIssues.length > 1 && report(issues, issues && [...path, "QualityIssues"], "maxItems", 1, qualityIssues)) return false;
    }
    if (spam !== undefined && typeof spam !== "boolean" && report(issues, issues && [...path, "Spam"], "type", "boolean", spam)) return false;
    for (const key in value) {
      if (key !== "AnsweredBy" && key !== "CallScore" && key !== "Comment" && key !== "ConnectivityIssue" && key !== "Incident" && key !== "QualityIssues" && key !== "Spam" && Object.keys(value).includes(key) && report(issues, issues && [...path, key], "additionalProperties", false, value[key])) return false;
    }
  } else if (report(issues, path, "type", "object", value)) return false;
  return true;
}

export function checkAnnotationStrict(value, issues, path) {
  if (isObject(value)) {
    const {
      account_sid: accountSid,
      answered_by: answeredBy,
      call_score: callScore,
      call_sid: callSid,
      comment,
      connectivity_issue: connectivityIssue,
      incident,
      quality_issues: qualityIssues,
      spam,
      url,
    } = value;
    if (accountSid !== undefined && accountSid !== null && !checkAccountSid(accountSid, issues, issues && [...path, "account_sid"])) return false;
    if (answeredBy !== undefined && answeredBy !== null && !answeredByValues.includes(answeredBy) && report(issues, issues && [...path, "answered_by"], "enum", answeredByValues, answeredBy)) return false;
    if (callScore !== undefined && callScore !== null && !Number.isInteger(callScore) && report(issues, issues && [...path, "call_score"], "type", ["integer", "null"], callScore)) return false;
    if (callSid !== undefined && callSid !== null && !checkCallSid(callSid, issues, issues && [...path, "call_sid"])) return false;
    if (comment !== undefined && comment !== null && typeof comment !== "string" && report(issues, issues && [...path, "comment"], "type", ["string", "null"], comment)) return false;
    if (connectivityIssue !== undefined && connectivityIssue !== null && !connectivityIssueValues.includes(connectivityIssue) && report(issues, issues && [...path, "connectivity_issue"], "enum", connectivityIssueValues, connectivityIssue)) return false;
    if (incident !== undefined && incident !== null && typeof incident !== "string" && report(issues, issues && [...path, "incident"], "type", ["string", "null"], incident)) return false;
    if (qualityIssues !== undefined) {
      if (Array.isArray(qualityIssues)) {
        for (let index = 0; index < qualityIssues.length; index++) {
          const item = qualityIssues[index];
          if (!qualityIssueValues.includes(item) && report(issues, issues && [...path, "quality_issues", index], "enum", qualityIssueValues, item)) return false;
        }
      } else if (qualityIssues !== null && report(issues, issues && [...path, "quality_issues"], "type", ["array", "null"], qualityIssues)) return false;
    }
    if (spam !== undefined && spam !== null && typeof spam !== "boolean" && report(issues, issues && [...path, "spam"], "type", ["boolean", "null"], spam)) return false;
    if (url !== undefined) {
      if (typeof url === "string") {
        if (!isUri(url) && report(issues, issues && [...path, "url"], "format", "uri", url)) return false;
      } else if (url !== null && report(issues, issues && [...path, "url"], "type", ["string", "null"], url)) return false;
    }
  } else if (report(issues, path, "type", "object", value)) return false;
  return true;
}

export function checkErrorResponseStrict(value, issues, path) {
  if (isObject(value)) {
    const { code, details, message, more_info: moreInfo, status } = value;
    if (!Number.isInteger(code) && (code === undefined ? report(issues, issues && [...path, "code"], "required", true, code) : report(issues, issues && [...path, "code"], "type", "integer", code))) return false;
    if (details !== undefined && details !== null && !isObject(details) && report(issues, issues && [...path, "details"], "type", ["object", "null"], details)) return false;
    if (typeof message !== "string" && (message === undefined ? report(issues, issues && [...path, "message"], "required", true, message) : report(issues, issues && [...path, "message"], "type", "string", message))) return false;
    if (moreInfo !== undefined) {
      if (typeof moreInfo === "string") {
        if (!isUri(moreInfo) && report(issues, issues && [...path, "more_info"], "format", "uri", moreInfo)) return false;
      } else if (moreInfo !== null && report(issues, issues && [...path, "more_info"], "type", ["string", "null"], moreInfo)) return false;
    }
    if (Number.isInteger(status)) {
      if (status < 400 && report(issues, issues && [...path, "status"], "minimum", 400, status)) return false;
      if (status > 599 && report(issues, issues && [...path, "status"], "maximum", 599, status)) return false;
    } else if (status === undefined ? report(issues, issues && [...path, "status"], "required", true, status) : report(issues, issues && [...path, "status"], "type", "integer", status)) return false;
  } else if (report(issues, path, "type", "object", value)) return false;
  return true;
}

export function checkUpdateAnnotationRequestStrict(value, issues, path) {
  if (isObject(value)) {
    const {
      AnsweredBy: answeredBy,
      CallScore: callScore,
      Comment: comment,
      ConnectivityIssue: connectivityIssue,
      Incident: incident,
      QualityIssues: qualityIssues,
      Spam: spam,
    } = value;
    if (answeredBy !== undefined && !answeredByValues.includes(answeredBy) && report(issues, issues && [...path, "AnsweredBy"], "enum", answeredByValues, answeredBy)) return false;
    if (callScore !== undefined && !updateAnnotationRequestCallScoreValues.includes(callScore) && report(issues, issues && [...path, "CallScore"], "enum", updateAnnotationRequestCallScoreValues, callScore)) return false;
    if (comment !== undefined) {
      if (typeof comment === "string") {
        if (isLonger(comment, 100) && report(issues, issues && [...path, "Comment"], "maxLength", 100, comment)) return false;
      } else if (report(issues, issues && [...path, "Comment"], "type", "string", comment)) return false;
    }
    if (connectivityIssue !== undefined && !connectivityIssueValues.includes(connectivityIssue) && report(issues, issues && [...path, "ConnectivityIssue"], "enum", connectivityIssueValues, connectivityIssue)) return false;
    if (incident !== undefined) {
      if (typeof incident === "string") {
        if (isLonger(incident, 100) && report(issues, issues && [...path, "Incident"], "maxLength", 100, incident)) return false;
      } else if (report(issues, issues && [...path, "Incident"], "type", "string", incident)) return false;
    }
    if (qualityIssues !== undefined) {
      if (Array.isArray(qualityIssues)) {
        if (qualityIssues.length < 1 && report(issues, issues && [...path, "QualityIssues"], "minItems", 1, qualityIssues)) return false;
        for (let index = 0; index < qualityIssues.length; index++) {
          const item = qualityIssues[index];
          if (!qualityIssueValues.includes(item) && report(issues, issues && [...path, "QualityIssues", index], "enum", qualityIssueValues, item)) return false;
        }
      } else if (report(issues, issues && [...path, "QualityIssues"], "type", "array", qualityIssues)) return false;
      if ((!Array.isArray(qualityIssues) || qualityIssues.includes("no_quality_issue")) && Array.isArray(qualityIssues) && qualityIssues.length > 1 && report(issues, issues && [...path, "QualityIssues"], "maxItems", 1, qualityIssues)) return false;
    }
    if (spam !== undefined && typeof spam !== "boolean" && report(issues, issues && [...path, "Spam"], "type", "boolean", spam)) return false;
    for (const key in value) {
      if (key !== "AnsweredBy" && key !== "CallScore" && key !== "Comment" && key !== "ConnectivityIssue" && key !== "Incident" && key !== "QualityIssues" && key !== "Spam" && Object.keys(value).includes(key) && report(issues, issues && [...path, key], "additionalProperties", false, value[key])) return false;
    }
  } else if (report(issues, path, "type", "object", value)) return false;
  return true;
}
