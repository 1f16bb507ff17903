// One of the processes that share a budget: makes its calls at once and says how each ended.
import { Redis } from "ioredis";
import { createClient, isJetEmailError } from "../../../src/index.js";
import { shareThroughRedis } from "./redis.js";

const [redisUrl = "", baseUrl = "", account = "", calls = "0"] = process.argv.slice(2);
const redis = new Redis(redisUrl);
const jetemail = createClient({
  apiKey: "api_k3y",
  baseUrl,
  rateLimit: shareThroughRedis(redis, account),
  maxWaitMs: 5000,
  maxRetries: 0,
});
const outcomes = await Promise.all(
  Array.from({ length: Number(calls) }, () =>
    jetemail.updateTransactionalKey({ body: { api_token: "transactional_1" } }).then(
      () => "sent",
      (error: unknown) => (isJetEmailError(error) ? `${error.code} ${error.attempts}` : String(error)),
    ),
  ),
);
console.log(JSON.stringify(outcomes));
redis.disconnect();
