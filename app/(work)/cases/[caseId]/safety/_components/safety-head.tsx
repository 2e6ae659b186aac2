import type { Route } from "next";
import { LinkButton } from "@/app/_ui/link-button";
import { PageHead } from "@/app/_ui/panel";
import { Tabs } from "@/app/_ui/tabs";
import { t } from "@/lib/platform/language/translate";

type Props = { caseId: string; current: "plan" | "risk" | "technology" | "print" };

/** The top of the pages about the safety of a client. */
export function SafetyHead({ caseId, current }: Props) {
  const base = `/cases/${caseId}/safety`;
  const tab = (key: Props["current"], path: string, label: string) => ({
    href: `${base}${path}` as Route,
    label,
    current: current === key,
  });
  return (
    <div className="stack noprint">
      <PageHead
        guide="safety-plan"
        title={t("Safety")}
        level={2}
        actions={
          current === "print" ? null : (
            <LinkButton icon="printer" href={`${base}/print` as Route}>
              {t("Page for the client")}
            </LinkButton>
          )
        }
      >
        {t("What keeps the client safe: a plan, the risk, and the devices. Go through it together.")}
      </PageHead>
      <Tabs
        label={t("Parts of safety")}
        items={[
          tab("plan", "", t("Safety plan")),
          tab("risk", "/risk", t("Risk")),
          tab("technology", "/technology", t("Devices and accounts")),
          tab("print", "/print", t("For the client")),
        ]}
      />
    </div>
  );
}
