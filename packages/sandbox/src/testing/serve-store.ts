// The entry of a process of its own: a sandbox over an SQLite store, to be killed. node serve-store.ts FILE
import { createSandbox } from "../index.ts";
import { listen } from "../node.ts";
import { createSqliteStore } from "../sqlite.ts";

const store = createSqliteStore(process.argv[2] ?? "");
const { url } = await listen(createSandbox({ store, onError: (error) => process.stderr.write(`${error}\n`) }));
process.stdout.write(`${url}\n`);
