"use client";

import { DialogBody } from "@/app/_ui/dialog";
import { TextField } from "@/app/_ui/field";
import { ActionForm, type FormAction } from "@/app/_ui/form";
import { Panel } from "@/app/_ui/panel";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { mayLeave } from "@/app/_ui/use-unsaved-guard";
import { t } from "@/lib/platform/language/translate";
import { searchAction } from "../actions";
import type { Carried } from "../carried";
import { SearchResults } from "./search-results";

/** The search as a page of its own, for a browser without script and for a link from elsewhere. */
export function SearchPanel({ enquiry }: { enquiry: { id: string; typed: Carried } | null }) {
  return (
    <ActionForm action={searchAction} label={t("Is this person known?")} guard={false}>
      {enquiry ? <input type="hidden" name="enquiry" value={enquiry.id} /> : null}
      <Panel title={t("Is this person known?")} id="search">
        <SearchFields typed={enquiry?.typed} />
      </Panel>
      <SearchResults />
    </ActionForm>
  );
}

/** The same in a drawer beside the page on which somebody is. */
export function SearchDrawerForm() {
  return (
    <ActionForm action={searchOrAsk} label={t("Is this person known?")} guard={false}>
      <DialogBody>
        <SearchFields />
        <SearchResults />
      </DialogBody>
    </ActionForm>
  );
}

/** To register somebody leads away from the page behind, on which something may be half typed. */
const searchOrAsk: FormAction = async (before, form) =>
  form.get("do") === "register" && !mayLeave("/cases/new/details") ? before : searchAction(before, form);

function SearchFields({ typed = {} }: { typed?: Carried }) {
  return (
    <>
      <p className="muted">
        {t(
          "Fill in what you have; one is enough. Names are found by sound too. We log that you searched, but not what you typed.",
        )}
      </p>
      <div className="cols cols--2">
        <TextField
          name="name"
          label={t("Name")}
          hint={t("Any spelling")}
          defaultValue={typed.name}
          autoFocus
          optional
        />
        <TextField
          name="phone"
          label={t("Phone")}
          hint={t("For example +27 82 000 0000")}
          inputMode="tel"
          defaultValue={typed.phone}
          optional
        />
        <TextField name="email" label={t("E-mail")} inputMode="email" defaultValue={typed.email} optional />
        <TextField name="identityNumber" label={t("Identity number")} optional />
        <TextField
          name="handle"
          label={t("Handle of the account that contacts the client")}
          hint={t("As it is shown, with the @")}
          optional
        />
        <TextField
          name="number"
          label={t("A number from police, a court or a platform")}
          hint={t("For example: CAS 123/4/2026")}
          optional
        />
      </div>
      <SubmitFoot pendingText={t("Searching")} icon="search">
        {t("Search clients")}
      </SubmitFoot>
    </>
  );
}
