import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { connect, createServer, type Socket } from "node:net";
import { join } from "node:path";
import { createSecureContext, TLSSocket } from "node:tls";

/** An address of this machine that the settings take for another one. */
export const far = "127.0.0.2";

/** A certificate for a name or an address that is its own authority. @returns the file of it, and of its key */
export function makeCertificate(folder: string, name: string, subject: string) {
  const cert = join(folder, `${name}.pem`);
  const key = join(folder, `${name}.key`);
  const made = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"];
  const about = ["-subj", "/CN=test", "-addext", `subjectAltName=${subject}`, "-keyout", key, "-out", cert];
  execFileSync("openssl", [...made, ...about], { stdio: "ignore" });
  return { cert, key };
}

/**
 * The test's Postgres at an address of TCP: with TLS by that certificate, or answering that it has none.
 * @param address of the database behind it, which listens on a socket in a folder
 */
export async function startInFront(address: string, files: { cert: string; key: string } | null) {
  const behind = new URL(address);
  const path = join(decodeURIComponent(behind.hostname), `.s.PGSQL.${behind.port || 5432}`);
  const secureContext = files && createSecureContext({ cert: readFileSync(files.cert), key: readFileSync(files.key) });
  const open = new Set<Socket>();
  const server = createServer(async (socket) => {
    open.add(socket);
    socket.on("error", () => {});
    const [first] = (await once(socket, "data")) as [Buffer];
    const asksForTls = first.length === 8 && first.readUInt32BE(4) === 80_877_103;
    if (asksForTls) socket.write(secureContext ? "S" : "N");
    const front = asksForTls && secureContext ? new TLSSocket(socket, { isServer: true, secureContext }) : socket;
    front.on("error", () => {});
    const back = connect(path).on("error", () => front.destroy());
    open.add(back);
    if (!asksForTls) back.write(first);
    front.pipe(back).pipe(front);
  }).listen(0, far);
  await once(server, "listening");
  const at = server.address();
  const url = new URL(address);
  url.host = `${far}:${typeof at === "object" ? at?.port : 0}`;
  return {
    url: url.href,
    stop: () => {
      for (const socket of open) socket.destroy();
      server.close();
    },
  };
}
