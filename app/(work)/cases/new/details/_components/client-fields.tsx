import { Checkbox } from "@/app/_ui/choice";
import { TextArea, TextField } from "@/app/_ui/field";
import { t } from "@/lib/platform/language/translate";
import type { Carried } from "../../carried";

/** Who the client is, as far as it is known. Prefilled from the search, so that nobody types it twice. */
export function ClientFields({ typed }: { typed: Carried }) {
  return (
    <div className="cols cols--2">
      <TextField
        name="client.name"
        label={t("Name")}
        hint={t("As on the identity document")}
        defaultValue={typed.name}
      />
      <TextField name="client.identityNumber" label={t("Identity number")} defaultValue={typed.identityNumber} />
      <TextField
        name="client.phone"
        label={t("Phone")}
        hint={t("For example +27 82 000 0000")}
        inputMode="tel"
        defaultValue={typed.phone}
      />
      <TextField name="client.email" label={t("E-mail")} inputMode="email" defaultValue={typed.email} />
      <TextArea
        name="client.address"
        label={t("Protected address")}
        hint={t("Never printed in the part of a packet that is served")}
        rows={2}
      />
      <Checkbox name="client.isMinor" label={t("The client is under 18")} />
    </div>
  );
}
