import { owner } from "./db";

/** A second person released what was asked for, as far as the database knows: for people whom a test only needs. */
export async function plantRelease(orgId: string, invitationId: string): Promise<void> {
  await owner().begin(async (tx) => {
    await tx`select ctx.put(${orgId}, null, 'service')`;
    await tx`update app.access_changes set state = 'released' where invitation_id = ${invitationId}`;
  });
}

/** So many days go by since these people got their access: everybody's who is named. */
export async function passDays(days: number, ...memberIds: string[]): Promise<void> {
  await owner()`update ctx.access_given set at = at - make_interval(days => ${days}) where member_id = any(${memberIds})`;
}

/** So many hours go by since something was asked for that nobody could release. */
export async function passHours(orgId: string, hours: number): Promise<void> {
  await owner().begin(async (tx) => {
    await tx`select ctx.put(${orgId}, null, 'service')`;
    await tx`update app.access_changes set opens_at = opens_at - make_interval(hours => ${hours}) where org_id = ${orgId}`;
  });
}
