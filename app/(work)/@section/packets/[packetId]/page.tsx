import { SideSection } from "@/app/_shell/side-section";
import { caseSections } from "@/app/(work)/cases/case-sections";
import { OnlyBelow } from "@/app/(work)/cases/only-below";
import { readCaseTop } from "@/app/(work)/cases/read-case-top";
import { readCtx } from "@/lib/auth/sessions/session";
import { may } from "@/lib/kernel/access/roles";
import { getPacket } from "@/lib/packets/packets/queries";
import { AppError } from "@/lib/platform/errors";

/** The navigation of the case of the open packet in the side bar. It guards nothing. */
export default async function PacketSection({ params }: PageProps<"/packets/[packetId]">) {
  const { packetId } = await params;
  const ctx = await readCtx();
  if (!ctx || !may(ctx.actor, "case.read")) return null;
  try {
    const { caseId } = await getPacket(ctx, packetId);
    const { header, gaps, desk } = await readCaseTop(ctx, caseId);
    return (
      <OnlyBelow path={`/packets/${packetId}`}>
        <SideSection label={`${header.pseudonym}, ${header.code}`} items={caseSections(header, gaps, desk)} />
      </OnlyBelow>
    );
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
