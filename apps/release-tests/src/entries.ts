import type { Package } from "./workspace/packages.ts";

/** A module that a package offers. */
export interface Entry {
  /** `@earmark/sandbox/node`. */
  readonly name: string;
  /** Whether there is code, and not types alone. */
  readonly hasCode: boolean;
}

/** Every module that packages offer, but for those that are for users of an optional peer and called after it. */
export function entries(packages: readonly Package[]): readonly Entry[] {
  return packages.flatMap(({ manifest }) => {
    const peers = Object.keys(manifest.peerDependenciesMeta ?? {});
    return Object.entries(manifest.exports ?? {})
      .filter(([path, target]) => typeof target === "object" && !peers.includes(path.slice(2)))
      .map(([path, target]) => ({
        name: `${manifest.name}${path.slice(1)}`,
        hasCode: Object.keys(target).includes("default"),
      }));
  });
}
