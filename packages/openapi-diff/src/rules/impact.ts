/** How much a change asks of those whom it concerns, from nothing to a new major version. */
export const LEVELS = ["none", "patch", "minor", "major"] as const;
export type Level = (typeof LEVELS)[number];

/**
 * Who looks at a document, and so what a change can mean.
 *
 * - `wire`: programs that already run, on either side of the network.
 * - `types`: source code that is compiled against the generated declarations.
 * - `validators`: which values the generated validators accept.
 * - `surface`: names that the generated packages export: types, validators, methods, parameters, options.
 * - `docs`: people who read.
 */
export const CHANNELS = ["wire", "types", "validators", "surface", "docs"] as const;
type Channel = (typeof CHANNELS)[number];

/** What a change means, for everybody who looks. */
export type Impact = Readonly<Record<Channel, Level>>;

/** An impact from the channels that it has one on. */
export function impactOf(channels: Partial<Impact>): Impact {
  return { wire: "none", types: "none", validators: "none", surface: "none", docs: "none", ...channels };
}

/** The highest level of each channel; `none` everywhere for nothing. */
export function highestImpact(impacts: Iterable<Impact>): Impact {
  let highest = impactOf({});
  for (const impact of impacts) {
    const higher = CHANNELS.map((channel) => [channel, higherLevel(highest[channel], impact[channel])]);
    // The entries are those of `CHANNELS`, each with a level.
    highest = Object.fromEntries(higher) as Impact;
  }
  return highest;
}

/** The highest level over the channels. */
export function levelOf(impact: Impact): Level {
  return CHANNELS.map((channel) => impact[channel]).reduce(higherLevel);
}

/** The higher of two levels. */
export function higherLevel(one: Level, other: Level): Level {
  return LEVELS.indexOf(one) > LEVELS.indexOf(other) ? one : other;
}
