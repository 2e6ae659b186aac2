import "server-only";
import { takeEach } from "@/lib/auth/attempts/budgets";

/** Whether whoever wrote an enquiry may write again now. Our own default, kind D: a person never comes near it. */
export async function slowEnquirer(enquiryId: string): Promise<boolean> {
  return takeEach([{ of: `enquiry|${enquiryId}|write`, burst: 10, perSecond: 1 / 300 }]);
}
