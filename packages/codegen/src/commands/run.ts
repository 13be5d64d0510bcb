import { createRequire } from "node:module";
import { type ReportFormat as LintFormat, printable } from "@earmark/openapi";
import { buildDiffCommand } from "@earmark/openapi-diff/command";
import {
  argument,
  type Context as BasicContext,
  formats,
  runCommandLine,
  runs,
} from "@earmark/openapi-diff/command-line";
import { buildCommand, buildRouteMap, type Command } from "@stricli/core";
import type { ReportFormat } from "../release/upstream/format.ts";
import type { ChangesetFlags } from "./changeset.ts";
import type { GenerateFlags } from "./generate.ts";
import type { InitFlags } from "./init.ts";
import type { ExitCode, Io } from "./io.ts";

type Context = BasicContext<Io>;

/** Runs the command line and returns its exit code; never exits by itself. */
export function runCodegen(args: readonly string[], io: Io): Promise<ExitCode> {
  const { version } = createRequire(import.meta.url)("../../package.json") as { version: string };
  const { progress } = io;
  const shown = progress === undefined ? io : { ...io, progress: (text: string) => progress(printable(text)) };
  return runCommandLine(ROUTES, version, args, shown);
}

function toggle(brief: string) {
  return { kind: "boolean", default: false, withNegated: false, brief } as const;
}

function option(placeholder: string, brief: string) {
  return { kind: "parsed", parse: String, optional: true, placeholder, brief } as const;
}

function options(placeholder: string, brief: string) {
  return { ...option(placeholder, brief), variadic: true } as const;
}

const generate = buildCommand<GenerateFlags & { watch: boolean }, [], Context>({
  docs: {
    brief: "Regenerate all packages from openapi/, or one folder from one document",
    fullDescription:
      "Inside a workspace: regenerates packages/NAME-{types,validators,client} for every openapi/NAME.yaml, after the\n" +
      "overlays that earmark.config.ts names, and of the operations that it includes.\n" +
      "With --spec and --out: writes types, validators and the operation table of one document into a folder that works by itself.\n" +
      'SELECTOR: tag:NAME, a path such as /orders/** or "GET /orders/*", or an operationId. * stands for any characters, in a\n' +
      "path within a segment; ** for any segments. Webhooks go by tag, operationId or name. Nothing that an operation needs is\n" +
      "lost; a selector that selects nothing is an error.",
  },
  parameters: {
    flags: {
      check: toggle("Change nothing; exit 1 and name every file that is missing, different or extra"),
      watch: toggle("Generate again after every save, until interrupted"),
      failOnSkipped: toggle("Write nothing, and exit 1, where something would be skipped that cannot be generated"),
      spec: option("FILE", "The document to read"),
      out: option("DIR", "The folder to write"),
      overlay: options(
        "FILE",
        "An OpenAPI Overlay for the document of --spec; several are applied in the order of the call",
      ),
      include: options("SELECTOR", "Operations of --spec to generate, with all that they need; any of several"),
      exclude: options("SELECTOR", "Operations to leave out of those"),
      keepUnused: {
        kind: "boolean",
        optional: true,
        withNegated: false,
        brief: "Generate schemas, too, that no operation uses then",
      },
    },
  },
  loader: runs(async () => {
    const [command, { watchDocuments }] = await Promise.all([import("./generate.ts"), import("./watch.ts")]);
    return (io, flags) => (flags.watch ? watchDocuments(flags, io, io.interrupted()) : command.generate(flags, io));
  }),
});

const lint = buildCommand<{ format: LintFormat; inventory: boolean }, [string, ...string[]], Context>({
  docs: {
    brief: "List what is wrong with documents as file:line:column rule message; exit 1 on an error",
    fullDescription:
      "Lists what generating from the documents says, and what Redocly finds. What is said of many places is one entry.\n" +
      "Warnings and infos alone exit 0, a document that cannot be read 2. Every rule is explained in RULES.md of @earmark/openapi.\n" +
      "With --inventory: for each field and keyword, by its place, whether it is generated, and into which packages; only\n" +
      "documentation; not generated, and why; reported, or refused, and by which rule.",
  },
  parameters: {
    flags: {
      inventory: toggle("List what becomes of each field and keyword instead"),
      format: formats(
        ["text", "json", "github"],
        "For a terminal, a program, or the checks of a pull request on GitHub",
      ),
    },
    positional: {
      kind: "array",
      minimum: 1,
      parameter: argument("FILE", "An OpenAPI document, or an OpenAPI Overlay"),
    },
  },
  loader: runs(async () => {
    const [command, { inventory }] = await Promise.all([import("./lint.ts"), import("./inventory.ts")]);
    return (io, flags, ...files) => (flags.inventory ? inventory : command.lint)(files, flags.format, io);
  }),
});

const upgrade = buildCommand<Record<never, never>, [string], Context>({
  docs: {
    brief: "Write a document of Swagger 2.0 or OpenAPI 3.0 as one of 3.1, in YAML",
    fullDescription:
      "Prints the document as one of OpenAPI 3.1, which generates the same packages: files that it refers to are put into it,\n" +
      "and comments are left out. What its author should know about how it has been understood goes to stderr.\n" +
      "FILE is a file, or a revision as git writes it: main:spec/api.yaml. Changes nothing.",
  },
  parameters: {
    positional: {
      kind: "tuple",
      parameters: [argument("FILE", "An OpenAPI document of any version")],
    },
  },
  loader: runs(async () => {
    const command = await import("./upgrade.ts");
    return (io, _flags, file) => command.upgrade(file, io);
  }),
});

const add = buildCommand<Record<never, never>, [string], Context>({
  docs: {
    brief: "Scaffold the packages of a new document, generate, and install",
  },
  parameters: {
    positional: {
      kind: "tuple",
      parameters: [argument("FILE", "The document: in openapi/, or one that the config names")],
    },
  },
  loader: runs(async () => {
    const command = await import("./add.ts");
    return (io, _flags, file) => command.add(file, io);
  }),
});

const init = buildCommand<InitFlags, [], Context>({
  docs: {
    brief: "Make this repository ready: scripts, packages of its documents, and an install; run again, it completes",
    fullDescription:
      "Finds the package manager, the folders of packages and the scope of the repository around the working directory, puts\n" +
      "the document into openapi/, generates from it, and installs. Nothing that exists is overwritten.\n" +
      "In a single package, what is generated goes to src/generated/NAME; in an empty folder, a package is started.",
  },
  parameters: {
    flags: {
      spec: option(
        "FILE|URL",
        "The document to begin with; without one, those in openapi/, else a small one to start from",
      ),
      name: option("NAME", "What the document is called; without it, as its file, or by its title"),
      scope: option("@SCOPE", "The scope of generated packages, where the name of the root package has none"),
      dryRun: toggle("Say what would be written, and do nothing"),
    },
  },
  loader: runs(async () => {
    const command = await import("./init.ts");
    return (io, flags) => command.init(flags, io);
  }),
});

const BASE =
  "Without --base, the branch began at its merge base with the branch of GITHUB_BASE_REF, else with the commit of\n" +
  "CI_MERGE_REQUEST_DIFF_BASE_SHA, else with origin/HEAD. On that branch itself, and without a remote, it is the last\n" +
  "release, without what committed changesets tell of.";

const BASE_OPTION = option(
  "FILE|REF",
  "Compare with all documents at a git ref, or with this document (FILE or REF:path)",
);

const changeset = buildCommand<ChangesetFlags, [], Context>({
  docs: {
    brief: "Write the changesets that the edits of documents ask for; --check exits 1 where one is missing or too low",
    fullDescription:
      "Compares every document with what it was where this branch began, finds the packages that expose what changed, and\n" +
      "writes one file .changeset/api-HASH.md for each document that changed, with the bump of each package. It replaces\n" +
      "the files that it wrote for the same branch, and touches no other.\n" +
      "Raise a bump there, or in a changeset of your own; lower one with its reason behind it: patch # because …\n" +
      "Without .changeset/config.json it prints a report in Markdown: what changed, and which version each package needs.\n" +
      "--check exits 1 then where something breaks, and the version in package.json was not raised as far as that needs.\n" +
      BASE,
  },
  parameters: {
    flags: {
      check: toggle("Change nothing; exit 1 and name every package whose bump is missing or too low"),
      format: formats(["text", "github"], "How --check writes: for a terminal, or for the checks of a pull request"),
      base: BASE_OPTION,
    },
  },
  loader: runs(async () => {
    const command = await import("./changeset.ts");
    return (io, flags) => command.changeset(flags, io);
  }),
});

const pull = buildCommand<{ check: boolean }, string[], Context>({
  docs: {
    brief:
      "Fetch documents that the config names by URL into their files; --check exits 1 where one is not what is published",
    fullDescription:
      "Fetches the documents NAME, or all that have a url in earmark.config.ts, into its file, and writes URL, ETag or\n" +
      "Last-Modified, and SHA-256 to NAME.source.json beside it. A file that was edited since stays as it is: exit 1.\n" +
      "Where a document cannot be fetched, or is none, its file stays as it is: exit 2. No other command fetches anything.\n" +
      "Headers of the config reach the host of the URL only; env:NAME in them is taken from the environment. HTTPS_PROXY,\n" +
      "HTTP_PROXY, NO_PROXY and NODE_EXTRA_CA_CERTS count. A document may take 64 MiB, 60 seconds and 10 redirects.",
  },
  parameters: {
    flags: {
      check: toggle("Change nothing; exit 1 and name every file that was edited, or is not what is published any more"),
    },
    positional: {
      kind: "array",
      parameter: argument("NAME", "A document of the config, by its name"),
    },
  },
  loader: runs(async () => {
    const command = await import("./pull.ts");
    return (io, flags, ...names) => command.pull(names, flags, io);
  }),
});

const upstream = buildCommand<{ document?: string; format: ReportFormat }, [string], Context>({
  docs: {
    brief:
      "Compare our documents with the one that the provider publishes; exit 1 at undeclared drift or a stale repair",
    fullDescription:
      "Compares every openapi/NAME.yaml that has operations of FILE with it, operation by operation: what the provider has\n" +
      "and we lack, what we have and the provider lacks, what differs on the wire. Names, words and examples are not compared.\n" +
      "Known mistakes of the provider are declared in openapi/upstream/NAME.overlay.yaml (OpenAPI Overlay), each with\n" +
      "its reason as description. They are applied to FILE first, and named when there is nothing left for them to repair.\n" +
      "FILE is a file, or a revision as git writes it: main:spec/api.yaml. Changes nothing.",
  },
  parameters: {
    flags: {
      document: option("NAME", "Compare openapi/NAME.yaml only"),
      format: formats(["text", "json", "markdown"], "For a terminal, a program, or an issue"),
    },
    positional: {
      kind: "tuple",
      parameters: [argument("FILE", "The provider's document: a file, or REF:path")],
    },
  },
  loader: runs(async () => {
    const command = await import("./upstream.ts");
    return (io, flags, file) => command.upstream(file, flags, io);
  }),
});

const version = buildCommand<Record<never, never>, [], Context>({
  docs: {
    brief: "Turn pending changesets into versions and changelogs, and record the documents in openapi/released/",
    fullDescription:
      "Runs `changeset version`, copies every openapi/NAME.yaml to openapi/released/NAME.yaml, regenerates what names a\n" +
      "version, and refreshes the lock file. With no changeset pending, it says so and changes nothing.\n" +
      "Without .changeset/config.json, versions are set by then: it only records the documents, and refuses a version that\n" +
      "does not tell of what breaks.",
  },
  parameters: {},
  loader: runs(async () => {
    const command = await import("./version.ts");
    return (io) => command.version(io);
  }),
});

const apiUpdate = buildCommand<{ base?: string }, [], Context>({
  docs: {
    brief: "After an edit of openapi/: lint, diff, generate, build, test, contract, changeset, and a summary",
    fullDescription:
      "Does everything that an edit of openapi/ asks for, and stops at the first thing that a person must decide.\n" +
      "Prints a summary to paste into a pull request. Safe to run again.\n" +
      BASE,
  },
  parameters: {
    flags: {
      base: BASE_OPTION,
    },
  },
  loader: runs(async () => {
    const command = await import("./api-update.ts");
    return (io, flags) => command.apiUpdate(flags, io);
  }),
});

// It is published without the types of Stricli, whose declarations do not check everywhere.
const diff = buildDiffCommand(async () => (await import("../workspace/edition.ts")).readEdition) as Command<Context>;

const ROUTES = buildRouteMap<string, Context>({
  routes: { init, add, "api-update": apiUpdate, changeset, diff, generate, lint, pull, upgrade, upstream, version },
  docs: { brief: "From an OpenAPI document to types, validators and a client" },
});
