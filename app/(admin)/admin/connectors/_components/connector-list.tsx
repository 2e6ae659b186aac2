import { Chip } from "@/app/_ui/chip";
import { ConfirmField } from "@/app/_ui/confirm-field";
import { Disclosure } from "@/app/_ui/disclosure";
import { EmptyState } from "@/app/_ui/empty-state";
import { ActionForm } from "@/app/_ui/form";
import { RecordPanel } from "@/app/_ui/panel";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { Confirmation } from "@/lib/auth/sessions/types";
import { type ConnectorView, kindNames } from "@/lib/integrations/connectors/types";
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";
import { changeConnectorAction, turnOffConnectorAction } from "../actions";
import { ConnectorFields } from "./connector-fields";

type ListProps = { rows: readonly ConnectorView[]; zone: string; confirm: Confirmation };

export function ConnectorList({ rows, zone, confirm }: ListProps) {
  if (rows.length === 0) {
    return (
      <EmptyState icon="inbox" title={t("No connectors")}>
        {t("Nothing comes in from another system until you add a connector.")}
      </EmptyState>
    );
  }
  return rows.map(({ id, kind, name, mapping, addedAt, offAt }) => (
    <RecordPanel
      key={id}
      label={name}
      title={name}
      end={offAt ? <Chip>{t("Off")}</Chip> : <Chip kind="done">{t("On")}</Chip>}
    >
      <p className="small muted">
        {kindNames[kind]}. {t("Added {when}.", { when: formatInstant(addedAt, zone) })}
      </p>
      {offAt ? null : (
        <>
          <Disclosure icon="pencil" label={t("Change {name}", { name })}>
            <ActionForm action={changeConnectorAction} label={t("Change {name}", { name })} prefix={`change-${id}`}>
              <input type="hidden" name="connectorId" value={id} />
              <ConnectorFields name={name} mapping={mapping} />
              <ConfirmField asks={confirm} />
              <SubmitButton pendingText={t("Saving")}>{t("Save")}</SubmitButton>
            </ActionForm>
          </Disclosure>
          <ActionForm action={turnOffConnectorAction} label={t("Turn {name} off for good", { name })} guard={false}>
            <input type="hidden" name="connectorId" value={id} />
            <SubmitButton variant="secondary" small pendingText={t("Saving")}>
              {t("Turn off for good")}
            </SubmitButton>
          </ActionForm>
        </>
      )}
    </RecordPanel>
  ));
}
