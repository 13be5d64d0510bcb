import { CHANNELS, type Impact } from "@earmark/openapi-diff";

export type Channel = keyof Impact;

/** The packages that a document feeds: `packages/NAME-KIND`. */
export const GENERATED_KINDS = ["types", "validators", "client"] as const;
export type GeneratedKind = (typeof GENERATED_KINDS)[number];

/**
 * What the users of each generated package see of the API. A client holds requests to their schemas before it sends
 * them, and shows all there is; types and validators send nothing.
 */
export const GENERATED_CHANNELS: Readonly<Record<GeneratedKind, readonly Channel[]>> = {
  types: ["types", "surface", "docs"],
  validators: ["types", "validators", "surface", "docs"],
  client: CHANNELS,
};

function generated(file: string): { readonly types: string; readonly default: string } {
  return { types: `./src/generated/${file}.d.ts`, default: `./src/generated/${file}.js` };
}

/** Entry points of generated packages, and the generated files that they are. */
export const EXPORTS: Readonly<
  Record<GeneratedKind, Readonly<Record<string, { readonly types: string; readonly default?: string }>>>
> = {
  types: {
    ".": { types: "./src/generated/types.gen.d.ts" },
    "./strict": { types: "./src/generated/types.strict.gen.d.ts" },
  },
  validators: {
    ".": generated("validators.gen"),
    "./strict": generated("validators.strict.gen"),
    "./checks": generated("checks.gen"),
  },
  client: {
    ".": generated("client.gen"),
    "./operations": generated("operations.gen"),
    "./schemas": generated("schemas.gen"),
  },
};
