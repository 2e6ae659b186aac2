import { copyFileSync } from "node:fs";
import { startTimeAuthority } from "./time-authority";

// Run by Playwright: a time authority on the given port, its root in the given file, until the tests are over.
const [port = "0", caFile = ""] = process.argv.slice(2);
const authority = await startTimeAuthority({ port: Number(port), name: "Browser Test Time" });
copyFileSync(authority.caFile, caFile);
const stop = () => void authority.close().then(() => process.exit(0));
process.once("SIGTERM", stop);
process.once("SIGINT", stop);
