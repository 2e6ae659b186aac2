import { Panel } from "@/app/_ui/panel";
import { DataTable } from "@/app/_ui/table/data-table";
import type { SettablePermission } from "@/lib/kernel/access/role-rules";
import { permissionGroups, permissionWords, roleWords } from "@/lib/organisation/roles/labels";
import { hasByDefault, settableOf } from "@/lib/organisation/roles/rules";
import type { RoleView } from "@/lib/organisation/roles/types";
import { t } from "@/lib/platform/language/translate";

/** Who may what, a table for each group. On a phone the panels of the roles below say the same as lists. */
export function RoleMatrix({ roles }: { roles: readonly RoleView[] }) {
  return (
    <Panel id="matrix" title={t("Who may what")} className="roles-matrix" padded={false}>
      <p className="panel__about">
        {t("“Yes” can be taken away by a change that is confirmed, “Yes, always” cannot.")}
      </p>
      {permissionGroups.map(({ title, of }) => (
        <DataTable
          key={title}
          caption={title}
          captionClass="table__group"
          layout="rows"
          wide
          rows={of}
          keyOf={(permission) => permission}
          columns={[
            { head: t("What"), cell: (permission) => permissionWords[permission].label },
            ...roles.map((view) => ({
              head: view.name,
              cell: (permission: SettablePermission) => stateOf(view, permission),
            })),
            ...(["admin", "liaison"] as const).map((role) => ({
              head: roleWords(role),
              cell: (permission: SettablePermission) => (hasByDefault(role, permission) ? t("Yes, always") : t("No")),
            })),
          ]}
        />
      ))}
    </Panel>
  );
}

/** In one word or two: as by default, or what was changed. */
function stateOf({ role, rules, lacks }: RoleView, permission: SettablePermission) {
  if (!hasByDefault(role, permission)) return <span className="muted">{t("No")}</span>;
  if (rules.taken.includes(permission)) return <strong>{t("Taken away")}</strong>;
  if (lacks.includes(permission)) return <strong>{t("Goes with what was taken")}</strong>;
  if (rules.given.includes(permission)) return <strong>{t("Kept")}</strong>;
  return settableOf(role).includes(permission) ? t("Yes") : t("Yes, always");
}
