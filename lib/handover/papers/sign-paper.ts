import { written } from "@/lib/platform/language/written";
import "server-only";
import { requirePermission } from "@/lib/kernel/access/command";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { openSigner } from "@/lib/packets/signatures/open-signer";
import { sha256 } from "@/lib/platform/crypto/crypto";
import { collectBytes } from "@/lib/platform/pdf/collect-bytes";
import { writeDocument } from "@/lib/platform/pdf/write-document";
import { beginPaper } from "./begin-paper";
import { keepPaper } from "./commands/keep-paper";
import { paperTitles } from "./rules";
import type { PaperAsked } from "./types";

/**
 * The job behind a paper about a handover: reads the ledger, prints, signs with the organisation's key as packets are,
 * and keeps PDF and signature with their hash in the log. Idempotent: a paper that exists is not made again.
 * @throws AppError conflict for a receipt that nobody acknowledged
 */
export const signPaper = (ctx: Ctx, asked: PaperAsked): Promise<void> => written(() => sign(ctx, asked));

async function sign(ctx: Ctx, asked: PaperAsked): Promise<void> {
  requirePermission(ctx, "job.run");
  const begun = await withTransaction(ctx, "read only", (scoped) => beginPaper(scoped, asked));
  if (!begun) return;
  const { id, name, number, manifestSha256, organisation } = begun;
  const signer = await openSigner(ctx, { at: ctx.now });
  const signature = signer.signature({ name: organisation, reason: `${paperTitles[asked.paper]}, ${name}` });
  const plan = begun.plan(signer.fingerprint);
  const { bytes, pages } = await collectBytes(writeDocument(plan, { image: noImages, attachments: [] }, { signature }));
  const hash = sha256(bytes);
  const beside = await signer.signFile(hash);
  await keepPaper(ctx, {
    ...asked,
    throughId: begun.throughId ?? undefined,
    id,
    name,
    number,
    pages,
    manifestSha256,
    sha256: hash.toString("hex"),
    pdf: Buffer.from(bytes).toString("base64"),
    p7s: Buffer.from(beside).toString("base64"),
    signer: signer.fingerprint,
    stamped: signer.stamped(),
  });
}

async function noImages(): Promise<never> {
  throw new Error("a paper about a handover has no images");
}
