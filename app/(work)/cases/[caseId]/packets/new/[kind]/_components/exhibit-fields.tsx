"use client";

import type { Route } from "next";
import type { MouseEvent } from "react";
import { Button } from "@/app/_ui/button";
import { Chip } from "@/app/_ui/chip";
import { Checkbox, Radios } from "@/app/_ui/choice";
import { TextArea } from "@/app/_ui/field";
import { PageLink } from "@/app/_ui/page-link";
import { Panel } from "@/app/_ui/panel";
import { mostListed, writeNumbers } from "@/lib/casework/incidents/rules";
import { flagLabels, sensitivityLabels } from "@/lib/evidence/exhibits/labels";
import type { ExhibitFlag, Sensitivity } from "@/lib/evidence/exhibits/types";
import type { DraftChoices, ExhibitChoice } from "@/lib/packets/packets/types";
import { t } from "@/lib/platform/language/translate";
import { formatBytes, plural } from "@/lib/platform/text/amounts";
import { numbersOf } from "../../../../../numbers-field";
import { ActiveFields } from "./active-fields";

const minors = [
  { value: "no", label: t("No person under 18 appears") },
  { value: "yes", label: t("A person under 18 appears"), hint: t("The packet cannot leave. Speak to a supervisor.") },
];

/**
 * Which exhibits travel. At first all but the signed papers that name the client; one that is left out keeps its number
 * and is not in this version.
 */
export function ExhibitFields({ choices }: { choices: DraftChoices }) {
  const { exhibits, start } = choices;
  const many = exhibits.length > 1;
  return (
    <Panel
      id="draft-exhibits"
      title={t("Exhibits")}
      end={
        <span className="muted">{t("{exhibits} in the case", { exhibits: plural(exhibits.length, "exhibit") })}</span>
      }
    >
      <Radios name="minors" label={t("Is a child in any exhibit?")} options={minors} defaultValue={start.minors} />
      {exhibits.length === 0 ? <p>{t("No exhibit is in the case yet. The packet is built without any.")}</p> : null}
      {exhibits.length > 0 ? <input type="hidden" name="exhibits.offered" value="yes" /> : null}
      {many && exhibits.length <= mostListed ? (
        <div className="row">
          <span className="label">{t("Which evidence to include?")}</span>
          <Button variant="quiet" small onClick={(event) => tickAll(event, true)}>
            {t("All")}
          </Button>
          <Button variant="quiet" small onClick={(event) => tickAll(event, false)}>
            {t("None")}
          </Button>
        </div>
      ) : null}
      {exhibits.length > mostListed ? <ByNumber choices={choices} /> : null}
      <div className="exhibitticks">
        {(exhibits.length > mostListed ? [] : exhibits).map((exhibit) => (
          <Checkbox
            key={exhibit.code}
            name={`exhibits.${exhibit.code}`}
            label={`${exhibit.code} ${exhibit.title}`}
            hint={<ExhibitHint exhibit={exhibit} />}
            defaultChecked={start.exhibits ? (start.exhibits[exhibit.code] ?? true) : true}
          />
        ))}
      </div>
      <CoverLinks choices={choices} />
      <ActiveFields choices={choices} />
    </Panel>
  );
}

/** With many exhibits, those that travel are named by number; remarks on some are shown for all of them together. */
function ByNumber({ choices: { exhibits, start } }: { choices: DraftChoices }) {
  const codes = (some: readonly ExhibitChoice[]) => writeNumbers(some.map((exhibitChoice) => exhibitChoice.code));
  const uncovered = exhibits.filter((exhibit) => exhibit.releases.length === 0);
  const lacking = exhibits.filter((exhibit) => exhibit.flags.length > 0 || exhibit.misnamed);
  return (
    <>
      <TextArea
        name={numbersOf("exhibits")}
        label={t("Which evidence to include?")}
        hint={t("By their numbers: E-3, E-7 to E-12")}
        rows={3}
        defaultValue={codes(exhibits.filter((exhibit) => start.exhibits?.[exhibit.code] ?? true))}
      />
      {uncovered.length > 0 ? (
        <p className="small">{t("No release covers {uncovered}.", { uncovered: codes(uncovered) })}</p>
      ) : null}
      {lacking.length > 0 ? (
        <p className="small">{t("Something is still to be put right: {lacking}.", { lacking: codes(lacking) })}</p>
      ) : null}
    </>
  );
}

/** Size and what it lacks in words; then whether a release covers it, and what travels in its place. */
function ExhibitHint({ exhibit }: { exhibit: ExhibitChoice }) {
  const lacks = exhibit.flags.map((flag) => flagLabels[flag as ExhibitFlag]);
  const seen = exhibit.sensitivity === "ordinary" ? null : sensitivityLabels[exhibit.sensitivity as Sensitivity];
  return (
    <>
      <span>{[formatBytes(exhibit.size), ...lacks, exhibit.misnamed].filter(Boolean).join(". ")}</span>
      {exhibit.releases.length > 0 ? (
        <Chip kind="done">{t("Covered by {value}", { value: exhibit.releases.join(", ") })}</Chip>
      ) : (
        <Chip kind="overdue">{t("No release covers it")}</Chip>
      )}
      {exhibit.isPaper ? <Chip icon="eye-off">{t("A signed paper: it names the client")}</Chip> : null}
      {exhibit.covers ? (
        <Chip icon="eye-off">{t("{covers} of words", { covers: plural(exhibit.covers, "cover") })}</Chip>
      ) : null}
      {exhibit.masked ? (
        <Chip icon="shield-check">{t("The masked copy is sent")}</Chip>
      ) : seen ? (
        <Chip kind="warning" icon="eye-off">
          {seen}
        </Chip>
      ) : null}
    </>
  );
}

/** A chat, a mail or a text is printed as words; what else must not be read there is covered on the exhibit. */
function CoverLinks({ choices: { caseId, exhibits } }: { choices: DraftChoices }) {
  const printed = exhibits.filter((exhibit) => exhibit.covers !== null);
  if (printed.length === 0) return null;
  return (
    <p className="small">
      {t("These are printed as words:")}{" "}
      {printed.length > mostListed ? writeNumbers(printed.map((exhibitChoice) => exhibitChoice.code)) : null}
      {printed.length > mostListed
        ? null
        : printed.map((exhibitChoice, i) => (
            <span key={exhibitChoice.code}>
              {i > 0 ? ", " : ""}
              <PageLink href={`/cases/${caseId}/evidence/${exhibitChoice.id}/cover` as Route}>
                {exhibitChoice.code}
                <span className="vh">{t(", cover words of it")}</span>
              </PageLink>
            </span>
          ))}
      {t(
        ". Cover there what else must not be read, such as a child’s name, before you write here: what is typed on this page is not kept.",
      )}
    </p>
  );
}

/** One change event for all of them, so that the checklist is requested once. */
function tickAll(event: MouseEvent<HTMLButtonElement>, on: boolean): void {
  const form = event.currentTarget.closest("form");
  const boxes = form?.querySelectorAll<HTMLInputElement>('input[type="checkbox"][name^="exhibits."]') ?? [];
  for (const box of boxes) box.checked = on;
  form?.dispatchEvent(new Event("change", { bubbles: true }));
}
