import { Type as t, type TSchema } from "@sinclair/typebox";
import { TypeCompiler } from "@sinclair/typebox/compiler";
import type { Checks } from "../measure.js";
import { DOMAIN, IP, NAME } from "./patterns.js";

const CLOSED = { additionalProperties: false };

export function endpoint(): Checks {
  const token = t.String({ minLength: 1 });
  const domain = t.String({ maxLength: 253, pattern: DOMAIN.source });
  const settings = t.Object(
    {
      api_token: token,
      name: t.Optional(t.String({ minLength: 1, maxLength: 64, pattern: NAME.source })),
      approvedDomains: t.Optional(t.Array(domain, { maxItems: 253 })),
      quota: t.Optional(t.Integer({ minimum: 0, maximum: 1_000_000 })),
      ipRestrictions: t.Optional(t.Array(t.String({ pattern: IP.source }), { maxItems: 50 })),
    },
    CLOSED,
  );
  const status = t.Object({ api_token: token, status: t.Union([t.Literal(0), t.Literal(1)]) }, CLOSED);
  return checks(t.Union([settings, status]));
}

export function nested(): Checks {
  const line = t.Object(
    {
      sku: t.String({ minLength: 1, maxLength: 32 }),
      quantity: t.Integer({ minimum: 1, maximum: 1000 }),
      price: t.Number({ minimum: 0 }),
      note: t.Optional(t.Union([t.String({ maxLength: 200 }), t.Null()])),
    },
    CLOSED,
  );
  const days = t.Integer({ minimum: 0, maximum: 90 });
  const payment = t.Union([
    t.Object({ kind: t.Literal("card"), last4: t.String({ pattern: "^[0-9]{4}$" }) }, CLOSED),
    t.Object({ kind: t.Literal("transfer"), iban: t.String({ minLength: 15, maxLength: 34 }) }, CLOSED),
    t.Object({ kind: t.Literal("invoice"), days, to: t.Optional(t.String()) }, CLOSED),
  ]);
  const name = t.String({ minLength: 1, maxLength: 100 });
  const order = t.Object(
    {
      id: t.String({ minLength: 1, maxLength: 40 }),
      customer: t.Object({ name, phone: t.Union([t.String(), t.Null()]) }, CLOSED),
      status: t.Union([t.Literal("open"), t.Literal("paid"), t.Literal("sent")]),
      lines: t.Array(line, { minItems: 1, maxItems: 100 }),
      payment,
      labels: t.Optional(t.Record(t.String(), t.String({ maxLength: 40 }))),
      discount: t.Optional(t.Union([t.Number({ minimum: 0, maximum: 1 }), t.Null()])),
    },
    CLOSED,
  );
  return checks(order);
}

export function moltar(): Checks {
  return checks(createMoltar({}));
}

export function closed(): Checks {
  return checks(createMoltar(CLOSED));
}

function createMoltar(options: { readonly additionalProperties?: boolean }) {
  const [string, number, boolean] = [t.String(), t.Number(), t.Boolean()];
  const deeplyNested = t.Object({ foo: string, num: number, bool: boolean }, options);
  const flat = { number, negNumber: number, maxNumber: number, string, longString: string, boolean };
  return t.Object({ ...flat, deeplyNested }, options);
}

function checks(schema: TSchema): Checks {
  const compiled = TypeCompiler.Compile(schema);
  return { is: (value) => compiled.Check(value), all: (value) => [...compiled.Errors(value)] };
}
