import { join } from "node:path";
import postgres from "postgres";
import { startPostgres } from "../../db/embedded";

type Server = "demo" | "plain";

/** The address of the server with the demonstration (the default of `page.goto("/")`), or of the one without. */
export const originOf = (server: Server): string =>
  `http://localhost:${server === "demo" ? process.env.E2E_DEMO_PORT : process.env.E2E_PLAIN_PORT}`;

/** Where that server keeps its evidence and keys. */
export const dataDirOf = (server: Server): string => join(process.env.E2E_FOLDER ?? "", server);

/** That server's database as its owner: for a setup token, or to look at what was kept. Ended by the caller. */
export async function ownerOf(server: Server): Promise<postgres.Sql> {
  const { ownerUrl } = await startPostgres({ dataDir: dataDirOf(server) });
  return postgres(ownerUrl, { max: 1, onnotice: () => {} });
}
