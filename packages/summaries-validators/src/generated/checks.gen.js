// Generated from openapi/summaries.yaml by `codegen generate`. Do not edit: change the document instead.
import {
  isDateTime,
  isLonger,
  isObject,
  isShorter,
  isUri,
  isUriLike,
  report,
} from "@earmark/validation/runtime";

const accountSidPattern = /^AC[0-9a-fA-F]{32}$/u;
export const answeredByValues = ["unknown_answered_by", "human", "machine"];
const callSidPattern = /^CA[0-9a-fA-F]{32}$/u;
export const callStateValues = [
  "ringing",
  "completed",
  "busy",
  "fail",
  "noanswer",
  "canceled",
  "answered",
  "undialed",
];
export const callTypeValues = ["carrier", "sip", "trunking", "client", "whatsapp"];
export const connectivityIssueValues = [
  "unknown_connectivity_issue",
  "no_connectivity_issue",
  "invalid_number",
  "caller_id",
  "dropped_call",
  "number_reachability",
];
export const detectedAnsweredByValues = [
  "unknown",
  "machine_start",
  "machine_end_beep",
  "machine_end_silence",
  "machine_end_other",
  "human",
  "fax",
];
export const directionValues = [
  "outbound_api",
  "outbound_dial",
  "inbound",
  "trunking_originating",
  "trunking_terminating",
];
export const listCallSummariesProcessingStateValues = ["completed", "started", "partial", "all"];
export const qualityIssueInputValues = [
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
export const listCallSummariesSortByValues = ["start_time", "end_time"];
export const processingStateValues = ["complete", "partial"];
const timeBoundPattern = /^([0-9]+[mhdw]|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+(Z|[+\-][0-9]{2}:?[0-9]{2}))$/u;

export function checkAccountSid(value, issues, path) {
  if (typeof value === "string") {
    if (isShorter(value, 34) && report(issues, path, "minLength", 34, value)) return false;
    if (isLonger(value, 34)) {
      if (report(issues, path, "maxLength", 34, value)) return false;
    } else if (!accountSidPattern.test(value) && report(issues, path, "pattern", "^AC[0-9a-fA-F]{32}$", value)) return false;
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

export function checkCallProperties(value, issues, path) {
  if (isObject(value)) {
    const { direction } = value;
    if (direction !== undefined && direction !== null && typeof direction !== "string" && report(issues, issues && [...path, "direction"], "type", "string", direction)) return false;
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

export function checkCallState(value, issues, path) {
  if (typeof value !== "string" && report(issues, path, "type", "string", value)) return false;
  return true;
}

export function checkCallStateInput(value, issues, path) {
  if (!callStateValues.includes(value) && report(issues, path, "enum", callStateValues, value)) return false;
  return true;
}

export function checkCallSummary(value, issues, path) {
  if (isObject(value)) {
    const {
      account_sid: accountSid,
      annotation,
      answered_by: answeredBy,
      call_sid: callSid,
      call_state: callState,
      call_type: callType,
      connect_duration: connectDuration,
      created_time: createdTime,
      duration,
      end_time: endTime,
      from,
      processing_state: processingState,
      properties,
      start_time: startTime,
      tags,
      to,
      url,
    } = value;
    if (accountSid !== undefined && accountSid !== null && !checkAccountSid(accountSid, issues, issues && [...path, "account_sid"])) return false;
    if (annotation !== undefined && annotation !== null && !checkCallSummaryAnnotation(annotation, issues, issues && [...path, "annotation"])) return false;
    if (answeredBy !== undefined && answeredBy !== null && typeof answeredBy !== "string" && report(issues, issues && [...path, "answered_by"], "type", "string", answeredBy)) return false;
    if (callSid !== undefined && callSid !== null && !checkCallSid(callSid, issues, issues && [...path, "call_sid"])) return false;
    if (callState !== undefined && callState !== null && typeof callState !== "string" && report(issues, issues && [...path, "call_state"], "type", "string", callState)) return false;
    if (callType !== undefined && callType !== null && typeof callType !== "string" && report(issues, issues && [...path, "call_type"], "type", "string", callType)) return false;
    if (connectDuration !== undefined && connectDuration !== null && !Number.isInteger(connectDuration) && report(issues, issues && [...path, "connect_duration"], "type", ["integer", "null"], connectDuration)) return false;
    if (createdTime !== undefined) {
      if (typeof createdTime === "string") {
        if (!isDateTime(createdTime) && report(issues, issues && [...path, "created_time"], "format", "date-time", createdTime)) return false;
      } else if (createdTime !== null && report(issues, issues && [...path, "created_time"], "type", ["string", "null"], createdTime)) return false;
    }
    if (duration !== undefined && duration !== null && !Number.isInteger(duration) && report(issues, issues && [...path, "duration"], "type", ["integer", "null"], duration)) return false;
    if (endTime !== undefined) {
      if (typeof endTime === "string") {
        if (!isDateTime(endTime) && report(issues, issues && [...path, "end_time"], "format", "date-time", endTime)) return false;
      } else if (endTime !== null && report(issues, issues && [...path, "end_time"], "type", ["string", "null"], endTime)) return false;
    }
    if (from !== undefined && from !== null && !checkCaller(from, issues, issues && [...path, "from"])) return false;
    if (processingState !== undefined && processingState !== null && typeof processingState !== "string" && report(issues, issues && [...path, "processing_state"], "type", "string", processingState)) return false;
    if (properties !== undefined && properties !== null && !checkCallProperties(properties, issues, issues && [...path, "properties"])) return false;
    if (startTime !== undefined) {
      if (typeof startTime === "string") {
        if (!isDateTime(startTime) && report(issues, issues && [...path, "start_time"], "format", "date-time", startTime)) return false;
      } else if (startTime !== null && report(issues, issues && [...path, "start_time"], "type", ["string", "null"], startTime)) return false;
    }
    if (tags !== undefined) {
      if (Array.isArray(tags)) {
        for (let index = 0; index < tags.length; index++) {
          const item = tags[index];
          if (typeof item !== "string" && report(issues, issues && [...path, "tags", index], "type", "string", item)) return false;
        }
      } else if (tags !== null && report(issues, issues && [...path, "tags"], "type", ["array", "null"], tags)) return false;
    }
    if (to !== undefined && to !== null && !checkCallee(to, issues, issues && [...path, "to"])) return false;
    if (url !== undefined) {
      if (typeof url === "string") {
        if (!isUriLike(url) && report(issues, issues && [...path, "url"], "format", "uri", url)) return false;
      } else if (url !== null && report(issues, issues && [...path, "url"], "type", ["string", "null"], url)) return false;
    }
  } else if (report(issues, path, "type", "object", value)) return false;
  return true;
}

export function checkCallSummaryAnnotation(value, issues, path) {
  if (isObject(value)) {
    const {
      answered_by: answeredBy,
      call_score: callScore,
      comment,
      connectivity_issue: connectivityIssue,
      incident,
      quality_issues: qualityIssues,
      spam,
    } = value;
    if (answeredBy !== undefined && answeredBy !== null && typeof answeredBy !== "string" && report(issues, issues && [...path, "answered_by"], "type", "string", answeredBy)) return false;
    if (callScore !== undefined && callScore !== null && !Number.isInteger(callScore) && report(issues, issues && [...path, "call_score"], "type", ["integer", "null"], callScore)) return false;
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
  } else if (report(issues, path, "type", "object", value)) return false;
  return true;
}

export function checkCaller(value, issues, path) {
  if (isObject(value)) {
    const { caller, carrier, country_code: countryCode } = value;
    if (caller !== undefined && caller !== null && typeof caller !== "string" && report(issues, issues && [...path, "caller"], "type", ["string", "null"], caller)) return false;
    if (carrier !== undefined && carrier !== null && typeof carrier !== "string" && report(issues, issues && [...path, "carrier"], "type", ["string", "null"], carrier)) return false;
    if (countryCode !== undefined && countryCode !== null && typeof countryCode !== "string" && report(issues, issues && [...path, "country_code"], "type", ["string", "null"], countryCode)) return false;
  } else if (report(issues, path, "type", "object", value)) return false;
  return true;
}

export function checkCallee(value, issues, path) {
  if (isObject(value)) {
    const { callee, carrier, country_code: countryCode } = value;
    if (callee !== undefined && callee !== null && typeof callee !== "string" && report(issues, issues && [...path, "callee"], "type", ["string", "null"], callee)) return false;
    if (carrier !== undefined && carrier !== null && typeof carrier !== "string" && report(issues, issues && [...path, "carrier"], "type", ["string", "null"], carrier)) return false;
    if (countryCode !== undefined && countryCode !== null && typeof countryCode !== "string" && report(issues, issues && [...path, "country_code"], "type", ["string", "null"], countryCode)) return false;
  } else if (report(issues, path, "type", "object", value)) return false;
  return true;
}

export function checkCallSummaryPage(value, issues, path) {
  if (isObject(value)) {
    const { call_summaries: callSummaries, meta } = value;
    if (callSummaries !== undefined) {
      if (Array.isArray(callSummaries)) {
        for (let index = 0; index < callSummaries.length; index++) {
          const item = callSummaries[index];
          if (!checkCallSummary(item, issues, issues && [...path, "call_summaries", index])) return false;
        }
      } else if (report(issues, issues && [...path, "call_summaries"], "type", "array", callSummaries)) return false;
    }
    if (meta !== undefined && !checkPageMeta(meta, issues, issues && [...path, "meta"])) return false;
  } else if (report(issues, path, "type", "object", value)) return false;
  return true;
}

export function checkPageMeta(value, issues, path) {
  if (isObject(value)) {
    const {
      first_page_url: firstPageUrl,
      key,
      next_page_url: nextPageUrl,
      page,
      page_size: pageSize,
      previous_page_url: previousPageUrl,
      url,
    } = value;
    if (firstPageUrl !== undefined) {
      if (typeof firstPageUrl === "string") {
        if (!isUriLike(firstPageUrl) && report(issues, issues && [...path, "first_page_url"], "format", "uri", firstPageUrl)) return false;
      } else if (report(issues, issues && [...path, "first_page_url"], "type", "string", firstPageUrl)) return false;
    }
    if (key !== undefined && typeof key !== "string" && report(issues, issues && [...path, "key"], "type", "string", key)) return false;
    if (nextPageUrl !== undefined) {
      if (typeof nextPageUrl === "string") {
        if (!isUriLike(nextPageUrl) && report(issues, issues && [...path, "next_page_url"], "format", "uri", nextPageUrl)) return false;
      } else if (nextPageUrl !== null && report(issues, issues && [...path, "next_page_url"], "type", ["string", "null"], nextPageUrl)) return false;
    }
    if (page !== undefined && !Number.isInteger(page) && report(issues, issues && [...path, "page"], "type", "integer", page)) return false;
    if (pageSize !== undefined && !Number.isInteger(pageSize) && report(issues, issues && [...path, "page_size"], "type", "integer", pageSize)) return false;
    if (previousPageUrl !== undefined) {
      if (typeof previousPageUrl === "string") {
        if (!isUriLike(previousPageUrl) && report(issues, issues && [...path, "previous_page_url"], "format", "uri", previousPageUrl)) return false;
      } else if (previousPageUrl !== null && report(issues, issues && [...path, "previous_page_url"], "type", ["string", "null"], previousPageUrl)) return false;
    }
    if (url !== undefined) {
      if (typeof url === "string") {
        if (!isUriLike(url) && report(issues, issues && [...path, "url"], "format", "uri", url)) return false;
      } else if (report(issues, issues && [...path, "url"], "type", "string", url)) return false;
    }
  } else if (report(issues, path, "type", "object", value)) return false;
  return true;
}

export function checkCallType(value, issues, path) {
  if (typeof value !== "string" && report(issues, path, "type", "string", value)) return false;
  return true;
}

export function checkCallTypeInput(value, issues, path) {
  if (!callTypeValues.includes(value) && report(issues, path, "enum", callTypeValues, value)) return false;
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

export function checkDetectedAnsweredBy(value, issues, path) {
  if (typeof value !== "string" && report(issues, path, "type", "string", value)) return false;
  return true;
}

export function checkDetectedAnsweredByInput(value, issues, path) {
  if (!detectedAnsweredByValues.includes(value) && report(issues, path, "enum", detectedAnsweredByValues, value)) return false;
  return true;
}

export function checkDirection(value, issues, path) {
  if (typeof value !== "string" && report(issues, path, "type", "string", value)) return false;
  return true;
}

export function checkDirectionInput(value, issues, path) {
  if (!directionValues.includes(value) && report(issues, path, "enum", directionValues, value)) return false;
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

export function checkListCallSummariesCallScoreAnnotation(value, issues, path) {
  if (Array.isArray(value)) {
    if (value.length < 1 && report(issues, path, "minItems", 1, value)) return false;
    for (let index = 0; index < value.length; index++) {
      const item = value[index];
      if (Number.isInteger(item)) {
        if (item < 1 && report(issues, issues && [...path, index], "minimum", 1, item)) return false;
        if (item > 5 && report(issues, issues && [...path, index], "maximum", 5, item)) return false;
      } else if (report(issues, issues && [...path, index], "type", "integer", item)) return false;
    }
  } else if (report(issues, path, "type", "array", value)) return false;
  return true;
}

export function checkListCallSummariesCallType(value, issues, path) {
  if (Array.isArray(value)) {
    if (value.length < 1 && report(issues, path, "minItems", 1, value)) return false;
    for (let index = 0; index < value.length; index++) {
      const item = value[index];
      if (!callTypeValues.includes(item) && report(issues, issues && [...path, index], "enum", callTypeValues, item)) return false;
    }
  } else if (report(issues, path, "type", "array", value)) return false;
  return true;
}

export function checkListCallSummariesConnectivityIssueAnnotation(value, issues, path) {
  if (Array.isArray(value)) {
    if (value.length < 1 && report(issues, path, "minItems", 1, value)) return false;
    for (let index = 0; index < value.length; index++) {
      const item = value[index];
      if (!connectivityIssueValues.includes(item) && report(issues, issues && [...path, index], "enum", connectivityIssueValues, item)) return false;
    }
  } else if (report(issues, path, "type", "array", value)) return false;
  return true;
}

export function checkListCallSummariesDirection(value, issues, path) {
  if (Array.isArray(value)) {
    if (value.length < 1 && report(issues, path, "minItems", 1, value)) return false;
    for (let index = 0; index < value.length; index++) {
      const item = value[index];
      if (!directionValues.includes(item) && report(issues, issues && [...path, index], "enum", directionValues, item)) return false;
    }
  } else if (report(issues, path, "type", "array", value)) return false;
  return true;
}

export function checkListCallSummariesFrom(value, issues, path) {
  if (typeof value !== "string" && report(issues, path, "type", "string", value)) return false;
  return true;
}

export function checkListCallSummariesFromCarrier(value, issues, path) {
  if (typeof value !== "string" && report(issues, path, "type", "string", value)) return false;
  return true;
}

export function checkListCallSummariesFromCountryCode(value, issues, path) {
  if (typeof value !== "string" && report(issues, path, "type", "string", value)) return false;
  return true;
}

export function checkListCallSummariesHasTag(value, issues, path) {
  if (typeof value !== "boolean" && report(issues, path, "type", "boolean", value)) return false;
  return true;
}

export function checkListCallSummariesPage(value, issues, path) {
  if (Number.isInteger(value)) {
    if (value < 0 && report(issues, path, "minimum", 0, value)) return false;
  } else if (report(issues, path, "type", "integer", value)) return false;
  return true;
}

export function checkListCallSummariesPageSize(value, issues, path) {
  if (Number.isInteger(value)) {
    if (value < 1 && report(issues, path, "minimum", 1, value)) return false;
    if (value > 1000 && report(issues, path, "maximum", 1000, value)) return false;
  } else if (report(issues, path, "type", "integer", value)) return false;
  return true;
}

export function checkListCallSummariesPageToken(value, issues, path) {
  if (typeof value !== "string" && report(issues, path, "type", "string", value)) return false;
  return true;
}

export function checkListCallSummariesProcessingState(value, issues, path) {
  if (!listCallSummariesProcessingStateValues.includes(value) && report(issues, path, "enum", listCallSummariesProcessingStateValues, value)) return false;
  return true;
}

export function checkListCallSummariesQualityIssueAnnotation(value, issues, path) {
  if (Array.isArray(value)) {
    if (value.length < 1 && report(issues, path, "minItems", 1, value)) return false;
    for (let index = 0; index < value.length; index++) {
      const item = value[index];
      if (!qualityIssueInputValues.includes(item) && report(issues, issues && [...path, index], "enum", qualityIssueInputValues, item)) return false;
    }
  } else if (report(issues, path, "type", "array", value)) return false;
  return true;
}

export function checkListCallSummariesSortBy(value, issues, path) {
  if (!listCallSummariesSortByValues.includes(value) && report(issues, path, "enum", listCallSummariesSortByValues, value)) return false;
  return true;
}

export function checkListCallSummariesSpamAnnotation(value, issues, path) {
  if (typeof value !== "boolean" && report(issues, path, "type", "boolean", value)) return false;
  return true;
}

export function checkListCallSummariesTo(value, issues, path) {
  if (typeof value !== "string" && report(issues, path, "type", "string", value)) return false;
  return true;
}

export function checkListCallSummariesToCarrier(value, issues, path) {
  if (typeof value !== "string" && report(issues, path, "type", "string", value)) return false;
  return true;
}

export function checkListCallSummariesToCountryCode(value, issues, path) {
  if (typeof value !== "string" && report(issues, path, "type", "string", value)) return false;
  return true;
}

export function checkProcessingState(value, issues, path) {
  if (typeof value !== "string" && report(issues, path, "type", "string", value)) return false;
  return true;
}

export function checkQualityIssue(value, issues, path) {
  if (typeof value !== "string" && report(issues, path, "type", "string", value)) return false;
  return true;
}

export function checkQualityIssueInput(value, issues, path) {
  if (!qualityIssueInputValues.includes(value) && report(issues, path, "enum", qualityIssueInputValues, value)) return false;
  return true;
}

export function checkTimeBound(value, issues, path) {
  if (typeof value === "string") {
    if (!timeBoundPattern.test(value) && report(issues, path, "pattern", "^([0-9]+[mhdw]|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+(Z|[+\\-][0-9]{2}:?[0-9]{2}))$", value)) return false;
  } else if (report(issues, path, "type", "string", value)) return false;
  return true;
}

export function checkCallPropertiesStrict(value, issues, path) {
  if (isObject(value)) {
    const { direction } = value;
    if (direction !== undefined && direction !== null && !directionValues.includes(direction) && report(issues, issues && [...path, "direction"], "enum", directionValues, direction)) return false;
  } else if (report(issues, path, "type", "object", value)) return false;
  return true;
}

export function checkCallSummaryStrict(value, issues, path) {
  if (isObject(value)) {
    const {
      account_sid: accountSid,
      annotation,
      answered_by: answeredBy,
      call_sid: callSid,
      call_state: callState,
      call_type: callType,
      connect_duration: connectDuration,
      created_time: createdTime,
      duration,
      end_time: endTime,
      from,
      processing_state: processingState,
      properties,
      start_time: startTime,
      tags,
      to,
      url,
    } = value;
    if (accountSid !== undefined && accountSid !== null && !checkAccountSid(accountSid, issues, issues && [...path, "account_sid"])) return false;
    if (annotation !== undefined && annotation !== null && !checkCallSummaryAnnotationStrict(annotation, issues, issues && [...path, "annotation"])) return false;
    if (answeredBy !== undefined && answeredBy !== null && !detectedAnsweredByValues.includes(answeredBy) && report(issues, issues && [...path, "answered_by"], "enum", detectedAnsweredByValues, answeredBy)) return false;
    if (callSid !== undefined && callSid !== null && !checkCallSid(callSid, issues, issues && [...path, "call_sid"])) return false;
    if (callState !== undefined && callState !== null && !callStateValues.includes(callState) && report(issues, issues && [...path, "call_state"], "enum", callStateValues, callState)) return false;
    if (callType !== undefined && callType !== null && !callTypeValues.includes(callType) && report(issues, issues && [...path, "call_type"], "enum", callTypeValues, callType)) return false;
    if (connectDuration !== undefined && connectDuration !== null && !Number.isInteger(connectDuration) && report(issues, issues && [...path, "connect_duration"], "type", ["integer", "null"], connectDuration)) return false;
    if (createdTime !== undefined) {
      if (typeof createdTime === "string") {
        if (!isDateTime(createdTime) && report(issues, issues && [...path, "created_time"], "format", "date-time", createdTime)) return false;
      } else if (createdTime !== null && report(issues, issues && [...path, "created_time"], "type", ["string", "null"], createdTime)) return false;
    }
    if (duration !== undefined && duration !== null && !Number.isInteger(duration) && report(issues, issues && [...path, "duration"], "type", ["integer", "null"], duration)) return false;
    if (endTime !== undefined) {
      if (typeof endTime === "string") {
        if (!isDateTime(endTime) && report(issues, issues && [...path, "end_time"], "format", "date-time", endTime)) return false;
      } else if (endTime !== null && report(issues, issues && [...path, "end_time"], "type", ["string", "null"], endTime)) return false;
    }
    if (from !== undefined && from !== null && !checkCaller(from, issues, issues && [...path, "from"])) return false;
    if (processingState !== undefined && processingState !== null && !processingStateValues.includes(processingState) && report(issues, issues && [...path, "processing_state"], "enum", processingStateValues, processingState)) return false;
    if (properties !== undefined && properties !== null && !checkCallPropertiesStrict(properties, issues, issues && [...path, "properties"])) return false;
    if (startTime !== undefined) {
      if (typeof startTime === "string") {
        if (!isDateTime(startTime) && report(issues, issues && [...path, "start_time"], "format", "date-time", startTime)) return false;
      } else if (startTime !== null && report(issues, issues && [...path, "start_time"], "type", ["string", "null"], startTime)) return false;
    }
    if (tags !== undefined) {
      if (Array.isArray(tags)) {
        for (let index = 0; index < tags.length; index++) {
          const item = tags[index];
          if (typeof item !== "string" && report(issues, issues && [...path, "tags", index], "type", "string", item)) return false;
        }
      } else if (tags !== null && report(issues, issues && [...path, "tags"], "type", ["array", "null"], tags)) return false;
    }
    if (to !== undefined && to !== null && !checkCallee(to, issues, issues && [...path, "to"])) return false;
    if (url !== undefined) {
      if (typeof url === "string") {
        if (!isUri(url) && report(issues, issues && [...path, "url"], "format", "uri", url)) return false;
      } else if (url !== null && report(issues, issues && [...path, "url"], "type", ["string", "null"], url)) return false;
    }
  } else if (report(issues, path, "type", "object", value)) return false;
  return true;
}

export function checkCallSummaryAnnotationStrict(value, issues, path) {
  if (isObject(value)) {
    const {
      answered_by: answeredBy,
      call_score: callScore,
      comment,
      connectivity_issue: connectivityIssue,
      incident,
      quality_issues: qualityIssues,
      spam,
    } = value;
    if (answeredBy !== undefined && answeredBy !== null && !answeredByValues.includes(answeredBy) && report(issues, issues && [...path, "answered_by"], "enum", answeredByValues, answeredBy)) return false;
    if (callScore !== undefined && callScore !== null && !Number.isInteger(callScore) && report(issues, issues && [...path, "call_score"], "type", ["integer", "null"], callScore)) return false;
    if (comment !== undefined && comment !== null && typeof comment !== "string" && report(issues, issues && [...path, "comment"], "type", ["string", "null"], comment)) return false;
    if (connectivityIssue !== undefined && connectivityIssue !== null && !connectivityIssueValues.includes(connectivityIssue) && report(issues, issues && [...path, "connectivity_issue"], "enum", connectivityIssueValues, connectivityIssue)) return false;
    if (incident !== undefined && incident !== null && typeof incident !== "string" && report(issues, issues && [...path, "incident"], "type", ["string", "null"], incident)) return false;
    if (qualityIssues !== undefined) {
      if (Array.isArray(qualityIssues)) {
        for (let index = 0; index < qualityIssues.length; index++) {
          const item = qualityIssues[index];
          if (!qualityIssueInputValues.includes(item) && report(issues, issues && [...path, "quality_issues", index], "enum", qualityIssueInputValues, item)) return false;
        }
      } else if (qualityIssues !== null && report(issues, issues && [...path, "quality_issues"], "type", ["array", "null"], qualityIssues)) return false;
    }
    if (spam !== undefined && spam !== null && typeof spam !== "boolean" && report(issues, issues && [...path, "spam"], "type", ["boolean", "null"], spam)) return false;
  } else if (report(issues, path, "type", "object", value)) return false;
  return true;
}

export function checkCallSummaryPageStrict(value, issues, path) {
  if (isObject(value)) {
    const { call_summaries: callSummaries, meta } = value;
    if (callSummaries !== undefined) {
      if (Array.isArray(callSummaries)) {
        for (let index = 0; index < callSummaries.length; index++) {
          const item = callSummaries[index];
          if (!checkCallSummaryStrict(item, issues, issues && [...path, "call_summaries", index])) return false;
        }
      } else if (report(issues, issues && [...path, "call_summaries"], "type", "array", callSummaries)) return false;
    }
    if (meta !== undefined && !checkPageMetaStrict(meta, issues, issues && [...path, "meta"])) return false;
  } else if (report(issues, path, "type", "object", value)) return false;
  return true;
}

export function checkPageMetaStrict(value, issues, path) {
  if (isObject(value)) {
    const {
      first_page_url: firstPageUrl,
      key,
      next_page_url: nextPageUrl,
      page,
      page_size: pageSize,
      previous_page_url: previousPageUrl,
      url,
    } = value;
    if (firstPageUrl !== undefined) {
      if (typeof firstPageUrl === "string") {
        if (!isUri(firstPageUrl) && report(issues, issues && [...path, "first_page_url"], "format", "uri", firstPageUrl)) return false;
      } else if (report(issues, issues && [...path, "first_page_url"], "type", "string", firstPageUrl)) return false;
    }
    if (key !== undefined && typeof key !== "string" && report(issues, issues && [...path, "key"], "type", "string", key)) return false;
    if (nextPageUrl !== undefined) {
      if (typeof nextPageUrl === "string") {
        if (!isUri(nextPageUrl) && report(issues, issues && [...path, "next_page_url"], "format", "uri", nextPageUrl)) return false;
      } else if (nextPageUrl !== null && report(issues, issues && [...path, "next_page_url"], "type", ["string", "null"], nextPageUrl)) return false;
    }
    if (page !== undefined && !Number.isInteger(page) && report(issues, issues && [...path, "page"], "type", "integer", page)) return false;
    if (pageSize !== undefined && !Number.isInteger(pageSize) && report(issues, issues && [...path, "page_size"], "type", "integer", pageSize)) return false;
    if (previousPageUrl !== undefined) {
      if (typeof previousPageUrl === "string") {
        if (!isUri(previousPageUrl) && report(issues, issues && [...path, "previous_page_url"], "format", "uri", previousPageUrl)) return false;
      } else if (previousPageUrl !== null && report(issues, issues && [...path, "previous_page_url"], "type", ["string", "null"], previousPageUrl)) return false;
    }
    if (url !== undefined) {
      if (typeof url === "string") {
        if (!isUri(url) && report(issues, issues && [...path, "url"], "format", "uri", url)) return false;
      } else if (report(issues, issues && [...path, "url"], "type", "string", url)) return false;
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

export function checkProcessingStateStrict(value, issues, path) {
  if (!processingStateValues.includes(value) && report(issues, path, "enum", processingStateValues, value)) return false;
  return true;
}
