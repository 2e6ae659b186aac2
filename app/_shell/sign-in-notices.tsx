import { NoticeList } from "@/app/_ui/notice-list";
import { dismissNoticeAction, endOthersAction } from "@/app/(auth)/notices/actions";
import { noticeTitle } from "@/lib/auth/sessions/labels";
import { readNotices } from "@/lib/auth/sessions/sign-in-notices";
import { officeZone } from "@/lib/law/office/rules";

/** Changes to the viewer's sign-in methods that they have not dismissed. */
export async function SignInNotices() {
  const notices = (await readNotices()).map((notice) => ({ ...notice, title: noticeTitle(notice, officeZone()) }));
  return <NoticeList notices={notices} endOthers={endOthersAction} dismiss={dismissNoticeAction} />;
}
