import type { Redis } from "ioredis";
import { RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible";
import type { RateLimit } from "../../../src/index.js";

/** One budget for every process that talks to the same Redis about the same account. */
export function shareThroughRedis(redis: Redis, account: string): RateLimit {
  // Its window is fixed, so around an edge twice the points may pass: 120 keeps any minute within the provider's 240.
  const limiter = new RateLimiterRedis({
    storeClient: redis,
    keyPrefix: "jetemail",
    points: 120,
    duration: 60,
  });
  return {
    async acquire() {
      try {
        await limiter.consume(account);
        return 0;
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return refusal.msBeforeNext;
        throw refusal;
      }
    },
    async block(ms) {
      await limiter.block(account, Math.ceil(ms / 1000));
    },
  };
}
