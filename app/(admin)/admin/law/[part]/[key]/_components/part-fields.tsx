import { Radios, Select } from "@/app/_ui/choice";
import { DateField, TextArea, TextField } from "@/app/_ui/field";
import {
  type Agency,
  type ClockRule,
  clockUnits,
  listings,
  type Offence,
  type Platform,
  type Remedy,
} from "@/lib/law/jurisdictions/types";
import { inForceLabels, listingLabels } from "@/lib/law/provisions/labels";
import { t } from "@/lib/platform/language/translate";

const choicesOf = <Key extends string>(labels: Record<Key, string>, keys: readonly Key[]) =>
  keys.map((value) => ({ value, label: labels[value] }));

function ForceFields({ law }: { law: Pick<Offence, "citation" | "inForce" | "inForceFrom" | "inForceUntil"> }) {
  return (
    <>
      <TextField name="citation" label={t("Citation")} defaultValue={law.citation} required />
      <Radios
        name="inForce"
        label={t("In force")}
        options={choicesOf(inForceLabels, ["yes", "no", "partly", "to_confirm"])}
        defaultValue={law.inForce}
      />
      <DateField
        name="inForceFrom"
        label={t("In force from")}
        hint={t("The first day on which it counts for an act")}
        defaultValue={law.inForceFrom ?? ""}
        optional
      />
      <DateField
        name="inForceUntil"
        label={t("In force until")}
        hint={t("The last day, when it has ended")}
        defaultValue={law.inForceUntil ?? ""}
        optional
      />
    </>
  );
}

export function OffenceFields({ offence }: { offence: Offence }) {
  return (
    <>
      <ForceFields law={offence} />
      <TextField name="maxPenalty" label={t("Maximum penalty")} defaultValue={offence.maxPenalty} required />
      <TextField
        name="maxYears"
        label={t("Longest term in years")}
        hint={t("Leave it empty when the court decides or the law names none")}
        defaultValue={offence.maxYears ?? ""}
        inputMode="decimal"
        short
        optional
      />
      <Radios
        name="listing"
        label={t("May be named")}
        options={choicesOf(listingLabels, listings)}
        defaultValue={offence.listing}
      />
      <TextArea name="note" label={t("Note")} defaultValue={offence.note ?? ""} rows={3} optional />
    </>
  );
}

export function RemedyFields({ remedy }: { remedy: Remedy }) {
  return <ForceFields law={remedy} />;
}

export function AgencyFields({ agency }: { agency: Agency }) {
  return (
    <>
      <TextField name="name" label={t("Name")} defaultValue={agency.name} required />
      <TextArea name="does" label={t("What it does")} defaultValue={agency.does} rows={3} required />
      <TextArea
        name="contacts"
        label={t("Contacts")}
        hint={t("One a line: what it is, a colon, the number or address. For example Switchboard: 012 000 0000")}
        defaultValue={agency.contacts.map((contact) => `${contact.label}: ${contact.value}`).join("\n")}
        rows={5}
        optional
      />
    </>
  );
}

/** What the page of a take-down shows to whoever reports. */
export function PlatformFields({ platform }: { platform: Platform }) {
  return (
    <>
      <TextArea
        name="victimRoute"
        label={t("The client’s route")}
        hint={t("Where the client reports, as it is called there")}
        defaultValue={platform.victimRoute}
        rows={3}
        required
      />
      <TextField
        name="reportPage"
        label={t("Address of its form")}
        hint={t("Shown as text to copy, never as a link")}
        defaultValue={platform.reportPage ?? ""}
        optional
      />
      <TextArea
        name="reportCategories"
        label={t("Categories of its form")}
        hint={t("One a line, in the words of the form")}
        defaultValue={platform.reportCategories.join("\n")}
        rows={4}
        optional
      />
    </>
  );
}

const units: Record<(typeof clockUnits)[number], string> = {
  hours: t("Hours"),
  calendar_days: t("Calendar days"),
  working_days: t("Working days"),
  court_days: t("Court days"),
  years: t("Years"),
};

export function ClockFields({ clock }: { clock: ClockRule }) {
  return (
    <>
      <TextField
        name="limitAmount"
        label={t("How long")}
        hint={t("Leave empty if the date is given in a document")}
        defaultValue={clock.limit?.amount ?? ""}
        inputMode="numeric"
        short
        optional
      />
      <Select
        name="limitUnit"
        label={t("Counted in")}
        options={choicesOf(units, clockUnits)}
        defaultValue={clock.limit?.unit ?? "calendar_days"}
      />
      <TextField
        name="limitNote"
        label={t("Remark on the limit")}
        hint={t("For example the document that gives the date. The length comes from the two fields above")}
        defaultValue={clock.limitNote}
        optional
      />
      <Radios
        name="enabled"
        label={t("Runs")}
        options={[
          { value: "yes", label: t("Yes") },
          { value: "no", label: t("No, the law that sets it is not in force") },
        ]}
        defaultValue={clock.enabled ? "yes" : "no"}
      />
    </>
  );
}
