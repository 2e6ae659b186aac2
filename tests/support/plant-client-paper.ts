import { offerPaper } from "@/lib/client/papers/offer-paper";
import type { Person } from "./org";
import { opened, plantPage } from "./plant-client-page";

export const offered = { kind: "consent", language: "zu", title: "Imvume", text: "Ngiyavuma.\n\nNgiyaqonda." };

/** A paper on a client's page of its own, and the client who has opened it. */
export async function plantClientPaper(worker: Person) {
  const door = await plantPage(worker);
  const { id } = await offerPaper({ ...worker.ctx, now: new Date() }, { caseId: door.caseId, ...offered });
  return { ...door, paperId: id, client: (await opened(door)).ctx };
}
