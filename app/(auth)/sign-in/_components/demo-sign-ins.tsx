import { ActionForm } from "@/app/_ui/form";
import { Icon } from "@/app/_ui/icon";
import type { IconName } from "@/app/_ui/icon-names";
import { Notice } from "@/app/_ui/notice";
import { Panel } from "@/app/_ui/panel";
import { signInAsAction } from "@/app/(auth)/sign-in/actions";
import { t } from "@/lib/platform/language/translate";

type Door = { role: "caseworker" | "supervisor" | "liaison" | "admin"; label: string; about: string };

const signs: Record<Door["role"], IconName> = {
  caseworker: "folder",
  supervisor: "users",
  liaison: "badge-check",
  admin: "settings",
};

/** One click, no password: shown only in the demonstration on this machine, and refused everywhere else. */
export function DemoSignIns({ doors }: { doors: readonly Door[] }) {
  return (
    <section className="stack">
      <Notice kind="warning" icon="info" title={t("This is the demo")}>
        {t("The organisation, people and numbers are made up. Nothing leaves this computer.")}
      </Notice>
      <Panel
        id="demo"
        title={t("Try it as")}
        end={<span className="muted">{t("One click, no password")}</span>}
        padded={false}
      >
        <ActionForm action={signInAsAction} guard={false} label={t("Try it as")} className="stack--none">
          {doors.map((door) => (
            <button className="role" type="submit" name="role" value={door.role} key={door.role}>
              <Icon name={signs[door.role]} />
              <span>
                <span className="strong">{door.label}</span>
                <small>{door.about}</small>
              </span>
              <Icon name="arrow-right" />
            </button>
          ))}
        </ActionForm>
      </Panel>
    </section>
  );
}
