import "server-only";
import { findClient } from "@/lib/casework/clients/access";
import { clientPlace } from "@/lib/casework/clients/rules";
import type { SafeContact } from "@/lib/casework/clients/types";
import { newestPage, pagesAreOn } from "@/lib/client/pages/access";
import { stateOf } from "@/lib/client/pages/rules";
import type { ClientLanguage } from "@/lib/client/wording/rules";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { openVault } from "@/lib/kernel/access/vault";
import { env } from "@/lib/platform/env";
import { hasMailServer } from "@/lib/platform/mail/smtp";
import { hasTextGateway } from "@/lib/platform/sms/post-text";
import { protocolProblem } from "./rules";
import type { NoticeChannel, NoticeProblem } from "./types";

type Reach = {
  contact: SafeContact;
  /** Where she is reached: it leaves the process that sends and no page shows it. */
  address: Record<NoticeChannel, string | null>;
  language: ClientLanguage;
  problems: Record<NoticeChannel, NoticeProblem | null>;
};

/** Asks everything that may speak against a message to a client, each time anew: what was agreed may have changed. */
export async function reachOf(ctx: TxCtx, { id: caseId, clientId }: { id: string; clientId: string }): Promise<Reach> {
  const [client, page, isOn] = await Promise.all([findClient(ctx, clientId), newestPage(ctx, caseId), pagesAreOn(ctx)]);
  const vault = await openVault(ctx, client.keyId);
  const contact = JSON.parse(vault.open(clientPlace("safe_contact", client.id), client.safeContact)) as SafeContact;
  // Whoever may not see how she is reached still learns whether she can be: the job that sends has the address.
  const isKept = ctx.actor.lacks?.includes("field.contact") ?? false;
  const address = {
    sms: isKept ? null : vault.openMaybe(clientPlace("phone", client.id), client.phone),
    email: isKept ? null : vault.openMaybe(clientPlace("email", client.id), client.email),
  };
  const onRecord = { sms: client.phone, email: client.email };
  const isOpen = isOn && page !== null && stateOf(page, ctx.now) === "open";
  const problem = (channel: NoticeChannel): NoticeProblem | null => {
    if (!isOpen) return "no_page";
    const said = protocolProblem(contact, channel);
    if (said) return said;
    if (!onRecord[channel]) return "no_address";
    return isSetUp(channel) ? null : "not_set_up";
  };
  const problems = { sms: problem("sms"), email: problem("email") };
  return { contact, address, language: page?.language ?? "en", problems };
}

const isSetUp = (channel: NoticeChannel): boolean =>
  channel === "sms" ? hasTextGateway() : hasMailServer() && env().CLIENT_MAIL_FROM !== undefined;
