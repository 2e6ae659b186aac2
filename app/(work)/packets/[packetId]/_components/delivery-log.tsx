import { ConfirmField } from "@/app/_ui/confirm-field";
import { ActionForm } from "@/app/_ui/form";
import { Panel } from "@/app/_ui/panel";
import { SubmitFoot } from "@/app/_ui/submit-button";
import type { Confirmation } from "@/lib/auth/sessions/types";
import { byLink } from "@/lib/handover/first-contact/labels";
import type { DeliveryView, LaterVersion, OfficerChoice } from "@/lib/handover/handovers/types";
import type { PacketView } from "@/lib/packets/packets/types";
import { t } from "@/lib/platform/language/translate";
import { formatBothZones } from "@/lib/platform/text/format";
import { giveAnnexAction } from "../actions";
import { OutcomesOf } from "./outcomes-of";
import { QuestionsOf } from "./questions-of";

type DeliveryLogProps = {
  packet: PacketView;
  deliveries: readonly DeliveryView[];
  later: readonly LaterVersion[];
  officers: readonly OfficerChoice[];
  confirm: Confirmation;
};

/** Each officer's questions, the status of the matter, and the sealed annex, if there is one. */
export function DeliveryLog({ packet, deliveries, later, officers, confirm }: DeliveryLogProps) {
  // A link never carries the annex: without an account there is nowhere to read it.
  const reads = (delivery: DeliveryView) =>
    officers.some(({ id, hasAccount }) => hasAccount && id === delivery.liaisonId);
  const cameByLink = (delivery: DeliveryView) =>
    delivery.events.some(({ event, note }) => event === "delivered" && note === byLink);
  const told = deliveries.map((delivery) =>
    cameByLink(delivery) && !reads(delivery) ? { ...delivery, annex: "none" as const } : delivery,
  );
  return told.filter(hasMore).map((delivery) => (
    <Panel
      key={delivery.id}
      id={`handover-${delivery.id}`}
      title={`${delivery.rank} ${delivery.liaisonName}`}
      end={
        <span className="muted">
          {delivery.agency} {delivery.unit}
        </span>
      }
    >
      <QuestionsOf delivery={delivery} packet={packet} later={later} />
      <OutcomesOf delivery={delivery} packet={packet} />
      <AnnexOf delivery={delivery} packet={packet} confirm={confirm} />
    </Panel>
  ));
}

const hasMore = ({ questions, outcomes, annex }: DeliveryView): boolean =>
  questions.length + outcomes.length > 0 || annex !== "none";

type AnnexProps = { delivery: DeliveryView; packet: PacketView; confirm: Confirmation };

/** Whether this officer can read the sealed annex, and the form that gives it once a release allows it. */
function AnnexOf({ delivery, packet: { zone, zoneThere }, confirm }: AnnexProps) {
  const { annex, annexUntil } = delivery;
  if (annex === "none") return null;
  if (annex === "open" && annexUntil)
    return (
      <p className="muted">
        {t("The sealed annex is open to this officer until {annexUntil}.", {
          annexUntil: formatBothZones(annexUntil, zone, zoneThere),
        })}
      </p>
    );
  const ended = annexUntil
    ? t("The sealed annex was closed to this officer on {annexUntil}.", {
        annexUntil: formatBothZones(annexUntil, zone, zoneThere),
      })
    : "";
  if (annex === "closed")
    return <p className="muted">{t("{ended} The release for it has ended or was revoked.", { ended })}</p>;
  return (
    <details>
      <summary>{t("Give the sealed annex too")}</summary>
      <ActionForm action={giveAnnexAction} label={t("Give the sealed annex")}>
        <input type="hidden" name="handoverId" value={delivery.id} />
        <p>
          {t("{ended} It says who the client is and where they live. A release allows this officer to know.", {
            ended,
          })}
        </p>
        <ConfirmField asks={confirm} />
        <SubmitFoot variant="secondary" icon="send" pendingText={t("Giving the annex")}>
          {t("Give the annex")}
        </SubmitFoot>
      </ActionForm>
    </details>
  );
}
