import { NoticeList } from "@/app/_ui/notice-list";
import { dismissNoticeAction, endOthersAction } from "@/app/(auth)/notices/actions";
import { readNotices } from "@/lib/auth/sign-in-notices";
import { officeZone } from "@/lib/work/rules";

/** What whoever looks at this page was not told yet of how they sign in. */
export async function SignInNotices() {
  return (
    <NoticeList
      notices={await readNotices()}
      zone={officeZone()}
      endOthers={endOthersAction}
      dismiss={dismissNoticeAction}
    />
  );
}
