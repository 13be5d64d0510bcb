import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { documentFile } from "./document-file.ts";

type Named = { readonly name: string };

/** What was generated for a contract says what it was generated from: a hash, by package. */
export async function recordedHashes({ name }: Named): Promise<Readonly<Record<string, unknown>>> {
  const packages = ["types", "validators", "client"].map((kind) => `${name}-${kind}`);
  const hashes = packages.map(async (folder) => {
    const file = new URL(`../../../../packages/${folder}/src/generated/manifest.json`, import.meta.url);
    return [folder, JSON.parse(await readFile(file, "utf8")).document.sha256] as const;
  });
  return Object.fromEntries(await Promise.all(hashes));
}

/** The hash of a document as it is now: of its file and of those that it refers to, in the order of their mention. */
export async function documentHash(contract: Named): Promise<string> {
  const file = documentFile(contract);
  const text = await readFile(file, "utf8");
  const mentioned = new Set(
    [...text.matchAll(/\$ref: "?([^"#\s]+)#/g)].map(([, other = ""]) => join(dirname(file), other)),
  );
  const others = await Promise.all([...mentioned].map((other) => readFile(other, "utf8")));
  return createHash("sha256")
    .update([text, ...others].join("\0"))
    .digest("hex");
}
