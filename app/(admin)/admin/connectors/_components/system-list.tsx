import { Chip } from "@/app/_ui/chip";
import { EmptyState } from "@/app/_ui/empty-state";
import { ActionForm } from "@/app/_ui/form";
import { Facts, RecordPanel } from "@/app/_ui/panel";
import { SubmitButton } from "@/app/_ui/submit-button";
import { factWords } from "@/lib/integrations/receiving-systems/labels";
import { mappedFacts } from "@/lib/integrations/receiving-systems/rules";
import type { ReceivingSystemView } from "@/lib/integrations/receiving-systems/types";
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";
import { turnOffReceivingSystemAction } from "../actions";

export function SystemList({ rows, zone }: { rows: readonly ReceivingSystemView[]; zone: string }) {
  if (rows.length === 0) {
    return (
      <EmptyState icon="inbox" title={t("No system receives cases")}>
        {t("No case can be sent to another system until you add one.")}
      </EmptyState>
    );
  }
  return rows.map(({ id, service, address, userName, mapping, addedAt, offAt }) => (
    <RecordPanel
      key={id}
      label={service}
      title={service}
      end={offAt ? <Chip>{t("Off")}</Chip> : <Chip kind="done">{t("On")}</Chip>}
    >
      <p className="small muted break-all">
        {t("{address}, as {account}. Added {when}.", {
          address,
          account: userName,
          when: formatInstant(addedAt, zone),
        })}
      </p>
      <Facts items={mappedFacts(mapping).map((fact) => ({ name: factWords[fact], value: mapping[fact] ?? "" }))} />
      {offAt ? null : (
        <ActionForm
          action={turnOffReceivingSystemAction}
          label={t("Turn {name} off for good", { name: service })}
          guard={false}
        >
          <input type="hidden" name="systemId" value={id} />
          <SubmitButton variant="secondary" small pendingText={t("Saving")}>
            {t("Turn off for good")}
          </SubmitButton>
        </ActionForm>
      )}
    </RecordPanel>
  ));
}
