import "server-only";
import { createTransport } from "nodemailer";
import { env } from "../env";
import { mayGoPlain } from "../network/tls-policy";

/**
 * One mail in plain text. `id` makes its Message-ID, so that a mail sent twice is one mail to its reader. `from`: an address
 * without a name, where ours must not be seen.
 */
export type Letter = { id: string; to: string; subject: string; text: string; from?: string };

/** Why a mail server did not take a mail. The message never holds an address or the server's own words. */
export class MailRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = "MailRefused";
  }
}

/** True when the settings name a mail server. */
export function hasMailServer(): boolean {
  return env().SMTP_URL !== undefined;
}

/** `<id@host>`, the same for every attempt to send the same mail. */
function messageIdOf(id: string): string {
  return `<${id}@${new URL(env().APP_ORIGIN).hostname}>`;
}

/**
 * Hands one mail to the mail server and returns when the server has taken it.
 * @throws MailRefused with a reason that may be kept and shown
 */
export async function postLetter(letter: Letter): Promise<void> {
  const { SMTP_URL, MAIL_FROM } = env();
  if (!SMTP_URL) throw new MailRefused("No mail server is set.");
  const transport = createTransport(serverOf(new URL(SMTP_URL)));
  try {
    await transport.sendMail({
      messageId: messageIdOf(letter.id),
      from: letter.from ? { name: "", address: letter.from } : { name: "Crossdocket", address: MAIL_FROM },
      to: { name: "", address: letter.to },
      subject: letter.subject,
      text: letter.text,
      headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  } catch (error) {
    throw new MailRefused(reasonOf(error));
  } finally {
    transport.close();
  }
}

/** Without TLS from the first byte, the server must offer STARTTLS, unless it is this machine or one of PLAIN_HOSTS. */
function serverOf(address: URL) {
  const secure = address.protocol === "smtps:";
  const here = mayGoPlain(address.hostname, { PLAIN_HOSTS: env().PLAIN_HOSTS });
  const user = decodeURIComponent(address.username);
  return {
    host: address.hostname.replace(/^\[|\]$/g, ""),
    port: Number(address.port) || (secure ? 465 : 587),
    // Else the name of this machine goes out with every mail.
    name: new URL(env().APP_ORIGIN).hostname,
    secure,
    requireTLS: !secure && !here,
    ignoreTLS: !secure && here,
    auth: user ? { user, pass: decodeURIComponent(address.password) } : undefined,
    tls: { minVersion: "TLSv1.2" as const },
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
  };
}

function reasonOf(error: unknown): string {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  const kind = typeof code === "string" && /^[A-Z]{3,20}$/.test(code) ? code : "UNKNOWN";
  const status = typeof responseCode === "number" ? ` (${responseCode})` : "";
  if (kind === "EAUTH") return `The mail server did not accept our sign-in${status}.`;
  if (kind === "ETLS") return "The mail server does not offer encryption.";
  if (kind === "EENVELOPE") return `The mail server refused the sender or the receiver${status}.`;
  if (kind === "EMESSAGE") return `The mail server refused the mail${status}.`;
  if (/^(ECONNECTION|ECONNREFUSED|ETIMEDOUT|EDNS|ESOCKET)$/.test(kind)) return "The mail server cannot be reached.";
  return `The mail was not sent: ${kind}${status}.`;
}
