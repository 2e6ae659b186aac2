import type { Metadata } from "next";
import { handoverIcons } from "@/app/_ui/handover-icons";
import { OwnTime } from "@/app/_ui/own-time";
import { Facts, PageHead, Panel } from "@/app/_ui/panel";
import { rich } from "@/app/_ui/rich";
import { Timeline } from "@/app/_ui/timeline";
import { ClosedLink } from "@/app/(auth)/first/[secret]/_components/closed-link";
import { CodeForm } from "@/app/(auth)/first/[secret]/_components/code-form";
import { ctxFromFirstLink, type OpenFirstLink } from "@/lib/auth/first-contact/ctx-from-first-link";
import { firstKeys } from "@/lib/auth/first-contact/first-keys";
import { lookAtFirstLink } from "@/lib/auth/first-contact/look-at-first-link";
import { closedPages } from "@/lib/handover/first-contact/labels";
import { openHandover } from "@/lib/handover/handovers/commands/open-handover";
import { ownEventLabels, whatWasChecked } from "@/lib/handover/handovers/labels";
import { getHandover, listAskable, readOfficer } from "@/lib/handover/handovers/queries";
import { isNewReading, numberKinds } from "@/lib/handover/handovers/rules";
import { kindLabels } from "@/lib/packets/packets/labels";
import { t } from "@/lib/platform/language/translate";
import { PlainFrame } from "../../_components/plain-frame";
import { FirstNumber, FirstQuestion, FirstReceipt } from "./_components/first-answers";
import { FirstFiles } from "./_components/first-files";
import { acknowledgeFirstAction, askFirstAction, numberFirstAction, redeemAction } from "./actions";

export const metadata: Metadata = {
  title: t("Open with a code"),
  robots: { index: false, follow: false },
};

/**
 * Whatever the state of the link, a browser that did not open it sees the same page: nothing is looked up or counted.
 */
export default async function FirstPage({ params }: PageProps<"/first/[secret]">) {
  const { secret } = await params;
  const keys = await firstKeys(secret);
  const look = keys ? await lookAtFirstLink(keys) : "ask";
  const open = keys && look === "open" ? await ctxFromFirstLink(keys) : null;
  return (
    <PlainFrame>
      <div className="stack stack--l">
        {open ? (
          <OpenDoor open={open} secret={secret} />
        ) : (
          <div className="panel panel__body door">
            {look === "ask" || look === "open" ? (
              <CodeForm action={redeemAction.bind(null, secret)} />
            ) : (
              <ClosedLink page={closedPages[look]} />
            )}
          </div>
        )}
      </div>
    </PlainFrame>
  );
}

async function OpenDoor({ open, secret }: { open: OpenFirstLink; secret: string }) {
  const { ctx, handoverId } = open;
  let packet = await getHandover(ctx, handoverId);
  const lastOpened = packet.events.findLast((event) => event.event === "opened")?.at ?? null;
  if (isNewReading(lastOpened, ctx.now)) {
    await openHandover(ctx, { handoverId });
    packet = await getHandover(ctx, handoverId);
  }
  const officer = await readOfficer(ctx);
  const kinds = numberKinds().map(({ key, label, issuer }) => ({ value: key, label, hint: issuer }));
  return (
    <>
      <PageHead title={`${kindLabels[packet.kind] ?? packet.kind}, v${packet.version}`}>
        {rich("{code}, from {orgName}", { code: <span className="ref">{packet.code}</span>, orgName: packet.orgName })}
      </PageHead>
      <Panel id="given" title={t("Given to")}>
        <Facts
          items={[
            { name: t("Officer"), value: `${officer.rank} ${officer.name}, ${officer.place}` },
            { name: t("Handed to you"), value: <OwnTime at={packet.deliveredAt} /> },
            { name: t("Open in this browser until"), value: <OwnTime at={open.accessUntil} /> },
            { name: t("The link ends"), value: <OwnTime at={open.expiresAt} /> },
          ]}
        />
        <p>
          {t(
            "This was given to you alone, and stays with this browser. Every download is noted with your name and the time.{whatWasChecked}",
            { whatWasChecked },
          )}
        </p>
      </Panel>
      <FirstFiles packet={packet} secret={secret} left={open.downloadsLeft} />
      <FirstReceipt packet={packet} action={acknowledgeFirstAction.bind(null, secret)} />
      <FirstNumber packet={packet} action={numberFirstAction.bind(null, secret)} kinds={kinds} />
      <FirstQuestion
        packet={packet}
        action={askFirstAction.bind(null, secret)}
        parts={await listAskable(ctx, handoverId)}
      />
      <Panel id="log" title={t("What is noted")}>
        <Timeline
          events={packet.events.map((event) => ({
            key: event.id,
            icon: handoverIcons[event.event],
            title: ownEventLabels[event.event],
            detail: event.note,
            at: event.at.toISOString(),
            when: <OwnTime at={event.at} />,
          }))}
        />
      </Panel>
    </>
  );
}
