import { startService } from "./oidc-service";

// Run by Playwright: a sign-in service on the given port, for the given redirect address, until the tests are over.
const [port = "0", redirect = ""] = process.argv.slice(2);
const service = await startService({ port: Number(port), redirect, visitor: { accountId: "kestrel-7" } });
const stop = () => void service.stop().then(() => process.exit(0));
process.once("SIGTERM", stop);
process.once("SIGINT", stop);
