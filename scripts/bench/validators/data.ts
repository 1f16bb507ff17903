import type { JsonObject, Subject } from "./schemas.js";

/** Values of which each is timed alone: valid ones from small to large, and what may be wrong with one, kind by kind. */
export type EachScenario = "sizes" | "kinds";

export type Scenario = "valid" | "shapes" | "invalid" | "errors" | EachScenario;

/** The values of a scenario. All libraries get the same. */
export function dataOf(subject: Subject, scenario: Scenario): readonly unknown[] {
  if (scenario === "valid") return VALID[subject];
  if (scenario === "shapes") return makeShapes(subject);
  if (scenario === "sizes" || scenario === "kinds") return Object.values(EACH[scenario][subject] ?? {});
  return INVALID[subject];
}

/** What each value of a scenario is called, in the order of the values. */
export function namesOf(subject: Subject, scenario: EachScenario): readonly string[] {
  return Object.keys(EACH[scenario][subject] ?? {});
}

const TOKEN = "transactional_a1b2c3d4";

const SETTINGS = {
  api_token: TOKEN,
  name: "Updated API Key",
  approvedDomains: ["example.com", "mydomain.com"],
  quota: 1000,
  ipRestrictions: ["192.168.1.1", "10.0.0.0/24"],
};

const MOLTAR = {
  number: 1,
  negNumber: -1,
  maxNumber: Number.MAX_VALUE,
  string: "string",
  longString: "Lorem ipsum dolor sit amet, consectetur adipiscing elit. ".repeat(12),
  boolean: true,
  deeplyNested: { foo: "bar", num: 1, bool: false },
};

const ORDER = {
  id: "order-2024-000017",
  customer: { name: "Ada Lovelace", phone: null },
  status: "paid",
  lines: Array.from({ length: 100 }, (_, i) => ({
    sku: `ABC-${1000 + i}`,
    quantity: 1 + (i % 7),
    price: i + 0.5,
    note: i % 3 === 0 ? null : "gift",
  })),
  payment: { kind: "card", last4: "4242" },
  labels: { source: "web", campaign: "spring", tier: "gold" },
  discount: null,
};

const VALID: Readonly<Record<Subject, readonly unknown[]>> = {
  endpoint: [
    SETTINGS,
    { api_token: TOKEN, status: 0 },
    { api_token: TOKEN, name: "Billing" },
    { api_token: TOKEN, quota: 0, ipRestrictions: ["2001:db8::/32"] },
  ],
  nested: [
    ORDER,
    { ...ORDER, payment: { kind: "invoice", days: 30, to: "Accounts" }, discount: 0.25 },
    {
      ...ORDER,
      lines: ORDER.lines.slice(0, 10),
      payment: { kind: "transfer", iban: "DE89370400440532013000" },
    },
  ],
  moltar: [MOLTAR],
  closed: [MOLTAR],
  published: [SETTINGS],
};

/** A domain of 48 characters that is none. */
export const ATTACK = { ...SETTINGS, approvedDomains: ["0".repeat(48)] };

const INVALID: Readonly<Record<Subject, readonly unknown[]>> = {
  endpoint: [
    { ...SETTINGS, status: 1 },
    { ...SETTINGS, name: "bad!" },
    { ...SETTINGS, approvedDomains: ["example.com", "local host"] },
    { ...SETTINGS, quota: -1 },
    { ...SETTINGS, ipRestrictions: ["999.1.1.1"] },
    { api_tokn: TOKEN, name: "Billing" },
    { api_token: TOKEN, status: 2 },
    { api_token: "", name: "", quota: 0.5 },
  ],
  nested: [
    { ...ORDER, lines: ORDER.lines.map((line, i) => (i === 40 ? { ...line, quantity: 0 } : line)) },
    { ...ORDER, payment: { kind: "cheque" } },
    { ...ORDER, payment: { kind: "card", last4: "42" } },
    { ...ORDER, status: "lost" },
    { ...ORDER, colour: "red" },
    { ...ORDER, customer: { name: "" }, discount: 2 },
    { ...ORDER, lines: [] },
  ],
  moltar: [],
  closed: [],
  published: [ATTACK],
};

const LARGE = {
  ...SETTINGS,
  approvedDomains: Array.from({ length: 250 }, (_, i) => `mail${i}.example.com`),
  ipRestrictions: Array.from({ length: 50 }, (_, i) => `10.0.0.${i}`),
};

const LAST_LINES = ORDER.lines.slice(0, -1);
const LETTERS = ["alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa"];
const { boolean, ...UNBOOLEAN } = MOLTAR;

const EACH: Readonly<Record<EachScenario, Partial<Record<Subject, Readonly<Record<string, unknown>>>>>> = {
  sizes: {
    endpoint: { small: { api_token: TOKEN, status: 0 }, typical: SETTINGS, large: LARGE },
    nested: {
      small: { ...ORDER, lines: ORDER.lines.slice(0, 1) },
      typical: { ...ORDER, lines: ORDER.lines.slice(0, 10) },
      large: ORDER,
    },
  },
  kinds: {
    endpoint: {
      "late, typical": { ...SETTINGS, ipRestrictions: ["192.168.1.1", "999.1.1.1"] },
      "late, large": { ...LARGE, ipRestrictions: [...LARGE.ipRestrictions.slice(0, -1), "999.1.1.1"] },
      "misspelt key": { api_tokn: TOKEN, name: "Billing" },
      "three fields": { api_token: "", name: "", quota: 0.5 },
      "status and settings": { ...SETTINGS, status: 1 },
      "wrong type": "text",
    },
    nested: {
      late: { ...ORDER, lines: [...LAST_LINES, { ...ORDER.lines[0], quantity: 0 }] },
      many: {
        ...ORDER,
        id: "",
        customer: { name: "" },
        status: "lost",
        lines: ORDER.lines.map((line, i) => (i % 5 === 0 ? { ...line, quantity: 0, price: -1 } : line)),
        payment: { kind: "cheque" },
      },
      "unknown key, deep": { ...ORDER, lines: [...LAST_LINES, { ...ORDER.lines[0], colour: "red" }] },
      "misspelt key, deep": { ...ORDER, lines: [...LAST_LINES, { ...ORDER.lines[0], quantty: 1 }] },
      "unknown tag": { ...ORDER, payment: { kind: "cheque" } },
      "wrong type": 7,
    },
    closed: {
      "3 extra keys": { ...MOLTAR, more: 1, colour: "red", size: 4 },
      "10 extra keys": { ...MOLTAR, ...Object.fromEntries(LETTERS.map((letter) => [letter, 1])) },
      "misspelt key": { ...UNBOOLEAN, boolaen: boolean },
      "3 wrong types": { ...MOLTAR, number: "1", string: 2, boolean: "no" },
      "wrong type": null,
    },
  },
};

const SHAPES = 64;

/** One value after another with its keys in other orders, and without some of those that may be left out. */
function makeShapes(subject: Subject): readonly unknown[] {
  const next = createRandom();
  const optional = new Set(OPTIONAL[subject]);
  const base = VALID[subject];
  return Array.from({ length: SHAPES }, (_, i) => shuffle(base[i % base.length], optional, next));
}

const OPTIONAL: Readonly<Record<Subject, readonly string[]>> = {
  endpoint: ["name", "approvedDomains", "quota", "ipRestrictions"],
  nested: ["labels", "discount", "note", "to"],
  moltar: [],
  closed: [],
  published: [],
};

function shuffle(value: unknown, optional: ReadonlySet<string>, next: () => number): unknown {
  if (Array.isArray(value)) return value.map((item) => shuffle(item, optional, next));
  if (typeof value !== "object" || value === null) return value;
  // Neither null nor an array.
  const entries = Object.entries(value as JsonObject)
    .filter(([key]) => !optional.has(key) || next() < 0.6)
    .map(([key, child]) => ({ key, child, rank: next() }));
  entries.sort((a, b) => a.rank - b.rank);
  return Object.fromEntries(entries.map(({ key, child }) => [key, shuffle(child, optional, next)]));
}

/** The same numbers at each run: a linear congruential generator modulo 2^32. */
function createRandom(): () => number {
  let state = 7;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
