import { TextField } from "@/app/_ui/field";
import type { ChoiceOnDesk } from "@/lib/casework/choice-lists/types";
import { t } from "@/lib/platform/language/translate";

/** The words of a choice in each language; ours where they are left empty. */
export function WordFields({ choice }: { choice?: ChoiceOnDesk }) {
  const isOurs = choice !== undefined && !choice.isOwn;
  return (
    <div className="pair">
      <TextField
        name="en"
        label={t("Words in English")}
        hint={
          isOurs
            ? t("Empty: “{ours}”. Records and exports are in English", { ours: choice.countsAs })
            : t("Records and exports are in English")
        }
        maxLength={80}
        defaultValue={choice?.labels.en ?? ""}
        optional={isOurs}
      />
      <TextField
        name="af"
        label={t("Words in Afrikaans")}
        hint={t("Empty: as in English, or ours")}
        maxLength={80}
        defaultValue={choice?.labels.af ?? ""}
        lang="af"
        optional
      />
    </div>
  );
}
