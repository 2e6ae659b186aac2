import { redirect } from "next/navigation";
import { requireCtx } from "@/lib/auth/sessions/session";

/** An administrator's landing page is the list of people. */
export default async function AdminPage() {
  await requireCtx("people.read");
  redirect("/admin/members");
}
