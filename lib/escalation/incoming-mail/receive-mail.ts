import "server-only";
import { sql } from "drizzle-orm";
import { ask } from "@/db/client";
import { newFiles, orDrop } from "@/lib/kernel/access/case-files";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { jobCtx } from "@/lib/kernel/jobs/job-ctx";
import { sha256 } from "@/lib/platform/crypto/crypto";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { type Letter, readLetter } from "@/lib/platform/sandbox/read-letter";
import { type Clock, systemClock } from "@/lib/platform/time/clock";
import { hashMail, hashReplyToken, mailInAddress } from "./access";
import { takeMail } from "./commands/take-mail";
import { findNamedAddresses, readBefore, readStanding } from "./queries";
import { factsOf, maxMailBytes, mostInAnHour, mostUnknown, tokensIn, whyHeld } from "./rules";
import type { HeldReason } from "./types";

/**
 * `filed`, `held`: it is here. `bare`: a line of it is here and its bytes are not, so they must stay where they are.
 * `refused`: it is not here. Of several organisations the best holds.
 */
export type Taken = "filed" | "held" | "bare" | "refused";

type Came = {
  raw: Buffer;
  /** How large it is, where `raw` is only its beginning. */
  size?: number;
  /** For whom the mail server says that it is, besides what stands in it. */
  recipient?: string | undefined;
};

/**
 * Takes in one mail, wherever it came from: read in the sandbox, looked up by its token, kept encrypted, and filed at once
 * if nothing about it is unsure. The same mail taken again changes nothing and has the same answer. Nothing is ever
 * answered, and nothing that it names is loaded.
 * @throws NotConfined where nothing here may open files: it has to be offered again
 */
export async function receiveMail(
  { raw, size = raw.byteLength, recipient }: Came,
  clock: Clock = systemClock(),
): Promise<Taken> {
  const base = mailInAddress();
  if (!base) return "refused";
  const file = { size: raw.byteLength, open: async () => new Blob([new Uint8Array(raw)]).stream() };
  const letter = await readLetter(file, env().MAIL_IN_AUTHSERV ?? null);
  const recipients = [...(recipient ? [recipient.toLowerCase()] : []), ...(letter?.recipients ?? [])];
  const tokens = tokensIn(base, { recipients, subject: letter?.subject ?? "" });
  const takers = await findTakers(tokens, clock);
  const several = takers.flatMap(({ addresses }) => addresses).length > 1;
  const mail = { raw, size, letter, several };
  const taken: Taken[] = [];
  for (const { ctx, addresses } of takers) taken.push(await keep(ctx, mail, several ? null : (addresses[0] ?? null)));
  return (["bare", "filed", "held"] as const).find((one) => taken.includes(one)) ?? "refused";
}

/**
 * The organisations whose reply addresses a mail names. One that names none belongs to the only organisation that there
 * is; of several nobody knows to which.
 */
async function findTakers(tokens: readonly string[], clock: Clock) {
  const { SERVICE_TOKEN } = env();
  const hashes = `{${tokens.map((token) => `"\\\\x${hashReplyToken(token).toString("hex")}"`).join(",")}}`;
  const named = await ask<{ id: string }>(
    sql`select o as id from ctx.reply_organisations(${SERVICE_TOKEN}, ${hashes}::bytea[]) o`,
  );
  const takers = await Promise.all(
    named.map(async ({ id }) => {
      const ctx = jobCtx(id, clock);
      return { ctx, addresses: await findNamedAddresses(ctx, tokens) };
    }),
  );
  if (takers.length > 0) return takers;
  const all = await ask<{ id: string }>(sql`select o as id from ctx.organisations(${SERVICE_TOKEN}) o`);
  return all.length === 1 ? all.map(({ id }) => ({ ctx: jobCtx(id, clock), addresses: [] })) : [];
}

type Mail = { raw: Buffer; size: number; letter: Letter | null; several: boolean };

async function keep(ctx: Ctx, mail: Mail, address: { id: string; caseId: string } | null): Promise<Taken> {
  const { raw, letter } = mail;
  const hash = sha256(raw).toString("hex");
  const fingerprint = hashMail(`${ctx.orgId}|${letter?.messageId ?? ""}|${hash}`);
  const messageHash = letter?.messageId ? hashMail(`${ctx.orgId}|${letter.messageId}`) : null;
  const senderHash = letter?.from.length ? hashMail(`${ctx.orgId}|from|${letter.from.join(",")}`) : null;
  const marks = { fingerprint, messageHash, senderHash, addressId: address?.id ?? null };
  const before = await readBefore(ctx, marks);
  if (before.same) return answerOf(before.same);
  if (!address && before.unknown >= mostUnknown) return "refused";
  const standing = address ? await readStanding(ctx, address.id) : null;
  const isLarge = mail.size > maxMailBytes;
  const reasons = [
    ...where(mail, address),
    ...(isLarge ? (["too_large"] as const) : []),
    ...whyHeld(letter, standing, ownAddresses()),
    ...(before.sameId ? (["same_id"] as const) : []),
    ...(before.lately >= mostInAnHour ? (["flood"] as const) : []),
  ];
  const bare = isLarge || (standing?.stopped ?? false);
  const row = {
    id: newId(),
    ...marks,
    size: mail.size,
    sha256: hash,
    facts: JSON.stringify(factsOf(letter)),
    reasons,
    apart: apartOf(reasons),
  };
  try {
    return await store(ctx, bare ? null : raw, row);
  } catch (error) {
    // Taken by somebody else at the same moment.
    const now = error instanceof AppError && error.code === "conflict" ? await readBefore(ctx, row) : null;
    if (now?.same) return answerOf(now.same);
    throw error;
  }
}

const answerOf = ({ state, fileId }: { state: string; fileId: string | null }): Taken =>
  fileId === null ? "bare" : state === "filed" ? "filed" : "held";

function where({ several }: Mail, address: { id: string } | null): HeldReason[] {
  if (address) return [];
  return [several ? "several_tokens" : "no_token"];
}

function apartOf(reasons: readonly HeldReason[]): "flood" | "automatic" | null {
  if (reasons.includes("flood")) return "flood";
  return reasons.includes("automatic") || reasons.includes("own") ? "automatic" : null;
}

/** What we send from, and where mails come in: whatever comes from there goes round in circles. */
function ownAddresses(): string[] {
  const { MAIL_FROM, CLIENT_MAIL_FROM, MAIL_IN_ADDRESS } = env();
  return [MAIL_FROM, CLIENT_MAIL_FROM, MAIL_IN_ADDRESS].flatMap((address) => address?.toLowerCase() ?? []);
}

type Row = { id: string; reasons: readonly HeldReason[] };

async function store(ctx: Ctx, raw: Buffer | null, row: Row): Promise<Taken> {
  const { files, ...key } = newFiles(ctx);
  if (!raw) {
    await takeMail(ctx, { ...row, key, fileId: null });
    return "bare";
  }
  const kept = await files.receive(new Blob([new Uint8Array(raw)]).stream(), {
    maxBytes: maxMailBytes,
    expectedSize: raw.byteLength,
  });
  return orDrop(files, [kept.fileId], async () => {
    const { filed } = await takeMail(ctx, { ...row, key, fileId: kept.fileId });
    return filed ? "filed" : "held";
  });
}
