import { Select } from "@/app/_ui/choice";
import { choicesOf } from "@/app/_ui/choices-of";
import { DateField, TextArea, TextField } from "@/app/_ui/field";
import { named } from "@/app/_ui/named";
import { markWords } from "@/lib/law/jurisdictions/labels";
import { bodyKindLabels, detailLabels } from "@/lib/organisation/bodies/labels";
import type { BodyDetails } from "@/lib/organisation/bodies/types";
import { regionName } from "@/lib/platform/language/formats";
import { t } from "@/lib/platform/language/translate";

export const bodyFields = named({
  kind: { label: detailLabels.kind },
  country: { label: detailLabels.country },
  name: { label: detailLabels.name },
  area: { label: detailLabels.area },
  phone: { label: detailLabels.phone },
  email: { label: detailLabels.email },
  address: { label: detailLabels.address },
  hours: { label: detailLabels.hours },
  languages: { label: detailLabels.languages },
  purpose: { label: detailLabels.purpose },
  source: { label: detailLabels.source },
  readOn: { label: detailLabels.readOn },
  mark: { label: detailLabels.mark },
});

type Props = { body?: Partial<BodyDetails>; countries: readonly string[]; today: string };

/** What the directory says about a body; empty for a new one. A source belongs to it. */
export function BodyFields({ body, countries, today }: Props) {
  return (
    <>
      <div className="pair">
        <Select
          {...bodyFields.kind}
          options={choicesOf(bodyKindLabels)}
          blank={t("Choose")}
          defaultValue={body?.kind}
        />
        <Select
          {...bodyFields.country}
          options={countries.map((code) => ({ value: code, label: regionName(code) }))}
          blank={countries.length > 1 ? t("Choose") : undefined}
          defaultValue={body?.country}
        />
      </div>
      <div className="pair">
        <TextField {...bodyFields.name} maxLength={160} defaultValue={body?.name} required />
        <TextField {...bodyFields.area} maxLength={120} defaultValue={body?.area ?? ""} optional />
      </div>
      <div className="pair">
        <TextField {...bodyFields.phone} type="tel" maxLength={120} defaultValue={body?.phone ?? ""} optional />
        <TextField {...bodyFields.email} type="email" maxLength={254} defaultValue={body?.email ?? ""} optional />
      </div>
      <TextArea {...bodyFields.address} rows={2} maxLength={300} defaultValue={body?.address ?? ""} optional />
      <div className="pair">
        <TextField {...bodyFields.hours} maxLength={200} defaultValue={body?.hours ?? ""} optional />
        <TextField {...bodyFields.languages} maxLength={200} defaultValue={body?.languages ?? ""} optional />
      </div>
      <TextField
        {...bodyFields.purpose}
        hint={t("Nothing about a client.")}
        maxLength={300}
        defaultValue={body?.purpose ?? ""}
        optional
      />
      <TextField
        {...bodyFields.source}
        hint={t("The page, letter or call where you read this, so that somebody else finds it")}
        maxLength={300}
        defaultValue={body?.source ?? ""}
        required
      />
      <div className="pair">
        <DateField {...bodyFields.readOn} max={today} defaultValue={body?.readOn ?? today} required />
        <Select {...bodyFields.mark} options={choicesOf(markWords)} blank={t("Choose")} defaultValue={body?.mark} />
      </div>
    </>
  );
}
