import { Checkbox } from "@/app/_ui/choice";
import { TextField } from "@/app/_ui/field";
import { mostListed } from "@/lib/casework/incidents/rules";
import { activeSentences } from "@/lib/evidence/exhibits/labels";
import type { DraftChoices } from "@/lib/packets/packets/types";
import { t } from "@/lib/platform/language/translate";

/** Files that act when they are opened stay, unless somebody sends one along and says why. */
export function ActiveFields({ choices: { exhibits, start } }: { choices: DraftChoices }) {
  const active = exhibits.filter(({ acts }) => acts.length > 0);
  if (active.length === 0) return null;
  return (
    <fieldset className="stack">
      <legend className="label">{t("Files with active content")}</legend>
      <p className="small">
        {t(
          "They stay with us. A copy that does nothing is sent instead: their printed pages, or their words as plain text. Send the file itself only when the receiver needs it: it is then kept apart, with a note on how to open it.{value}",
          {
            value:
              active.length > mostListed
                ? t(" The first {mostListed} of {active} can be sent along here.", {
                    mostListed,
                    active: active.length,
                  })
                : "",
          },
        )}
      </p>
      {active.slice(0, mostListed).map(({ code, title, acts }) => (
        <div className="stack stack--s" key={code}>
          <Checkbox
            name={`active.${code}.send`}
            label={t("Send the file of {code} along: {title}", { code, title })}
            hint={acts.map((act) => activeSentences[act]).join(" ")}
            defaultChecked={start.active?.[code]?.send ?? false}
          />
          <TextField
            name={`active.${code}.why`}
            label={t("Why the file of {code} is sent", { code })}
            hint={t("Printed in the packet")}
            maxLength={300}
            optional
            defaultValue={start.active?.[code]?.why}
          />
        </div>
      ))}
    </fieldset>
  );
}
