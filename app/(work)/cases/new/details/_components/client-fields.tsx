import type { Route } from "next";
import Link from "next/link";
import { Checkbox } from "@/app/_ui/choice";
import { TextArea, TextField } from "@/app/_ui/field";
import { SomebodyElse } from "@/app/(work)/_components/somebody-else";
import { t } from "@/lib/platform/language/translate";

export type TypedClient = { name?: string; phone?: string; email?: string; identityNumber?: string };

/** Prefilled from the search, so that nobody types it twice. */
export function ClientFields({ typed }: { typed: TypedClient }) {
  return (
    <div className="cols cols--2">
      <SomebodyElse prefix="client.">
        <Link href={"/cases/new" as Route}>{t("Search for that client and open the case there")}</Link>
      </SomebodyElse>
      <TextField
        name="client.pseudonym"
        label={t("Code name")}
        hint={t("Shown in every list. Use a bird or a plant, nothing that points to the client")}
        required
      />
      <TextField
        name="client.name"
        label={t("Name")}
        hint={t("As on the identity document")}
        defaultValue={typed.name}
        required
      />
      <TextField
        name="client.identityNumber"
        label={t("Identity number")}
        defaultValue={typed.identityNumber}
        optional
      />
      <TextField
        name="client.phone"
        label={t("Phone")}
        hint={t("For example +27 82 000 0000")}
        inputMode="tel"
        defaultValue={typed.phone}
        optional
      />
      <TextField name="client.email" label={t("E-mail")} inputMode="email" defaultValue={typed.email} optional />
      <TextArea
        name="client.address"
        label={t("Protected address")}
        hint={t("Never printed in the part of a packet that is served")}
        rows={2}
        optional
      />
      <Checkbox name="client.isMinor" label={t("The client is under 18")} />
    </div>
  );
}
