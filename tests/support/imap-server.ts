import { spawn } from "node:child_process";
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createConnection, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Dovecot on this machine, with one mailbox in a folder of its own. `list` names the mails in a folder. */
export type ImapServer = {
  url: string;
  put: (raw: Buffer) => void;
  count: (folder: "INBOX" | "Filed" | "Refused") => number;
  stop: () => Promise<void>;
};

const password = "not a secret";

/** Debian's user for mail. Dovecot opens no mailbox as root. */
const owner = 8;

export async function startImapServer(): Promise<ImapServer> {
  const home = mkdtempSync(join(tmpdir(), "imap-"));
  // Its own users pass through it.
  chmodSync(home, 0o711);
  const box = join(home, "mail");
  for (const folder of ["run", "state", "mail/new", "mail/cur", "mail/tmp"])
    mkdirSync(join(home, folder), { recursive: true });
  for (const folder of [".", "new", "cur", "tmp"]) chownSync(join(box, folder), owner, owner);
  const port = await freePort();
  const file = join(home, "dovecot.conf");
  writeFileSync(file, settings(home, port));
  const child = spawn("dovecot", ["-F", "-c", file], { stdio: "ignore" });
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  await answers(port);
  let number = 0;
  const mailsIn = (folder: string) =>
    ["new", "cur"].reduce((sum, part) => sum + filesIn(join(box, folder, part)).length, 0);
  return {
    url: `imap://inbox:${encodeURIComponent(password)}@127.0.0.1:${port}/INBOX`,
    put: (raw) => {
      number += 1;
      writeFileSync(join(box, "new", `${number}.test`), raw);
    },
    count: (folder) => mailsIn(folder === "INBOX" ? "" : `.${folder}`),
    stop: async () => {
      child.kill("SIGTERM");
      await gone;
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function answers(port: number): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = createConnection(port, "127.0.0.1", () => {
        socket.destroy();
        resolve(true);
      });
      socket.once("error", () => resolve(false));
    });
    if (open) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("Dovecot did not start.");
}

const settings = (home: string, port: number): string => `dovecot_config_version = 2.4.0
dovecot_storage_version = 2.4.0
base_dir = ${home}/run
state_dir = ${home}/state
log_path = ${home}/log
protocols = imap
listen = 127.0.0.1
default_internal_user = dovecot
default_internal_group = dovecot
default_login_user = dovenull
first_valid_uid = ${owner}
first_valid_gid = ${owner}
ssl = no
auth_allow_cleartext = yes
mail_driver = maildir
mail_path = ${home}/mail
mail_uid = ${owner}
mail_gid = ${owner}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
passdb static {
  password = ${password}
}
userdb static {
  fields {
    uid = ${owner}
    gid = ${owner}
    home = ${home}
  }
}
`;
