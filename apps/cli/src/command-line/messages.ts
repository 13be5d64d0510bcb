import {
  type ApplicationText,
  ArgumentScannerError,
  formatMessageForArgumentScannerError,
  text_en,
} from "@stricli/core";

const DASH_HINT = "a value that begins with a dash is written --option=VALUE";

/** Messages for arguments that stricli cannot parse; the last line names the help to read. */
export const messages: ApplicationText = {
  ...text_en,
  noCommandRegisteredForInput: ({ input, corrections }) => {
    const names = corrections.map((name) => name.replaceAll("`", ""));
    const what = input.startsWith("-")
      ? `option ${input} before the command`
      : `command ${JSON.stringify(input)}${didYouMean(names)}`;
    return `unknown ${what}\nSee earmark --help.`;
  },
  exceptionWhileParsingArguments: (exception) => {
    if (!(exception instanceof ArgumentScannerError)) throw exception;
    const message = formatMessageForArgumentScannerError(exception, {
      FlagNotFoundError: ({ input, corrections }) =>
        `unknown option --${input}${didYouMean(corrections.map((name) => `--${name}`)) || `; ${DASH_HINT}`}`,
      AliasNotFoundError: ({ input }) => `unknown option -${input}; ${DASH_HINT}`,
      UnsatisfiedFlagError: ({ externalFlagName, nextFlagName }) =>
        `--${externalFlagName} needs a value${nextFlagName === undefined ? "" : `, received --${nextFlagName}; ${DASH_HINT}`}`,
      UnexpectedFlagError: ({ externalFlagName, previousInput, input }) =>
        `--${externalFlagName} takes one value, received ${JSON.stringify(previousInput)} and ${JSON.stringify(input)}`,
      UnexpectedPositionalError: ({ input }) => `unexpected argument ${JSON.stringify(input)}`,
      ArgumentParseError: ({ externalFlagNameOrPlaceholder, input }) =>
        `--${externalFlagNameOrPlaceholder} is a switch and takes no value, received ${JSON.stringify(input)}`,
    });
    return `${message}\nSee the command's --help.`;
  },
};

function didYouMean(names: readonly string[]): string {
  return names.length === 0 ? "" : `; did you mean ${names.join(" or ")}?`;
}
