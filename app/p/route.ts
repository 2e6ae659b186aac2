import { pageAnswer } from "./_page/answers";
import { drawHome } from "./_page/home";
import { onOwnPage } from "./_page/read-page";
import { readShown } from "./_page/read-shown";

/** The client's page: where things stand, messages, files and papers. */
export async function GET(request: Request): Promise<Response> {
  return onOwnPage(request, async ({ open, where }) => {
    const said = new URL(request.url).searchParams.get("said");
    return pageAnswer(drawHome({ ...(await readShown(open)), where, said }));
  });
}
