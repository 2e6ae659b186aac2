import { setEnquiries } from "@/lib/client/enquiries/commands/set-enquiries";
import { addConnector } from "@/lib/integrations/connectors/commands/add-connector";
import { turnOffConnector } from "@/lib/integrations/connectors/commands/turn-off-connector";
import type { Org } from "./org";

export const connectorForm = (over: Record<string, unknown> = {}) => ({
  kind: "kobotoolbox",
  name: "The form at the clinic",
  mapping: { what: "what_happened", contact: "phone", danger: "danger" },
  ...over,
});

export async function plantConnector(org: Org, over: Record<string, unknown> = {}) {
  await setEnquiries(await org.as("admin"), { on: "on" });
  const { id, secret } = await addConnector(await org.confirmed("admin"), connectorForm(over));
  return { id, secret, turnOff: async () => turnOffConnector(await org.as("admin"), { connectorId: id }) };
}
