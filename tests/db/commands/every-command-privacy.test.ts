import { askArea } from "@/tests/support/commands/ask-area";
import { privacy } from "@/tests/support/commands/privacy";

await askArea("privacy", privacy);
