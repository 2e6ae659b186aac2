import { Checkbox } from "@/app/_ui/choice";
import { TextArea } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import type { CheckSettings } from "@/lib/escalation/checks/types";
import { t } from "@/lib/platform/language/translate";
import { setChecksAction } from "../actions";

/** Whether the worker looks at addresses of take-down lists, at which sites, and what these sites could see. */
export function ChecksForm({ settings: { on, choices, own, proxied } }: { settings: CheckSettings }) {
  return (
    <ActionForm action={setChecksAction} label={t("Address checker")} prefix="checks">
      <div className="read stack">
        <p>{t("What a site could see from such a request:")}</p>
        <ul>
          <li>
            {proxied
              ? t("the network address of your proxy (CHECK_PROXY_URL), and not the one of this server")
              : t("the network address of this server, and so perhaps your organisation")}
          </li>
          <li>{t("which post was looked at, and when; never which case, which client or who asked")}</li>
          <li>
            {t(
              "that somebody still looks at it. A site that the other person runs, or an address that only few people know, tells that person so. Do not add such a site.",
            )}
          </li>
          <li>
            {t("on a platform, perhaps one more view that is counted. It does not name you to the owner of the post")}
          </li>
        </ul>
        <p>
          {t(
            "Every request is recorded in the log before it leaves, without the address. A case can be left out, if its client wishes so, on its take-down list.",
          )}
        </p>
      </div>
      <Checkbox
        name="on"
        value="on"
        label={t("Look at the addresses on take-down lists, at the sites below")}
        hint={t(
          "Only pages are asked for, without signing in. Nothing of them is kept but the answer's headers and a hash.",
        )}
        defaultChecked={on}
      />
      {choices.map(({ platform, name, hosts, chosen, limits, source, seenLive }) => (
        <Checkbox
          key={platform}
          name="platforms"
          id={`platforms-${platform}`}
          value={platform}
          label={name}
          hint={
            <>
              <bdi className="breakable">{hosts.join(", ")}</bdi>
              <span className="block">{limits}</span>
              <span className="block">
                {seenLive
                  ? t("Rules: {source}", { source })
                  : t("Rules: {source} Not confirmed on a live page yet.", { source })}
              </span>
            </>
          }
          defaultChecked={chosen}
        />
      ))}
      <TextArea
        name="ownHosts"
        label={t("Other sites")}
        hint={t(
          "One name on each line, exactly as it stands in addresses, such as www.example.org. Gone is known there only when the site says so for good.",
        )}
        defaultValue={own.join("\n")}
        maxLength={4000}
        optional
      />
      <SubmitFoot variant="secondary" pendingText={t("Saving")}>
        {t("Save")}
      </SubmitFoot>
    </ActionForm>
  );
}
