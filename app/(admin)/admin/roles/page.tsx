import type { Metadata } from "next";
import { Page } from "@/app/_shell/app-shell";
import { PageHead, Panel } from "@/app/_ui/panel";
import { requireCtx } from "@/lib/auth/sessions/session";
import { askedToConfirm } from "@/lib/auth/step-up/confirm-person";
import { reading } from "@/lib/kernel/access/query";
import { may, roleLabels } from "@/lib/kernel/access/roles";
import { officeZone } from "@/lib/law/office/rules";
import { listAssigned, listRoleChanges, listRoles } from "@/lib/organisation/roles/queries";
import { t } from "@/lib/platform/language/translate";
import { AssignForm } from "./_components/assign-form";
import { ChangeHistory, WaitingChanges } from "./_components/change-lists";
import { NewRoleForm, RolePanel } from "./_components/role-forms";
import { RoleMatrix } from "./_components/role-matrix";

export const metadata: Metadata = { title: t("Roles") };

export default async function RolesPage() {
  const ctx = await requireCtx("roles.read");
  const { roles, people, changes } = await reading(ctx, async (scoped) => {
    const [all, assigned, asked] = await Promise.all([
      listRoles(scoped),
      listAssigned(scoped),
      listRoleChanges(scoped),
    ]);
    return { roles: all, people: assigned, changes: asked };
  });
  const writes = may(ctx.actor, "roles.write");
  const confirm = await askedToConfirm(ctx, "role.change");
  const zone = officeZone();
  const own = roles.filter(({ id, isConfirmed }) => id !== null && isConfirmed);
  return (
    <Page>
      <PageHead title={t("Roles")} guide="fit-roles">
        {t(
          "What each role may. An administrator asks for a change, and a supervisor or another administrator confirms it. Nothing can be given beyond what a role has by default.",
        )}
      </PageHead>
      <WaitingChanges changes={changes} zone={zone} asks={confirm} mayWithdraw={writes} />
      <RoleMatrix roles={roles} />
      {roles.map((view) => (
        <RolePanel key={view.id ?? view.role} view={view} writes={writes} confirm={confirm} />
      ))}
      {writes ? (
        <Panel id="new" title={t("A role of your own")}>
          <NewRoleForm roles={roles.filter(({ id }) => id === null)} confirm={confirm} />
        </Panel>
      ) : null}
      {writes && own.length > 0 && people.length > 0 ? (
        <Panel id="assign" title={t("Who has which role of your own")}>
          <AssignForm
            people={people.map((person) => ({
              ...person,
              now: own.find(({ id }) => id === person.customRoleId)?.name ?? roleLabels[person.role],
            }))}
            own={own.flatMap(({ id, name, role }) => (id ? [{ id, name: `${name} (${roleLabels[role]})` }] : []))}
            confirm={confirm}
          />
        </Panel>
      ) : null}
      <ChangeHistory changes={changes} zone={zone} />
    </Page>
  );
}
