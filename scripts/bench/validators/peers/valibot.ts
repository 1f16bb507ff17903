import * as v from "valibot";
import type { Checks } from "../measure.js";
import { DOMAIN, IP, NAME } from "./patterns.js";

export function endpoint(): Checks {
  const token = v.pipe(v.string(), v.minLength(1));
  const settings = v.strictObject({
    api_token: token,
    name: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(64), v.regex(NAME))),
    approvedDomains: v.optional(
      v.pipe(v.array(v.pipe(v.string(), v.maxLength(253), v.regex(DOMAIN))), v.maxLength(253)),
    ),
    quota: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000))),
    ipRestrictions: v.optional(v.pipe(v.array(v.pipe(v.string(), v.regex(IP))), v.maxLength(50))),
  });
  return checks(v.union([settings, v.strictObject({ api_token: token, status: v.picklist([0, 1]) })]));
}

export function nested(): Checks {
  const line = v.strictObject({
    sku: v.pipe(v.string(), v.minLength(1), v.maxLength(32)),
    quantity: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)),
    price: v.pipe(v.number(), v.minValue(0)),
    note: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(200)))),
  });
  const payment = v.variant("kind", [
    v.strictObject({ kind: v.literal("card"), last4: v.pipe(v.string(), v.regex(/^[0-9]{4}$/u)) }),
    v.strictObject({
      kind: v.literal("transfer"),
      iban: v.pipe(v.string(), v.minLength(15), v.maxLength(34)),
    }),
    v.strictObject({
      kind: v.literal("invoice"),
      days: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(90)),
      to: v.optional(v.string()),
    }),
  ]);
  const order = v.strictObject({
    id: v.pipe(v.string(), v.minLength(1), v.maxLength(40)),
    customer: v.strictObject({
      name: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
      phone: v.nullable(v.string()),
    }),
    status: v.picklist(["open", "paid", "sent"]),
    lines: v.pipe(v.array(line), v.minLength(1), v.maxLength(100)),
    payment,
    labels: v.optional(v.record(v.string(), v.pipe(v.string(), v.maxLength(40)))),
    discount: v.optional(v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(1)))),
  });
  return checks(order);
}

export function moltar(): Checks {
  const deeplyNested = v.looseObject({ foo: v.string(), num: v.number(), bool: v.boolean() });
  return checks(v.looseObject({ ...flat(), deeplyNested }));
}

export function closed(): Checks {
  const deeplyNested = v.strictObject({ foo: v.string(), num: v.number(), bool: v.boolean() });
  return checks(v.strictObject({ ...flat(), deeplyNested }));
}

function flat() {
  const [string, number] = [v.string(), v.number()];
  return { number, negNumber: number, maxNumber: number, string, longString: string, boolean: v.boolean() };
}

function checks(schema: v.GenericSchema): Checks {
  return {
    is: (value) => v.is(schema, value),
    all: (value) => v.safeParse(schema, value).issues ?? [],
  };
}
