import type { Section } from "./measure/table.ts";
import type { Options, SectionName } from "./options.ts";
import { bundle } from "./peers/bundle.ts";
import { PEERS } from "./peers/peers.ts";
import type { Context } from "./sections/context.ts";
import { generation } from "./sections/generation.ts";
import { importTime } from "./sections/import-time.ts";
import { size } from "./sections/size.ts";
import { validators } from "./sections/validators.ts";

const SECTIONS: Readonly<Record<SectionName, (context: Context) => Promise<Section>>> = {
  validators,
  size,
  import: importTime,
  generation,
};

/** What a run may use; `talk` is told what is going on. */
export interface Surroundings extends Pick<Context, "folder" | "random"> {
  talk(line: string): void;
}

/** One section after the other: nothing of ours runs beside what is measured. */
export async function runSections(options: Options, { talk, ...rest }: Surroundings): Promise<Section[]> {
  const [ours, ...others] = PEERS;
  const bundles = [
    await bundle(ours, rest.folder),
    ...(await Promise.all(others.map((peer) => bundle(peer, rest.folder)))),
  ] as const;
  const context: Context = { ...rest, bundles: [...bundles], quick: options.quick, spec: options.spec };
  const sections: Section[] = [];
  for (const name of options.sections) {
    talk(`measuring ${name} …`);
    sections.push(await SECTIONS[name](context));
  }
  return sections;
}
