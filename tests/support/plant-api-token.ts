import { agreeToApiToken } from "@/lib/integrations/api-tokens/agree-to-api-token";
import { makeApiToken } from "@/lib/integrations/api-tokens/make-api-token";
import { type ApiScope, apiScopes } from "@/lib/integrations/api-tokens/types";
import { officeToday } from "@/lib/law/office/rules";
import { addDays } from "@/lib/platform/time/calendar";
import type { Org, Person } from "./org";

type About = { scopes?: readonly ApiScope[]; networks?: string; agreed?: boolean };

/** A token that an administrator made and that its member agreed to; with every scope unless others are named. */
export async function plantApiToken(
  org: Org,
  member: Person,
  about: About = {},
): Promise<{ id: string; token: string }> {
  const { scopes = apiScopes, networks = "", agreed = true } = about;
  const made = await makeApiToken(await org.confirmed("admin"), {
    name: "A program of the office",
    memberId: member.memberId,
    scopes,
    untilOn: addDays(officeToday(new Date()), 30),
    networks,
  });
  if (agreed) await agreeToApiToken(await org.confirmed(member), { tokenId: made.id });
  return made;
}
