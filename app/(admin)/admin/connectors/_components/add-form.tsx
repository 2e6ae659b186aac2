import { Radios } from "@/app/_ui/choice";
import { ConfirmField } from "@/app/_ui/confirm-field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { Confirmation } from "@/lib/auth/sessions/types";
import { kindWords } from "@/lib/integrations/connectors/labels";
import { usualMappings } from "@/lib/integrations/connectors/rules";
import { connectorKinds, kindNames } from "@/lib/integrations/connectors/types";
import { t } from "@/lib/platform/language/translate";
import { addConnectorAction } from "../actions";
import { ConnectorFields } from "./connector-fields";
import { TokenOnce } from "./token-once";

export function AddForm({ address, confirm }: { address: string; confirm: Confirmation }) {
  const options = connectorKinds.map((kind) => ({ value: kind, label: kindNames[kind], hint: kindWords[kind] }));
  return (
    <ActionForm action={addConnectorAction} label={t("Add a connector")} announceSaved={false}>
      <TokenOnce address={address} />
      <Radios name="kind" label={t("What sends")} options={options} required />
      <ConnectorFields mapping={usualMappings.kobotoolbox} />
      <ConfirmField asks={confirm} />
      <div className="row">
        <SubmitButton pendingText={t("Adding it")}>{t("Add the connector")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
