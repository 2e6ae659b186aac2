import { closeCase } from "@/lib/casework/cases/commands/close-case";
import { openCase } from "@/lib/casework/cases/commands/open-case";
import { listMessages } from "@/lib/integrations/webhooks/queries";
import { caseForm } from "./case-form";
import { makeOrg, type Org } from "./org";
import { plantWebhook } from "./plant-webhook";
import { siteHost, startSite } from "./platform-site";

type Got = { headers: Record<string, string>; body: string };

/** A real HTTPS server that takes messages, notes them, and answers with the next of `statuses`, at the end 204. */
export async function startReceiver() {
  const site = await startSite();
  const receiver = { site, got: [] as Got[], statuses: [] as number[], stop: () => site.stop(), clear };
  site.answer = (request, response) => {
    const pieces: Buffer[] = [];
    request.on("data", (piece: Buffer) => pieces.push(piece));
    request.on("end", () => {
      const headers = request.headers as Record<string, string>;
      receiver.got.push({ headers, body: Buffer.concat(pieces).toString() });
      const location = `https://${siteHost}/elsewhere`;
      response.writeHead(receiver.statuses.shift() ?? 204, { location }).end("words of theirs");
    });
  };
  function clear() {
    receiver.got.length = 0;
    receiver.statuses = [];
    site.asked.length = 0;
    site.names = {};
  }
  return receiver;
}

/** An organisation with one webhook, and what an administrator sees of its messages. */
export async function plantHooked(over: Record<string, unknown> = {}) {
  const org = await makeOrg();
  const hook = await plantWebhook(org, over);
  return { org, ...hook, messages: async () => listMessages(await org.as("admin"), hook.id) };
}

export const openOne = async (org: Org) => (await openCase(await org.as("caseworker"), caseForm())).id;

export const ended = { outcome: "stopped", note: "It ended so.", seen: "on" };

export const closeOne = async (org: Org, caseId: string) => closeCase(await org.as("caseworker"), { caseId, ...ended });
