import * as z from "zod";
import type { Checks } from "../measure.js";
import { DOMAIN, IP, NAME } from "./patterns.js";

export function endpoint(): Checks {
  const token = z.string().min(1);
  const settings = z.strictObject({
    api_token: token,
    name: z.string().min(1).max(64).regex(NAME).optional(),
    approvedDomains: z.array(z.string().max(253).regex(DOMAIN)).max(253).optional(),
    quota: z.int().min(0).max(1_000_000).optional(),
    ipRestrictions: z.array(z.string().regex(IP)).max(50).optional(),
  });
  return checks(z.union([settings, z.strictObject({ api_token: token, status: z.literal([0, 1]) })]));
}

export function nested(): Checks {
  const line = z.strictObject({
    sku: z.string().min(1).max(32),
    quantity: z.int().min(1).max(1000),
    price: z.number().min(0),
    note: z.string().max(200).nullable().optional(),
  });
  const payment = z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("card"), last4: z.string().regex(/^[0-9]{4}$/u) }),
    z.strictObject({ kind: z.literal("transfer"), iban: z.string().min(15).max(34) }),
    z.strictObject({ kind: z.literal("invoice"), days: z.int().min(0).max(90), to: z.string().optional() }),
  ]);
  const order = z.strictObject({
    id: z.string().min(1).max(40),
    customer: z.strictObject({ name: z.string().min(1).max(100), phone: z.string().nullable() }),
    status: z.enum(["open", "paid", "sent"]),
    lines: z.array(line).min(1).max(100),
    payment,
    labels: z.record(z.string(), z.string().max(40)).optional(),
    discount: z.number().min(0).max(1).nullable().optional(),
  });
  return checks(order);
}

export function moltar(): Checks {
  const deeplyNested = z.looseObject({ foo: z.string(), num: z.number(), bool: z.boolean() });
  return checks(z.looseObject({ ...flat(), deeplyNested }));
}

export function closed(): Checks {
  const deeplyNested = z.strictObject({ foo: z.string(), num: z.number(), bool: z.boolean() });
  return checks(z.strictObject({ ...flat(), deeplyNested }));
}

function flat() {
  const [string, number] = [z.string(), z.number()];
  return { number, negNumber: number, maxNumber: number, string, longString: string, boolean: z.boolean() };
}

function checks(schema: z.ZodType): Checks {
  return {
    is: (value) => schema.safeParse(value).success,
    all: (value) => schema.safeParse(value).error?.issues ?? [],
  };
}
