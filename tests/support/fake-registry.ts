import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync } from "node:zlib";

type Fault = { name: string; severity: string; range: string; id: string; correctionsIn: string };

export type FakeRegistry = {
  address: string;
  /** What each question for faults sent: packages with their versions. */
  asked: Record<string, string[]>[];
  /** Every path that was asked for, and all bodies as one text. */
  paths: string[];
  bodies: string[];
  faults: Fault[];
  stop: () => void;
};

/** A registry on this machine that answers as npm's does when it is asked for known faults, and says who asked what. */
export async function startRegistry(): Promise<FakeRegistry> {
  const asked: FakeRegistry["asked"] = [];
  const [paths, bodies, faults]: [string[], string[], Fault[]] = [[], [], []];
  const server = createServer(async (request, answer) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const sent = Buffer.concat(chunks);
    const body = (request.headers["content-encoding"] === "gzip" ? gunzipSync(sent) : sent).toString();
    paths.push(`${request.method} ${request.url}`);
    bodies.push(body);
    answer.setHeader("content-type", "application/json");
    if (request.url === "/-/npm/v1/security/advisories/bulk") {
      asked.push(JSON.parse(body) as Record<string, string[]>);
      return answer.end(JSON.stringify(advisories(faults)));
    }
    const fault = faults.find(({ name }) => request.url === `/${name}`);
    answer.statusCode = fault ? 200 : 404;
    answer.end(JSON.stringify(fault ? packument(fault) : {}));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, asked, paths, bodies, faults, stop };
}

function advisories(faults: readonly Fault[]) {
  const rows = faults.map(({ name, severity, range, id }, at) => [
    name,
    [
      {
        id: at + 1,
        severity,
        vulnerable_versions: range,
        cwe: [],
        cvss: { score: 0, vectorString: null },
        url: `https://github.com/advisories/${id}`,
        title: "\u001b[31mWords of a stranger",
      },
    ],
  ]);
  return Object.fromEntries(rows) as Record<string, unknown>;
}

function packument({ name, correctionsIn }: Fault) {
  const versions = { [correctionsIn]: { name, version: correctionsIn, dist: {} } };
  return { name, "dist-tags": { latest: correctionsIn }, versions };
}
