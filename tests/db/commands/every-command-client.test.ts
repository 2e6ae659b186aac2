import { askArea } from "@/tests/support/commands/ask-area";
import { client } from "@/tests/support/commands/client";

await askArea("client", client);
