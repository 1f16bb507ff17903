import {
  BODY,
  type Behaviour,
  KEY,
  behaviour,
  check,
  equal,
  failing,
  holdsNoSecret,
  visit,
} from "./visit.js";

const refused = (name: string, options: object, secrets: readonly string[] = []): Behaviour =>
  behaviour("never sent", name, async (world) => {
    const error = await failing(
      (async () => world.library.createClient({ apiKey: KEY, dangerouslyAllowBrowser: true, ...options }))(),
    );
    check(error instanceof TypeError, `expected a TypeError, got ${String(error)}`);
    holdsNoSecret(error, [KEY, ...secrets]);
  });

export const neverSent: readonly Behaviour[] = [
  refused(
    "a key that ends with a line break, which is refused by words that do not hold it",
    { apiKey: "api_s3cret\nx: y" },
    ["api_s3cret"],
  ),
  refused("a transactional_ key, with a word on which key is needed", { apiKey: "transactional_s3cret" }, [
    "transactional_s3cret",
  ]),
  refused("anything to a base URL without TLS that is not loopback", { baseUrl: "http://api.jetemail.com" }),
  refused(
    "anything to a base URL with credentials in it",
    { baseUrl: "https://user:pa55word@api.jetemail.com" },
    ["pa55word"],
  ),
  refused("a header that could smuggle another", { headers: { "x-extra": "a\r\nauthorization: b" } }),
  refused("an authorization header of your own beside the key", { headers: { Authorization: "Bearer x" } }),
  behaviour("never sent", "the key to another host, whichever path or middleware names it", async (world) => {
    const { jetemail, received } = visit(world, "ok");
    jetemail.http.use({ onRequest: ({ request }) => new Request(`${world.elsewhere}/ok/x/`, request) });
    const error = await failing(jetemail.http.PATCH("/outbound/transactional-keys", { body: BODY }));
    check(error instanceof TypeError, String(error));
    equal((await received()).length, 0);
  }),
];
