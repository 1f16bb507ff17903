// Read by ../typia.ts, which has functions made of the types.
import {
  createEquals,
  createIs,
  createValidate,
  createValidateEquals,
  type IValidation,
  type tags,
} from "typia";
import type { Checks } from "../measure.js";

type Text<Least extends number, Most extends number> = string & tags.MinLength<Least> & tags.MaxLength<Most>;
type Whole<Least extends number, Most extends number> = number &
  tags.Type<"int32"> &
  tags.Minimum<Least> &
  tags.Maximum<Most>;

type Token = string & tags.MinLength<1>;
type Settings = {
  api_token: Token;
  name?: Text<1, 64> & tags.Pattern<"NAME_PATTERN">;
  approvedDomains?: (string & tags.MaxLength<253> & tags.Pattern<"DOMAIN_PATTERN">)[] & tags.MaxItems<253>;
  quota?: Whole<0, 1_000_000>;
  ipRestrictions?: (string & tags.Pattern<"IP_PATTERN">)[] & tags.MaxItems<50>;
};
type Status = { api_token: Token; status: 0 | 1 };

type Line = {
  sku: Text<1, 32>;
  quantity: Whole<1, 1000>;
  price: number & tags.Minimum<0>;
  note?: (string & tags.MaxLength<200>) | null;
};
type Payment =
  | { kind: "card"; last4: string & tags.Pattern<"^[0-9]{4}$"> }
  | { kind: "transfer"; iban: Text<15, 34> }
  | { kind: "invoice"; days: Whole<0, 90>; to?: string };
type Order = {
  id: Text<1, 40>;
  customer: { name: Text<1, 100>; phone: string | null };
  status: "open" | "paid" | "sent";
  lines: Line[] & tags.MinItems<1> & tags.MaxItems<100>;
  payment: Payment;
  labels?: { [name: string]: string & tags.MaxLength<40> };
  discount?: (number & tags.Minimum<0> & tags.Maximum<1>) | null;
};

type Moltar = {
  number: number;
  negNumber: number;
  maxNumber: number;
  string: string;
  longString: string;
  boolean: boolean;
  deeplyNested: { foo: string; num: number; bool: boolean };
};

export function endpoint(): Checks {
  return checks(createEquals<Settings | Status>(), createValidateEquals<Settings | Status>());
}

export function nested(): Checks {
  return checks(createEquals<Order>(), createValidateEquals<Order>());
}

export function moltar(): Checks {
  return checks(createIs<Moltar>(), createValidate<Moltar>());
}

export function closed(): Checks {
  return checks(createEquals<Moltar>(), createValidateEquals<Moltar>());
}

function checks(is: Checks["is"], validate: (value: unknown) => IValidation<unknown>): Checks {
  return {
    is: (value) => is(value),
    all: (value) => {
      const result = validate(value);
      return result.success ? [] : result.errors;
    },
  };
}
