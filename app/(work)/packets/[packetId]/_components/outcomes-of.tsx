import { ActionForm } from "@/app/_ui/form";
import { Notice } from "@/app/_ui/notice";
import { outcomeIcons } from "@/app/_ui/outcome-icons";
import { SubmitButton } from "@/app/_ui/submit-button";
import { Timeline } from "@/app/_ui/timeline";
import { outcomeLabels } from "@/lib/handover/handovers/labels";
import type { DeliveryView } from "@/lib/handover/handovers/types";
import type { PacketView } from "@/lib/packets/packets/types";
import { t } from "@/lib/platform/language/translate";
import { formatBothZones, formatDate } from "@/lib/platform/text/format";
import { noteRefusalAction } from "../actions";

/**
 * The status of the matter with this officer, newest first; a refusal is highlighted until somebody marks it as seen.
 */
export function OutcomesOf({ delivery, packet }: { delivery: DeliveryView; packet: PacketView }) {
  const { outcomes, liaisonName } = delivery;
  if (outcomes.length === 0) return null;
  const unseen = outcomes.filter(({ outcome, seenAt }) => outcome === "refused" && !seenAt);
  return (
    <section className="stack stack--s" aria-label={t("Status with {liaisonName}", { liaisonName })}>
      <h3>{t("Where it stands")}</h3>
      {unseen.map((refusal) => (
        <Notice key={refusal.id} kind="overdue" title={t("Refused on {on}", { on: formatDate(refusal.on) })}>
          <p className="event__words">{refusal.note}</p>
          <ActionForm action={noteRefusalAction} label={t("Note the refusal as seen")} guard={false}>
            <input type="hidden" name="outcomeId" value={refusal.id} />
            <div>
              <SubmitButton variant="secondary" icon="eye" pendingText={t("Noting it")}>
                {t("I have seen it")}
              </SubmitButton>
            </div>
          </ActionForm>
        </Notice>
      ))}
      <Timeline
        events={outcomes.map(({ id, outcome, on, note, recordedAt }) => ({
          key: id,
          icon: outcomeIcons[outcome],
          title: `${outcomeLabels[outcome].label}, ${formatDate(on)}`,
          detail: note ? <span className="event__words">{note}</span> : null,
          at: recordedAt.toISOString(),
          when: t("Recorded {recordedAt}", { recordedAt: formatBothZones(recordedAt, packet.zone, packet.zoneThere) }),
        }))}
      />
    </section>
  );
}
