import "server-only";
import { ctxForEnquiryForm } from "@/lib/auth/enquiries/ctx-for-enquiry-form";
import { keysOfForm } from "@/lib/auth/enquiries/enquiry-keys";
import { startVisit } from "@/lib/auth/enquiries/open-enquiry";
import { takeLane } from "@/lib/auth/enquiries/take-lane";
import { writeEnquiry } from "@/lib/client/enquiries/commands/write-enquiry";
import type { Apart } from "@/lib/client/enquiries/types";
import { hashReceiptCode } from "@/lib/kernel/access/hash-receipt-code";
import { AppError } from "@/lib/platform/errors";

type Sent = {
  /** The public part of the address at which she writes. */
  address: string;
  /** Of this one form: sent twice it is one enquiry. */
  formSecret: Buffer;
  network: string | null;
  /** What `browserOf` says of the token of the form. */
  browser: Buffer;
  fields: Record<string, string>;
};

/** What became of it: `sent`, with its receipt code and the token for the browser; nothing was written; or not now. */
type Outcome = { state: "sent"; code: string } | { state: "empty" | "slow" | "closed" };

/**
 * Takes an enquiry and opens it in the browser that sent it. A field that people do not see and that was filled in, and
 * too many at once, are listed apart and not refused: nothing that was acknowledged is lost.
 */
export async function receiveEnquiry({ address, formSecret, network, browser, fields }: Sent): Promise<Outcome> {
  const { id, code } = keysOfForm(formSecret);
  const form = await ctxForEnquiryForm(address, id);
  if (!form) return { state: "closed" };
  const lane = await takeLane(form.ctx.orgId, network);
  if (lane === "slow") return { state: "slow" };
  const apart: Apart | null = fields.website ? "hidden_field" : lane === "apart" ? "flood" : null;
  try {
    await writeEnquiry(form.ctx, { ...fields, id, receiptHash: hashReceiptCode(code), apart });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === "invalid") return { state: "empty" };
    // The line broke after the first sending: it is here already.
    if (error.code !== "conflict") throw error;
  }
  await startVisit(code, browser);
  return { state: "sent", code };
}
