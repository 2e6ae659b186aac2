import { receiveEnquiry } from "@/app/p/_page/receive-enquiry";
import { ctxFromEnquiry, type OpenEnquiry } from "@/lib/auth/enquiries/ctx-from-enquiry";
import { setEnquiries } from "@/lib/client/enquiries/commands/set-enquiries";
import { newToken } from "@/lib/platform/ids";
import type { Org } from "./org";

/** Enquiries turned on for an organisation; gives the public part of its address. */
export async function turnEnquiriesOn(org: Org): Promise<string> {
  const { address } = await setEnquiries(await org.as("admin"), { on: true, days: 30 });
  if (!address) throw new Error("There is no address.");
  return address;
}

export type Written = OpenEnquiry & { code: string; browser: Buffer };

const fields = { name: "Example Person", what: "He writes to me every night.", danger: "no", language: "zu" };

let networks = 0;

/** A network from which nobody has written yet. */
export const freshNetwork = (): string => {
  networks += 1;
  return `203.0.${113 + (networks >> 8)}.${networks & 255}`;
};

/** What came of writing at an address, from a network of its own. */
export async function write(address: string, more: Record<string, string> = {}, network = freshNetwork()) {
  const browser = newToken();
  const sent = { address, formSecret: newToken(), network, browser, fields: { ...fields, ...more } };
  return { browser, ...(await receiveEnquiry(sent)) };
}

/** An enquiry that was taken, open in the browser that sent it. */
export async function plantEnquiry(address: string, more: Record<string, string> = {}): Promise<Written> {
  const written = await write(address, more);
  const open = written.state === "sent" ? await ctxFromEnquiry(written.browser) : null;
  if (written.state !== "sent" || !open) throw new Error(`The enquiry was not taken: ${written.state}.`);
  return { ...open, code: written.code, browser: written.browser };
}
