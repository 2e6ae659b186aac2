import { redirect } from "next/navigation";
import { requireCtx } from "@/lib/auth/sessions/session";
import { readFounding } from "@/lib/operations/installation/queries";

/** An administrator lands on the list of people; while the organisation has no client and no case, on the first steps. */
export default async function AdminPage() {
  const ctx = await requireCtx("people.read");
  redirect((await readFounding(ctx)) ? "/admin/installation" : "/admin/members");
}
