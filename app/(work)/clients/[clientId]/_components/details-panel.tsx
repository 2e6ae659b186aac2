import { Checkbox } from "@/app/_ui/choice";
import { Disclosure } from "@/app/_ui/disclosure";
import { TextArea, TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { Facts, Panel } from "@/app/_ui/panel";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { SomebodyElse } from "@/app/(work)/_components/somebody-else";
import { revealableLabels } from "@/lib/casework/clients/labels";
import type { ClientView } from "@/lib/casework/clients/queries";
import { revealable } from "@/lib/casework/clients/types";
import { t } from "@/lib/platform/language/translate";
import { completeClientAction, noteMinorAction } from "../actions";

/** Which details of a client are on record, and forms for those that came later. None is shown. */
export function DetailsPanel({ client: { id, has, isMinor } }: { client: ClientView }) {
  return (
    <Panel id="details" title={t("What we know of the client")}>
      <Facts
        items={[
          ...revealable.map((field) => ({
            name: revealableLabels[field],
            value: has[field] ? t("On record, encrypted") : t("Not known yet"),
          })),
          { name: t("Age"), value: isMinor ? t("Under 18") : t("Not recorded as under 18") },
        ]}
      />
      <Disclosure icon="pencil" label={t("Add or change details")}>
        <ActionForm action={completeClientAction} label={t("Add or change details")} className="form">
          <input type="hidden" name="clientId" value={id} />
          <p className="muted">{t("Fill in what you learned. A field that you leave empty stays as it is.")}</p>
          <SomebodyElse />
          <div className="cols cols--2">
            <TextField name="name" label={t("Name")} hint={t("As on the identity document")} optional />
            <TextField name="identityNumber" label={t("Identity number")} optional />
            <TextField
              name="phone"
              label={t("Phone")}
              hint={t("For example +27 82 000 0000")}
              inputMode="tel"
              optional
            />
            <TextField name="email" label={t("E-mail")} inputMode="email" optional />
            <TextArea
              name="address"
              label={t("Protected address")}
              hint={t("Never printed in the part of a packet that is served")}
              rows={2}
              optional
            />
          </div>
          <Checkbox name="replace" label={t("Replace what is on record")} />
          <SubmitFoot variant="secondary" pendingText={t("Saving the details")}>
            {t("Save the details")}
          </SubmitFoot>
        </ActionForm>
      </Disclosure>
      {isMinor ? null : (
        <Disclosure icon="user" label={t("The client is under 18")}>
          <ActionForm action={noteMinorAction} label={t("The client is under 18")} className="form">
            <input type="hidden" name="clientId" value={id} />
            <p className="muted">
              {t("Then a case with an intimate image accepts no files at all. This is not taken back here.")}
            </p>
            <Checkbox name="isMinor" label={t("The client is under 18")} />
            <SubmitFoot variant="secondary" pendingText={t("Saving")}>
              {t("Save that the client is under 18")}
            </SubmitFoot>
          </ActionForm>
        </Disclosure>
      )}
    </Panel>
  );
}
