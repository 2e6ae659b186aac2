import "server-only";
import { ImapFlow } from "imapflow";
import { env } from "../env";
import { mayGoPlain } from "../network/tls-policy";

/** Beside the mailbox: what was taken in, and what was not or not whole. */
const folders = { filed: "Filed", refused: "Refused" } as const;

/** So many mails in one round; the rest waits for the next. */
const mostOfRound = 100;

/** A mail in the mailbox: `raw` is only its beginning where it is larger than what is read whole. `size` in bytes. */
export type BoxedMail = { raw: Buffer; size: number };

/** `stay`: it is offered again in the next round. */
export type Moved = keyof typeof folders | "stay";

/** Why the mailbox could not be read, as a key of ours: the server's own words may hold an address. */
export class MailboxAway extends Error {
  readonly fault: "sign_in" | "no_tls" | "no_folder" | "unreachable";

  constructor(fault: MailboxAway["fault"]) {
    super(`The mailbox cannot be read: ${fault}.`);
    this.name = "MailboxAway";
    this.fault = fault;
  }
}

export const hasMailbox = (): boolean => env().IMAP_URL !== undefined;

type Limits = { wholeUpTo: number; head: number };

/**
 * Offers each mail of the mailbox, the oldest first, and moves it where `take` says. One for which `take` fails stays
 * and does not hold up the others; what was taken before a crash is offered again.
 * @returns how many were offered, and how many failed @throws MailboxAway
 */
export async function emptyMailbox(
  { wholeUpTo, head }: Limits,
  take: (mail: BoxedMail) => Promise<Moved>,
): Promise<{ read: number; failed: number }> {
  const { client, folder } = boxOf(new URL(env().IMAP_URL ?? ""), wholeUpTo);
  // Without a listener a connection that breaks would end the process; the act under way fails by itself.
  client.on("error", () => undefined);
  try {
    await client.connect();
  } catch (error) {
    client.close();
    throw new MailboxAway(faultOf(error));
  }
  try {
    const lock = await client.getMailboxLock(folder).catch(() => {
      throw new MailboxAway("no_folder");
    });
    try {
      return await emptyLocked(client, { wholeUpTo, head }, take);
    } finally {
      lock.release();
    }
  } catch (error) {
    throw error instanceof MailboxAway ? error : new MailboxAway("unreachable");
  } finally {
    await client.logout().catch(() => client.close());
  }
}

async function emptyLocked(client: ImapFlow, { wholeUpTo, head }: Limits, take: (mail: BoxedMail) => Promise<Moved>) {
  const found = (await client.search({ deleted: false }, { uid: true })) || [];
  let failed = 0;
  const uids = found.slice(0, mostOfRound);
  for (const uid of uids) {
    const one = { uid: true };
    const about = await client.fetchOne(`${uid}`, { size: true }, one);
    if (!about) continue;
    const size = about.size ?? 0;
    const source = size > wholeUpTo ? { start: 0, maxLength: head } : true;
    const mail = await client.fetchOne(`${uid}`, { source }, one);
    if (!mail) continue;
    if (!mail.source) continue;
    const moved = await take({ raw: mail.source, size: Math.max(size, mail.source.byteLength) }).catch(() => {
      failed += 1;
      return "stay" as const;
    });
    if (moved === "stay") continue;
    await client.mailboxCreate(folders[moved]).catch(() => undefined);
    await client.messageMove(`${uid}`, folders[moved], one);
  }
  return { read: uids.length, failed };
}

/** Without TLS from the first byte, the server must offer STARTTLS, unless it is this machine or one of PLAIN_HOSTS. */
function boxOf(address: URL, wholeUpTo: number): { client: ImapFlow; folder: string } {
  const secure = address.protocol === "imaps:";
  const here = mayGoPlain(address.hostname, { PLAIN_HOSTS: env().PLAIN_HOSTS });
  const client = new ImapFlow({
    host: address.hostname.replace(/^\[|\]$/g, ""),
    port: Number(address.port) || (secure ? 993 : 143),
    secure,
    ...(secure ? {} : { doSTARTTLS: !here }),
    auth: { user: decodeURIComponent(address.username), pass: decodeURIComponent(address.password) },
    tls: { minVersion: "TLSv1.2" },
    // Its log would hold addresses and subjects.
    logger: false,
    clientInfo: { name: "Crossdocket" },
    disableAutoIdle: true,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 60_000,
    maxLiteralSize: wholeUpTo + 1024 * 1024,
  });
  return { client, folder: decodeURIComponent(address.pathname.slice(1)) || "INBOX" };
}

function faultOf(error: unknown): MailboxAway["fault"] {
  const { authenticationFailed, code, tlsFailed } = error as {
    authenticationFailed?: boolean;
    code?: string;
    tlsFailed?: boolean;
  };
  if (authenticationFailed) return "sign_in";
  if (tlsFailed || /^(ERR_TLS|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/.test(code ?? "")) return "no_tls";
  return "unreachable";
}
