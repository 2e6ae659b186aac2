import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { inspectPostgres } from "../../db/embedded";
import { dataDirOf, originOf } from "../support/e2e";

type Server = "demo" | "plain";

const folder = process.env.E2E_FOLDER ?? "";
const linesOf = (path: string) =>
  existsSync(path) ? [...new Set(readFileSync(path, "utf8").split("\n").filter(Boolean))].toSorted() : [];

const givenToDemo = ["E2E_TIME_PORT", "E2E_SSO_PORT", "E2E_OTEL_PORT"];

/** What the settings name: its own address, its Postgres, and the services that the demonstration of the tests has. */
function named(server: Server): string[] {
  const { running } = inspectPostgres(dataDirOf(server));
  const { socketFolder = "", port = 0 } = running ?? {};
  const own = new URL(originOf(server)).port;
  const given = server === "demo" ? givenToDemo.map((name) => `127.0.0.1:${process.env[name]}`) : [];
  return [
    `localhost:${own}`,
    `127.0.0.1:${own}`,
    ...given,
    socketFolder ? `${socketFolder}/.s.PGSQL.${port}` : `127.0.0.1:${port}`,
  ];
}

/** A loader of TypeScript and the process that started it talk by a pipe. */
const isPipe = (place: string) => /\/tsx-\d+\/\d+\.pipe$/.test(place);

for (const server of ["demo", "plain"] as const) {
  test(`the server of the ${server} connected to what its settings name, and to nothing else`, () => {
    const outbound = linesOf(join(folder, `${server}-record`, "outbound"));
    const allowed = named(server);
    expect(outbound.filter((place) => allowed.includes(place)).length).toBeGreaterThan(1);
    expect(outbound.filter((place) => !allowed.includes(place) && !isPipe(place))).toEqual([]);
    test.info().annotations.push({ type: "connected to", description: outbound.join(", ") });
  });
}

/** The dictionary of the spelling checker, which Chromium has no switch for. It is asked for by the browser, never by a page. */
const dictionary = "CONNECT redirector.gvt1.com:443";

for (const who of ["pages", "browser"] as const) {
  test(`what the ${who} asked of anybody outside: nothing`, () => {
    const file = join(folder, `asked-by-${who}`);
    expect(existsSync(file)).toBe(true);
    const asked = linesOf(file);
    expect(who === "browser" ? asked.filter((line) => line !== dictionary) : asked).toEqual([]);
  });
}
