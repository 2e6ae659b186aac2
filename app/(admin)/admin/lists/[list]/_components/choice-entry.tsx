import type { ReactNode } from "react";
import { Chip } from "@/app/_ui/chip";
import { Checkbox } from "@/app/_ui/choice";
import { Disclosure } from "@/app/_ui/disclosure";
import { ActionForm } from "@/app/_ui/form";
import { RecordPanel } from "@/app/_ui/panel";
import { SubmitButton, SubmitFoot } from "@/app/_ui/submit-button";
import type { ChoiceOnDesk } from "@/lib/casework/choice-lists/types";
import type { ChoiceListName } from "@/lib/organisation/choices/types";
import { t } from "@/lib/platform/language/translate";
import { moveChoiceAction, saveChoiceAction } from "../../actions";
import { WordFields } from "./word-fields";

type Props = { list: ChoiceListName; choice: ChoiceOnDesk; isFirst: boolean; isLast: boolean };

/** One choice: what it is, its place, and the form that changes it in the draft. */
export function ChoiceEntry({ list, choice, isFirst, isLast }: Props) {
  const { label, isHidden, isOwn, isDraft, isFallback, countsAs } = choice;
  const ids = (
    <>
      <input type="hidden" name="list" value={list} />
      <input type="hidden" name="choice" value={choice.choice} />
    </>
  );
  const note = label === countsAs ? null : t("Counts as “{ours}”.", { ours: countsAs });
  return (
    <RecordPanel
      label={label}
      title={label}
      end={
        <span className="row">
          {isOwn ? <Chip kind="plain">{t("Your own")}</Chip> : null}
          {isHidden ? <Chip kind="plain">{t("Hidden")}</Chip> : null}
          {isDraft ? <Chip kind="warning">{t("In the draft")}</Chip> : null}
        </span>
      }
      id={`choice-${choice.choice}`}
    >
      {note ? <p className="muted">{note}</p> : null}
      <div className="row">
        {isFirst ? null : <Move ids={ids} label={label} way="up" />}
        {isLast ? null : <Move ids={ids} label={label} way="down" />}
        <Disclosure icon="pencil" label={t("Change")}>
          <ActionForm action={saveChoiceAction} label={t("Change {label}", { label })} prefix={choice.choice}>
            {ids}
            <WordFields choice={choice} />
            {isFallback ? (
              <p className="muted">{t("This choice stays: it takes what fits nothing else.")}</p>
            ) : (
              <Checkbox
                name="isHidden"
                label={t("Hide it in forms")}
                hint={t("Records that have it keep it")}
                defaultChecked={isHidden}
              />
            )}
            <SubmitFoot variant="secondary" icon="save" pendingText={t("Drafting")}>
              {t("Draft the change")}
            </SubmitFoot>
          </ActionForm>
        </Disclosure>
      </div>
    </RecordPanel>
  );
}

function Move({ ids, label, way }: { ids: ReactNode; label: string; way: "up" | "down" }) {
  const words = way === "up" ? t("Move {label} up", { label }) : t("Move {label} down", { label });
  return (
    <ActionForm action={moveChoiceAction} label={words} guard={false}>
      {ids}
      <input type="hidden" name="way" value={way} />
      <SubmitButton
        variant="quiet"
        icon={way === "up" ? "chevron-up" : "chevron-down"}
        pendingText={t("Moving")}
        aria-label={words}
      >
        {way === "up" ? t("Up") : t("Down")}
      </SubmitButton>
    </ActionForm>
  );
}
