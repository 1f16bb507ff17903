// workerd: the world comes as the request's body, the results are the answer.
import * as library from "../../src/index.js";
import { runAll } from "./harness.js";

export default {
  async fetch(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    const world = await request.json();
    if (pathname === "/all") return Response.json(await runAll({ library, ...world }));
    // One call of many that come in requests of their own and share the gate of the process.
    const jetemail = library.createClient({ apiKey: "api_k3y", baseUrl: world.baseUrl });
    const { success } = await jetemail.updateTransactionalKey({ body: { api_token: "transactional_1" } });
    return Response.json({ success });
  },
};
