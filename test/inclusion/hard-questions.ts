const MILLION = 1_000_000;

/** A question that is known to cost a naive search too much, its answer, and the steps that it may take. */
export type HardQuestion = {
  readonly name: string;
  readonly a: unknown;
  readonly b: unknown;
  readonly answer: "included" | "witness" | "undecided";
  readonly steps: number;
};

type Schema = Readonly<Record<string, unknown>>;

function range(count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => i);
}

function names(prefix: string, count: number): readonly string[] {
  return range(count).map((i) => `${prefix}${i}`);
}

function propertiesOf(list: readonly string[], schema: unknown): Schema {
  return Object.fromEntries(list.map((name) => [name, schema]));
}

function nest(times: number, start: unknown, wrap: (inner: unknown, i: number) => unknown): unknown {
  return range(times).reduce<unknown>((inner, i) => wrap(inner, i), start);
}

function objectOf(name: string, schema: unknown): Schema {
  return { type: "object", required: [name], properties: { [name]: schema } };
}

function arraysOf(minItems: number, item: unknown): Schema {
  return { type: "array", minItems, items: { type: "array", minItems, items: item } };
}

/** Every pair of ten tags and ten, as one schema and as a schema a pair. */
const TAGS = {
  type: "object",
  required: ["a", "b"],
  properties: { a: { enum: range(10) }, b: { enum: range(10) } },
};
const TAG_PAIRS = range(10).flatMap((i) =>
  range(10).map((j) => ({
    type: "object",
    required: ["a", "b"],
    properties: { a: { const: i }, b: { const: j } },
  })),
);

/** Eight flags, as one schema and as a schema a combination. */
const FLAG_NAMES = names("f", 8);
const FLAGS = {
  type: "object",
  required: FLAG_NAMES,
  properties: propertiesOf(FLAG_NAMES, { type: "boolean" }),
};
const FLAG_COMBINATIONS = range(256).map((bits) => ({
  properties: Object.fromEntries(
    FLAG_NAMES.map((name, i) => [name, { const: Math.floor(bits / 2 ** i) % 2 === 1 }]),
  ),
}));

/** A tree of nodes of many kinds, told apart by a constant. */
function treeOf(kinds: number, more: Schema = {}): Schema {
  const node = (kind: string): Schema => ({
    type: "object",
    required: ["kind"],
    properties: {
      kind: { const: kind },
      child: { $ref: "#/$defs/node" },
      children: { type: "array", items: { $ref: "#/$defs/node" } },
      ...more,
    },
  });
  return { $ref: "#/$defs/node", $defs: { node: { oneOf: names("k", kinds).map(node) } } };
}

/** A parent that is one of its children, which all have a parent and a next one. */
function ringOf(size: number, more: Schema = {}): Schema {
  const child = (i: number): Schema => ({
    allOf: [
      { $ref: "#/$defs/base" },
      { properties: { type: { const: `c${i}` }, next: { $ref: `#/$defs/c${(i + 1) % size}` }, ...more } },
    ],
  });
  return {
    $ref: "#/$defs/parent",
    $defs: {
      parent: { oneOf: range(size).map((i) => ({ $ref: `#/$defs/c${i}` })) },
      base: {
        type: "object",
        required: ["type"],
        properties: { type: { type: "string" }, parent: { $ref: "#/$defs/parent" } },
      },
      ...Object.fromEntries(range(size).map((i) => [`c${i}`, child(i)])),
    },
  };
}

/** A parent that is one of its children, which all include the parent: that never ends. */
function endlessParent(more: Schema = {}): Schema {
  const child = (i: number): Schema => ({
    allOf: [{ $ref: "#/$defs/parent" }, { properties: { type: { const: `c${i}` }, ...more } }],
  });
  return {
    $ref: "#/$defs/parent",
    $defs: {
      parent: { type: "object", oneOf: range(5).map((i) => ({ $ref: `#/$defs/c${i}` })) },
      ...Object.fromEntries(range(5).map((i) => [`c${i}`, child(i)])),
    },
  };
}

/** Patterns that overlap, so that names have a thousand ways to match. */
function overlapping(more: Schema): Schema {
  const letters = Array.from("abcdefghij");
  return {
    patternProperties: Object.fromEntries(letters.map((letter, i) => [letter, { minimum: i, ...more }])),
  };
}

const STRING = { type: "string" };

export const HARD_QUESTIONS: readonly HardQuestion[] = [
  {
    name: "80 required names against 80 others",
    a: { type: "object", required: names("a", 80), properties: propertiesOf(names("a", 80), STRING) },
    b: { type: "object", required: names("b", 80) },
    answer: "witness",
    steps: 20_000,
  },
  {
    name: "a chain of 60 anyOf and not",
    a: nest(60, STRING, (inner, i) => ({ anyOf: [{ not: inner }, { minLength: i }] })),
    b: nest(60, STRING, (inner, i) => ({ anyOf: [{ not: inner }, { minLength: i + 1 }] })),
    answer: "witness",
    steps: 10_000,
  },
  {
    name: "a chain of 40 denied required names",
    a: nest(40, { required: ["x"] }, (inner, i) => ({ not: { anyOf: [inner, { required: [`k${i}`] }] } })),
    b: nest(40, { required: ["y"] }, (inner, i) => ({ not: { anyOf: [inner, { required: [`k${i}`] }] } })),
    answer: "witness",
    steps: 100_000,
  },
  {
    name: "300 arrays of 300 items, one limit narrower",
    a: arraysOf(300, STRING),
    b: arraysOf(300, { type: "string", minLength: 1 }),
    answer: "witness",
    steps: 1_000_000,
  },
  {
    name: "300 arrays of 300 items, wider",
    a: arraysOf(300, STRING),
    b: arraysOf(299, { type: ["string", "null"] }),
    answer: "included",
    steps: 300_000,
  },
  {
    name: "300 distinct whole numbers",
    a: { type: "array", minItems: 300, uniqueItems: true, items: { type: "integer" } },
    b: { maxItems: 299 },
    answer: "witness",
    steps: 500_000,
  },
  {
    name: "300 distinct items of 299 values",
    a: { type: "array", minItems: 300, uniqueItems: true, items: { enum: range(299) } },
    b: false,
    answer: "included",
    steps: 500_000,
  },
  { name: "two tags, 10 × 10", a: TAGS, b: { anyOf: TAG_PAIRS }, answer: "included", steps: 300_000 },
  {
    name: "two tags, 10 × 10, but for the last pair",
    a: TAGS,
    b: { anyOf: TAG_PAIRS.slice(0, -1) },
    answer: "witness",
    steps: 100_000,
  },
  {
    name: "two tags, 10 × 10, exactly one",
    a: TAGS,
    b: { oneOf: TAG_PAIRS },
    answer: "included",
    steps: 300_000,
  },
  {
    name: "8 flags, all 256 combinations",
    a: FLAGS,
    b: { anyOf: FLAG_COMBINATIONS },
    answer: "included",
    steps: 1_500_000,
  },
  {
    name: "8 flags, all combinations but one",
    a: FLAGS,
    b: { anyOf: FLAG_COMBINATIONS.filter((_, i) => i !== 137) },
    answer: "witness",
    steps: 500_000,
  },
  { name: "a tree of 300 kinds", a: treeOf(300), b: treeOf(300), answer: "included", steps: 10_000 },
  {
    name: "a tree of 300 kinds, one more",
    a: treeOf(300),
    b: treeOf(301),
    answer: "included",
    steps: 3_000_000,
  },
  {
    name: "a tree of 301 kinds, one fewer",
    a: treeOf(301),
    b: treeOf(300),
    answer: "witness",
    steps: 3_000_000,
  },
  {
    name: "a tree of 300 kinds with another property",
    a: treeOf(300),
    b: treeOf(300, { x: STRING }),
    answer: "witness",
    steps: 300_000,
  },
  {
    name: "a ring of parents and children",
    a: ringOf(20),
    b: ringOf(20, { y: STRING }),
    answer: "witness",
    steps: 30_000,
  },
  {
    name: "a ring of parents and children, narrower on the left",
    a: ringOf(20, { y: STRING }),
    b: ringOf(20),
    answer: "included",
    steps: 1_000_000,
  },
  {
    name: "a parent whose children include it without end",
    a: endlessParent(),
    b: endlessParent({ y: STRING }),
    answer: "undecided",
    steps: 100_000,
  },
  {
    name: "10 overlapping patterns of names, narrower on the left",
    a: overlapping({ type: "number" }),
    b: overlapping({}),
    answer: "included",
    steps: 50_000,
  },
  {
    name: "10 overlapping patterns of names, wider on the left",
    a: overlapping({}),
    b: overlapping({ type: "number" }),
    answer: "witness",
    steps: 50_000,
  },
  {
    name: "properties in 200 levels",
    a: nest(200, { type: ["string", "null"] }, (inner) => objectOf("a", inner)),
    b: nest(200, STRING, (inner) => objectOf("a", inner)),
    answer: "witness",
    steps: 1_500_000,
  },
  {
    name: "properties in 5,000 levels, which nothing reads to the end",
    a: nest(5000, STRING, (inner) => objectOf("a", inner)),
    b: nest(5000, STRING, (inner) => objectOf("b", inner)),
    answer: "undecided",
    steps: 100_000,
  },
  {
    name: "200 counted items among 220",
    a: {
      type: "array",
      contains: { type: "integer" },
      minContains: 200,
      maxItems: 220,
      items: { type: ["integer", "string"] },
    },
    b: { contains: STRING, minContains: 0, maxContains: 20 },
    answer: "included",
    steps: 300_000,
  },
  {
    name: "a million counted items, of which two million are asked",
    a: { contains: STRING, minContains: MILLION },
    b: { contains: STRING, minContains: 2 * MILLION },
    answer: "undecided",
    steps: 1000,
  },
  {
    name: "two million counted items, of which a million are asked",
    a: { contains: STRING, minContains: 2 * MILLION },
    b: { contains: STRING, minContains: MILLION },
    answer: "included",
    steps: 1000,
  },
  {
    name: "a million of distinct items",
    a: { items: { type: "integer" }, uniqueItems: true, contains: { minimum: 3 }, minContains: MILLION },
    b: { contains: { minimum: 3 }, minContains: 2 * MILLION },
    answer: "undecided",
    steps: 1000,
  },
  {
    name: "1,000 items of one kind, of which 700 are of another as well",
    a: {
      type: "array",
      allOf: [
        { contains: STRING, minContains: 1000 },
        { contains: { minLength: 2 }, minContains: 700 },
      ],
    },
    b: { contains: STRING, minContains: 1200 },
    answer: "witness",
    steps: 20_000,
  },
  {
    name: "two counts that each leave some room, where both leave none",
    a: {
      type: "array",
      minItems: 900,
      items: { enum: [1, "a"] },
      allOf: [
        { contains: STRING, minContains: 0, maxContains: 400 },
        { contains: { type: "integer" }, minContains: 0, maxContains: 499 },
      ],
    },
    b: false,
    answer: "undecided",
    steps: 20_000,
  },
  {
    name: "a million properties, of which two million are asked",
    a: { type: "object", minProperties: MILLION },
    b: { minProperties: 2 * MILLION },
    answer: "undecided",
    steps: 500_000,
  },
  {
    name: "a million properties of 676 names",
    a: { type: "object", minProperties: MILLION, propertyNames: { pattern: "^[a-z]{2}$" } },
    b: false,
    answer: "included",
    steps: 20_000,
  },
  {
    name: "300 fresh names",
    a: { type: "object", minProperties: 300, propertyNames: { pattern: "^[a-c]{1,5}$" } },
    b: { minProperties: 301 },
    answer: "witness",
    steps: 50_000,
  },
  {
    name: "a string of 100,000 characters",
    a: { type: "string", minLength: 100_000, pattern: "^(ab|cd)*$" },
    b: { minLength: 100_001 },
    answer: "witness",
    steps: 500_000,
  },
  {
    name: "seven places for six values",
    a: {
      type: "object",
      required: names("p", 7),
      properties: propertiesOf(names("p", 7), { enum: range(6) }),
    },
    b: {
      anyOf: range(7).flatMap((i) =>
        range(i).flatMap((j) =>
          range(6).map((v) => ({ properties: { [`p${i}`]: { const: v }, [`p${j}`]: { const: v } } })),
        ),
      ),
    },
    answer: "undecided",
    steps: 500_000,
  },
];
