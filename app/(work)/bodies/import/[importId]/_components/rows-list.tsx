import type { Route } from "next";
import { Button } from "@/app/_ui/button";
import { Chip } from "@/app/_ui/chip";
import { ActionForm } from "@/app/_ui/form";
import { PageLink } from "@/app/_ui/page-link";
import { SubmitFoot } from "@/app/_ui/submit-button";
import type { ListField, RowState, RowView } from "@/lib/organisation/bodies/imports/types";
import { bodyKindLabels, detailLabels } from "@/lib/organisation/bodies/labels";
import { t } from "@/lib/platform/language/translate";
import { decideDifferencesAction } from "../../actions";

type Props = { importId: string; rows: readonly RowView[]; tab: RowState /** Not imported yet. */; open: boolean };

/** Rows of one kind: what is wrong with them, or how they differ from the directory. */
export function RowsList({ importId, rows, tab, open }: Props) {
  if (rows.length === 0) return <p className="muted">{t("No row here.")}</p>;
  const list = (
    <ul className="stack">
      {rows.map((row) => (
        <RowLine key={row.row} row={row} importId={importId} open={open} />
      ))}
    </ul>
  );
  if (tab !== "changed" || !open) return list;
  return (
    <ActionForm action={decideDifferencesAction} label={t("Differences")} guard={false}>
      <input type="hidden" name="importId" value={importId} />
      {list}
      <div className="row">
        <Button type="submit" name="take" value="yes">
          {t("Take over the ticked")}
        </Button>
        <Button type="submit" name="take" value="no">
          {t("Leave the ticked as they are")}
        </Button>
      </div>
    </ActionForm>
  );
}

/** All differences of the list at once, whatever page is shown. */
export function TakeAll({ importId }: { importId: string }) {
  return (
    <ActionForm action={decideDifferencesAction} label={t("Take over all differences")} guard={false}>
      <input type="hidden" name="importId" value={importId} />
      <input type="hidden" name="all" value="yes" />
      <input type="hidden" name="take" value="yes" />
      <SubmitFoot variant="secondary" pendingText={t("Saving")}>
        {t("Take over all differences")}
      </SubmitFoot>
    </ActionForm>
  );
}

type LineProps = { row: RowView; importId: string; open: boolean };

function RowLine({ row, importId, open }: LineProps) {
  const title = t("Row {row}: {name}", { row: row.row, name: row.name || t("without a name") });
  const about = [row.kind ? bodyKindLabels[row.kind] : "", row.area ?? ""].filter(Boolean).join(", ");
  const picks = open && row.state === "changed";
  return (
    <li className="stack stack--s">
      <span className="row">
        {picks ? <input type="checkbox" name="rows" value={row.row} aria-label={title} /> : null}
        <RowTitle row={row} importId={importId} open={open} title={title} />
        {about ? <span className="small muted">{about}</span> : null}
        {picks && row.take ? (
          <Chip kind={row.take === "yes" ? "done" : "plain"}>
            {row.take === "yes" ? t("Will be taken over") : t("Stays as it is")}
          </Chip>
        ) : null}
      </span>
      {row.messages.length + row.differences.length > 0 ? (
        <ul className="small">
          {row.messages.map(({ field, text }) => (
            <li key={`${field} ${text}`}>
              {field in detailLabels ? `${detailLabels[field as ListField]}: ` : null}
              {text}
            </li>
          ))}
          {row.differences.map(({ field, was, became }) => (
            <li key={field}>
              {t("{field}: “{was}” is now “{became}”.", {
                field: detailLabels[field],
                was: was ?? t("Not known"),
                became: became ?? t("Not known"),
              })}
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  );
}

function RowTitle({ row, importId, open, title }: LineProps & { title: string }) {
  if (open && row.state === "bad") {
    return <PageLink href={`/bodies/import/${importId}/rows/${row.row}` as Route}>{title}</PageLink>;
  }
  return row.ref ? <PageLink href={`/bodies/${row.ref}` as Route}>{title}</PageLink> : <span>{title}</span>;
}
