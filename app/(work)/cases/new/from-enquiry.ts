import "server-only";
import { channelLabels, readerLabels } from "@/lib/client/enquiries/labels";
import { readEnquiry } from "@/lib/client/enquiries/queries";
import { emailOf, phoneOf, quoted } from "@/lib/client/enquiries/rules";
import type { Ctx, TxCtx } from "@/lib/kernel/access/ctx";
import type { Carried, FromEnquiry } from "./carried";

/** What an enquiry gives to the form of a case. What she typed stays hers: it stands in quotation marks. */
export async function readFromEnquiry(ctx: Ctx | TxCtx, enquiryId: string): Promise<FromEnquiry> {
  const { id, words } = await readEnquiry(ctx, enquiryId);
  const { name, what, country, otherCountry, channel, contact, hours, avoid, readBy, danger } = words;
  const reach = channel === "" ? contact : [channelLabels[channel], contact].filter(Boolean).join(": ");
  return {
    id,
    typed: { name, phone: phoneOf({ contact }), email: emailOf({ contact }) } satisfies Carried,
    what: quoted(what),
    pair: `${country}-${otherCountry}`,
    isDanger: danger === "yes",
    channel: quoted(reach).slice(0, 120),
    hours: quoted(hours).slice(0, 120),
    deviceSeenBy: readBy === "" ? "" : readerLabels[readBy],
    never: quoted(avoid),
  };
}
