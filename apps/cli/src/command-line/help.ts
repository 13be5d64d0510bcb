import { commands } from "../commands/index.ts";
import { builtInOptions, sharedOptions } from "../options/shared-options.ts";
import { columns } from "./columns.ts";
import { optionRow } from "./command-help.ts";

const environment = [
  ["TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN", "Credentials of an account."],
  ["TWILIO_API_KEY, TWILIO_API_SECRET", "Credentials of an API key. Wins if both pairs are complete."],
  ["EARMARK_BASE_URL", "Where the API is. https://insights.twilio.com unless set."],
  ["TWILIO_REGION", "us1 or empty: call annotations exist in US1 only, so any other region is refused."],
  ["HTTPS_PROXY, NO_PROXY", "The proxy for https:, and the hosts to reach without it."],
  ["NODE_EXTRA_CA_CERTS", "A file of certificates to trust besides the well-known ones."],
] as const;

const exitCodes = [
  ["0", "Done."],
  ["1", "Something unexpected."],
  ["2", "A wrong call, or input that the document or the API refuses."],
  ["3", "Not authenticated, or not allowed."],
  ["4", "No such call."],
  ["5", "Network, timeout, or the service kept failing."],
  ["130, 143", "Stopped by SIGINT or SIGTERM."],
] as const;

/** What `earmark --help` prints. */
export function rootHelp(): string {
  return [
    "earmark COMMAND [options]\n",
    "Notes what people and programs found out about voice calls, in Twilio's call annotations.\n",
    `Commands:\n${columns(Object.entries(commands).map(([name, { brief }]) => [name, `${brief}.`]))}`,
    `Options of every command:\n${columns([...sharedOptions, ...builtInOptions].map(optionRow))}`,
    `Environment:\n${columns(environment)}`,
    `Exit codes:\n${columns(exitCodes)}`,
    "Data goes to stdout, everything else to stderr. earmark COMMAND --help says more about a command.\n",
  ].join("\n");
}
