import { NoticeList } from "@/app/_ui/notice-list";
import { dismissNoticeAction, endOthersAction } from "@/app/(auth)/notices/actions";
import { noticeTitle } from "@/lib/auth/sessions/labels";
import { readNotices } from "@/lib/auth/sessions/sign-in-notices";
import { officeZone } from "@/lib/law/office/rules";

/** What whoever looks at this page was not told yet of how they sign in. */
export async function SignInNotices() {
  const notices = (await readNotices()).map((notice) => ({ ...notice, title: noticeTitle(notice, officeZone()) }));
  return <NoticeList notices={notices} endOthers={endOthersAction} dismiss={dismissNoticeAction} />;
}
