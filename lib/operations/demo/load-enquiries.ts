import "server-only";
import { ctxForEnquiryForm } from "@/lib/auth/enquiries/ctx-for-enquiry-form";
import { keysOfForm } from "@/lib/auth/enquiries/enquiry-keys";
import { answerEnquiry } from "@/lib/client/enquiries/commands/answer-enquiry";
import { setEnquiries } from "@/lib/client/enquiries/commands/set-enquiries";
import { writeEnquiry } from "@/lib/client/enquiries/commands/write-enquiry";
import { hashReceiptCode } from "@/lib/kernel/access/hash-receipt-code";
import { newToken } from "@/lib/platform/ids";
import { daysAgo } from "./days";
import type { Cast } from "./load-people";

const answered = {
  name: "Palesa",
  what: "Ho na le motho ya phatlalatsang dinepe tsa ka. Ke lokela ho etsa eng?",
  country: "ZA",
  otherCountry: "",
  channel: "none",
  readBy: "somebody",
  danger: "no",
  language: "st",
};

const waiting = {
  name: "Zodwa",
  what: "Umuntu engangimazi eMelika ungithumelela imiyalezo ubusuku bonke. Uthi uyazi lapho ngihlala khona.",
  country: "ZA",
  otherCountry: "US",
  channel: "sms",
  contact: "+27 00 000 0163",
  hours: "Ngemva kuka-17:00, hhayi ngeSonto",
  avoid: "Ningasho igama lehhovisi",
  readBy: "nobody",
  danger: "unknown",
  language: "zu",
};

/** Two people without a case wrote in: one was answered, and one waits to be read. */
export async function loadEnquiries(cast: Cast): Promise<void> {
  const { address } = await setEnquiries(cast.admin.ctx, { on: true, days: 30 });
  const { ctx } = cast.thandi;
  const enquiryId = await send(address ?? "", answered, 3);
  await answerEnquiry(daysAgo(ctx, 2), { enquiryId, words: "Re ka o thusa. Re bolelle hore na re o letsetse neng." });
  await send(address ?? "", waiting, 1);
}

/** As it comes in at the public address, so many days ago. */
async function send(address: string, words: Record<string, string>, days: number): Promise<string> {
  const { id, code } = keysOfForm(newToken());
  const form = await ctxForEnquiryForm(address, id);
  if (!form) throw new Error("Enquiries are off.");
  await writeEnquiry(daysAgo(form.ctx, days), { ...words, id, receiptHash: hashReceiptCode(code), apart: null });
  return id;
}
