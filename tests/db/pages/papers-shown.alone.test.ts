import { createElement, type ReactElement } from "react";
import { expect, test, vi } from "vitest";
import { AcknowledgePanel } from "@/app/(liaison)/portal/[handoverId]/_components/acknowledge-panel";
import { PaperButtons } from "@/app/(work)/packets/[packetId]/_components/paper-buttons";
import { acknowledgeHandover } from "@/lib/handover/handovers/commands/acknowledge-handover";
import { getHandover, listDeliveries } from "@/lib/handover/handovers/queries";
import { listOwnPapers, listPapers } from "@/lib/handover/papers/queries";
import { signPaper } from "@/lib/handover/papers/sign-paper";
import { getPacket } from "@/lib/packets/packets/queries";
import { deliveredPacket } from "../../support/built-packet";
import { drawPage } from "../../support/draw-page";
import { makeOrg } from "../../support/org";

vi.mock("next/navigation", async (original) => ({
  ...(await original<typeof import("next/navigation")>()),
  useRouter: () => ({ refresh: () => {} }),
  usePathname: () => "/",
  useSearchParams: () => new URLSearchParams(),
}));

test("a page says which paper is being signed, then who received it and when, with its files", async () => {
  const org = await makeOrg();
  const worker = await org.person("caseworker");
  const officer = await org.person("liaison", "Lindiwe Example");
  const { id: packetId, handoverId } = await deliveredPacket(org, worker, officer);
  const draw = async (element: ReactElement) =>
    (await drawPage(Promise.resolve({ default: () => element }), {}, {})).replaceAll("<!-- -->", "");
  const ofCase = async () =>
    draw(
      createElement(PaperButtons, {
        packet: await getPacket(worker.ctx, packetId),
        leaves: true,
        deliveries: await listDeliveries(worker.ctx, packetId),
        papers: await listPapers(worker.ctx, packetId),
      }),
    );
  const ofOfficer = async () =>
    draw(
      createElement(AcknowledgePanel, {
        packet: await getHandover(officer.ctx, handoverId),
        papers: await listOwnPapers(officer.ctx, handoverId),
      }),
    );
  const before = await ofCase();
  expect(before).toContain("Certificate of handover to Sergeant Lindiwe Example: being signed");
  expect(before).toContain("Receipt: Sergeant Lindiwe Example has not acknowledged receipt yet.");
  expect(before).not.toContain("/api/packets/papers/");
  await acknowledgeHandover(officer.ctx, { handoverId });
  expect(await ofCase()).toMatch(/Receipt: acknowledged by Sergeant Lindiwe Example on [^<]+ · [^<]+; being signed/);
  expect(await ofOfficer()).toContain("The signed receipt is being made");
  for (const paper of ["certificate", "receipt"] as const)
    await signPaper(org.service(), { packetId, handoverId, paper });
  const after = await ofCase();
  expect(after).toMatch(/Receipt: acknowledged by Sergeant Lindiwe Example on \d+ \w+ \d{4}, \d\d:\d\d \S+ · \d+ \w+/);
  expect(after.match(/href="\/api\/packets\/papers\/[0-9a-f-]{36}\/(pdf|p7s)"/g)).toHaveLength(4);
  expect(after).toContain("without a time stamp");
  expect(after).toContain("Ask for a certificate to date");
  expect(await ofOfficer()).toMatch(/href="\/api\/handovers\/papers\/[0-9a-f-]{36}\/p7s"/);
});
