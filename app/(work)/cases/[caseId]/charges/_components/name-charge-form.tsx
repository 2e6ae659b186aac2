import { type Choice, Select } from "@/app/_ui/choice";
import { FirstDisclosure } from "@/app/_ui/first-disclosure";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import type { ChargeChoices, OffenceView } from "@/lib/casework/charges/types";
import { t } from "@/lib/platform/language/translate";
import { nameChargeAction } from "../actions";

type Props = {
  caseId: string;
  choices: ChargeChoices["open"];
  sides: { home: string; there: string };
  open: boolean;
  /** The offence that somebody chose to add from the list of those that nobody looked at. */
  start?: string;
};

export function NameChargeForm({ caseId, choices, sides, open, start }: Props) {
  const options = pairChoices(choices, sides.there);
  return (
    <FirstDisclosure icon="plus" label={t("Add a charge")} id="name" open={open}>
      <ActionForm action={nameChargeAction} label={t("Add a charge")} className="panel panel__body">
        <input type="hidden" name="caseId" value={caseId} />
        <Select
          name="pair"
          label={t("Offence ({home}), and its pair ({there})", { home: sides.home, there: sides.there })}
          hint={t("Only law that was in force on the day of an act can be named")}
          blank={t("Choose an offence")}
          options={options}
          defaultValue={optionOf(options, start)}
        />
        <SubmitFoot pendingText={t("Naming the offence")}>{t("Name the offence")}</SubmitFoot>
      </ActionForm>
    </FirstDisclosure>
  );
}

/** A closed list shows the line alone, without the heading of its group, so each offence says its name. */
const named = ({ title, citation }: OffenceView) => `${citation} (${title})`;

/** One line for each pair, grouped by the home offence; an offence without a pair can still be named. */
function pairChoices(choices: ChargeChoices["open"], there: string): Choice[] {
  return choices.flatMap(({ offence, pairings }) => {
    const group = `${offence.title} (${offence.citation})`;
    const others = new Map(pairings.flatMap((pairing) => pairing.there).map((offence) => [offence.key, offence]));
    const pairs = [...others.values()].map((pairing) => ({
      value: `${offence.key} ${pairing.key}`,
      label: t("{offence} with {pairing}", { offence: named(offence), pairing: named(pairing) }),
      group,
    }));
    return [
      ...pairs,
      { value: offence.key, label: t("{offence}, no pair yet ({there})", { offence: named(offence), there }), group },
    ];
  });
}

/** The first line with an offence, as the one of the home country or as the other. */
function optionOf(options: readonly Choice[], offence: string | undefined): string | undefined {
  return options.find(({ value }) => offence !== undefined && value.split(" ").includes(offence))?.value;
}
