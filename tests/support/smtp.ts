import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

type Received = { to: string[]; raw: string; mail: ParsedMail };

/** A real mail server on this machine that keeps what it is given. */
export type MailServer = { url: string; port: number; received: Received[]; stop: () => Promise<void> };

/** @param options of `smtp-server`: what it refuses, and on which port it listens */
export async function startMailServer(
  options: SMTPServerOptions & { port?: number; host?: string } = {},
): Promise<MailServer> {
  const { port = 0, host = "127.0.0.1", ...rest } = options;
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    hideSTARTTLS: true,
    onData(stream, session, done) {
      const pieces: Buffer[] = [];
      stream.on("data", (piece: Buffer) => pieces.push(piece));
      stream.on("end", () => {
        const bytes = Buffer.concat(pieces);
        const to = session.envelope.rcptTo.map((sMTPServerAddress) => sMTPServerAddress.address);
        simpleParser(bytes).then((mail) => {
          received.push({ to, raw: bytes.toString("utf8"), mail });
          done();
        }, done);
      });
    },
    ...rest,
  });
  // A client that goes away is no error of the server.
  server.on("error", () => {});
  await new Promise<void>((resolve, reject) => {
    server.server.once("error", reject);
    server.listen(port, host, () => resolve());
  });
  const { port: taken } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${taken}`,
    port: taken,
    received,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
