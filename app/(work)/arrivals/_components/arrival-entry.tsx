import { Chip } from "@/app/_ui/chip";
import { type Choice, Select } from "@/app/_ui/choice";
import { TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { Facts, Panel } from "@/app/_ui/panel";
import { SubmitButton, SubmitFoot } from "@/app/_ui/submit-button";
import { kindLabels } from "@/lib/casework/notes/labels";
import { arrivalLabels } from "@/lib/operations/arrivals/labels";
import type { ArrivalView } from "@/lib/operations/arrivals/types";
import { t } from "@/lib/platform/language/translate";
import { formatBytes, formatInstant } from "@/lib/platform/text/format";
import { deleteArrivalAction, openIntakeAction, placeArrivalAction } from "../actions";

type Props = { arrival: ArrivalView; cases: readonly Choice[] };

/** One thing that arrived, and where it may go. */
export function ArrivalEntry({ arrival, cases }: Props) {
  const { id, body, madeAt, madeZone, state, size } = arrival;
  const title = t("{what}, {at}", { what: arrivalLabels[arrival.kind], at: formatInstant(madeAt, madeZone) });
  const items = [...factsOf(body), ...(size === null ? [] : [{ name: t("Size"), value: formatBytes(size) }])];
  return (
    <Panel
      id={`a-${id}`}
      title={title}
      end={state === "coming" ? <Chip kind="waiting">{t("Still being sent")}</Chip> : undefined}
    >
      <Facts items={items} />
      {state === "coming" ? null : body.kind === "intake" ? (
        <ActionForm action={openIntakeAction} label={t("Open a case from {title}", { title })}>
          <input type="hidden" name="arrivalId" value={id} />
          <SubmitFoot icon="folder-plus" pendingText={t("One moment")}>
            {t("Open a case")}
          </SubmitFoot>
        </ActionForm>
      ) : (
        <PlaceForm id={id} title={title} cases={cases} named={body.caseName} />
      )}
      <ActionForm action={deleteArrivalAction} label={t("Delete {title}", { title })} prefix={`drop-${id}`}>
        <input type="hidden" name="arrivalId" value={id} />
        <div className="row">
          <SubmitButton variant="quiet" icon="x" pendingText={t("Deleting")}>
            {t("Delete it")}
          </SubmitButton>
        </div>
      </ActionForm>
    </Panel>
  );
}

type PlaceProps = { id: string; title: string; cases: readonly Choice[]; named: string };

function PlaceForm({ id, title, cases, named }: PlaceProps) {
  const hint = named
    ? t("You wrote “{named}”: no open case of yours has exactly this code name or code, or it takes nothing now.", {
        named,
      })
    : undefined;
  return (
    <ActionForm action={placeArrivalAction} label={t("Put {title} on a case", { title })} prefix={`place-${id}`}>
      <input type="hidden" name="arrivalId" value={id} />
      <Select name="caseId" label={t("Case")} blank={t("Choose a case")} options={cases} hint={hint} />
      <TextField name="caseName" label={t("Or another, by its code name or code")} optional />
      <SubmitFoot variant="secondary" icon="check" pendingText={t("Putting it on the case")}>
        {t("Put it on the case")}
      </SubmitFoot>
    </ActionForm>
  );
}

function factsOf(body: ArrivalView["body"]) {
  if (body.kind === "note") {
    return [
      { name: t("What it was"), value: kindLabels[body.what] },
      { name: t("Written"), value: <span className="prewrap">{body.words}</span> },
    ];
  }
  if (body.kind === "intake") {
    return [
      { name: t("Name"), value: body.name || t("Not recorded") },
      { name: t("Phone"), value: body.phone || t("Not recorded") },
      { name: t("How and when it is safe to reach her"), value: body.safe || t("Not recorded") },
      { name: t("What happened"), value: <span className="prewrap">{body.words}</span> },
      { name: t("In danger now"), value: body.inDanger ? t("Yes, as you wrote it") : t("Not ticked") },
    ];
  }
  return [
    { name: t("File"), value: body.fileName || t("Without a name") },
    { name: t("What it shows"), value: body.description || t("Not recorded") },
  ];
}
