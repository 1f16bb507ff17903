import { describe, expect, test } from "vitest";
import { decide, openSession, type Side } from "../../scripts/inclusion/index.js";
import { FORMATS } from "./asserted-formats.js";

const BASE = "schema:///base";
const HEAD = "schema:///head";

function sideOf(document: string, schemas: Readonly<Record<string, unknown>>, view?: Side["view"]): Side {
  return {
    documents: new Map([[document, { components: { schemas } }]]),
    schemas: Object.keys(schemas).map((name) => ({ document, pointer: `/components/schemas/${name}` })),
    ...(view && { view }),
  };
}

function addressOf(document: string, name: string) {
  return { document, pointer: `/components/schemas/${name}` };
}

function treeOf(more: object): unknown {
  return { type: "object", properties: { children: { type: "array", items: { $ref: "#" } }, ...more } };
}

function petOf(kind: string, more: object): unknown {
  return { type: "object", required: ["kind"], properties: { kind: { const: kind }, ...more } };
}

function petsOf(name: unknown): Readonly<Record<string, unknown>> {
  const properties = { name, friend: { $ref: "#/components/schemas/Pet" } };
  return {
    Pet: { type: "object", required: ["name"], properties },
    Alias: { $ref: "#/components/schemas/Pet" },
  };
}

function thingOf(required: readonly string[]): Readonly<Record<string, unknown>> {
  return { Thing: { type: "object", required, properties: { id: { readOnly: true } } } };
}

/** Whether a name that is read-only may be required from now on. */
function askThroughView(view: Side["view"]): string {
  const session = openSession([sideOf(BASE, thingOf([]), view), sideOf(HEAD, thingOf(["id"]), view)]);
  return session.ask(addressOf(BASE, "Thing"), addressOf(HEAD, "Thing")).kind;
}

const withoutReadOnly: Side["view"] = (schema) => ({
  ...schema,
  ...(Array.isArray(schema["required"]) && { required: schema["required"].filter((name) => name !== "id") }),
});

describe("names that only the second schema declares", () => {
  const cases = [
    {
      name: "are left out of an open object",
      a: { type: "object", properties: { p: true } },
      b: { type: "object", properties: { p: true, q: { type: "string" } } },
      answer: "included",
    },
    {
      name: "are left out where additionalProperties is true",
      a: { type: "object", properties: { p: true }, additionalProperties: true },
      b: { type: "object", properties: { p: true, q: { type: "string" } } },
      answer: "included",
    },
    {
      name: "are left out at every depth",
      a: {
        type: "object",
        properties: { p: { type: "array", items: { properties: { r: { type: "number" } } } } },
      },
      b: {
        type: "object",
        properties: {
          p: { type: "array", items: { properties: { r: { type: "number" }, q: { type: "string" } } } },
        },
      },
      answer: "included",
    },
    {
      name: "are left out of an alternative where another one, which is apart, declares them",
      a: { oneOf: [petOf("cat", {}), petOf("dog", { q: { type: "number" } })] },
      b: { oneOf: [petOf("cat", { q: { type: "string" } }), petOf("dog", { q: { type: "number" } })] },
      answer: "included",
    },
    {
      name: "count in an alternative where they are declared",
      a: { oneOf: [petOf("cat", {}), petOf("dog", { q: { type: "number" } })] },
      b: { oneOf: [petOf("cat", {}), petOf("dog", { q: { type: "integer" } })] },
      answer: "witness",
    },
    {
      name: "count where a value may be one of two alternatives",
      a: { anyOf: [{ properties: { p: { type: "string" } } }, { properties: { q: { type: "number" } } }] },
      b: { properties: { p: { type: "string" }, q: { type: "number" } } },
      answer: "witness",
    },
    {
      name: "count where additionalProperties has spoken of them",
      a: { type: "object", additionalProperties: { type: ["string", "number"] } },
      b: { type: "object", properties: { q: { type: "string" } } },
      answer: "witness",
    },
    {
      name: "count where a pattern has spoken of them",
      a: { type: "object", patternProperties: { "^q": { type: ["string", "number"] } } },
      b: { type: "object", properties: { q: { type: "string" } } },
      answer: "witness",
    },
    {
      name: "are no excuse for a closed object",
      a: { type: "object" },
      b: { type: "object", properties: { q: true }, additionalProperties: false },
      answer: "witness",
    },
    {
      name: "are no excuse for a name that is required",
      a: { type: "object" },
      b: { type: "object", properties: { q: { type: "string" } }, required: ["q"] },
      answer: "witness",
    },
    {
      name: "are no excuse for a narrower name that both declare",
      a: { type: "object", properties: { p: { type: ["string", "null"] } } },
      b: { type: "object", properties: { p: { type: "string" }, q: { type: "string" } } },
      answer: "witness",
    },
  ] as const;

  test.each(cases)("$name", ({ a, b, answer }) => {
    expect(decide(a, b, { forbidsNewNames: true }).kind).toBe(answer);
  });

  test("are left out of recursive schemas", () => {
    expect(decide(treeOf({}), treeOf({ q: { type: "string" } }), { forbidsNewNames: true }).kind).toBe(
      "included",
    );
    expect(decide(treeOf({}), treeOf({ q: { type: "string" } })).kind).toBe("witness");
  });
});

describe("a session over two documents", () => {
  test("answers both ways, schema by schema", () => {
    const session = openSession([
      sideOf(BASE, petsOf({ type: ["string", "null"] })),
      sideOf(HEAD, petsOf({ type: "string" })),
    ]);
    for (const name of ["Pet", "Alias"]) {
      expect(session.ask(addressOf(BASE, name), addressOf(HEAD, name))).toEqual({
        kind: "witness",
        value: { name: null },
      });
      expect(session.ask(addressOf(HEAD, name), addressOf(BASE, name)).kind).toBe("included");
    }
  });

  test("knows components that did not change as the same at no cost", () => {
    const session = openSession([
      sideOf(BASE, petsOf({ type: "string" })),
      sideOf(HEAD, petsOf({ type: "string" })),
    ]);
    const before = session.spent();
    expect(session.ask(addressOf(BASE, "Alias"), addressOf(HEAD, "Alias"))).toEqual({
      kind: "included",
      reason: "both say the same",
    });
    expect(session.spent() - before).toBeLessThan(30);
  });

  test("reads schemas through a view, such as one that leaves out what is not sent", () => {
    expect(askThroughView((schema) => schema)).toBe("witness");
    expect(askThroughView(withoutReadOnly)).toBe("included");
  });

  test("goes on after a question that was broken off", () => {
    const flags = Object.fromEntries(Array.from("abcdefgh", (name) => [name, { type: "boolean" }]));
    const hard = { type: "object", required: Object.keys(flags), properties: flags };
    const all = Array.from({ length: 256 }, (_, bits) => ({
      properties: Object.fromEntries(
        Object.keys(flags).map((name, i) => [name, { const: Math.floor(bits / 2 ** i) % 2 === 1 }]),
      ),
    }));
    const session = openSession(
      [
        sideOf(BASE, { Hard: hard, Easy: { type: "string" } }),
        sideOf(HEAD, { Hard: { anyOf: all }, Easy: { type: "string", minLength: 1 } }),
      ],
      { steps: 10_000 },
    );
    expect(session.ask(addressOf(BASE, "Hard"), addressOf(HEAD, "Hard")).kind).toBe("undecided");
    expect(session.ask(addressOf(BASE, "Easy"), addressOf(HEAD, "Easy"))).toEqual({
      kind: "witness",
      value: "",
    });
  });

  test("shows no witness that the caller does not confirm", () => {
    expect(decide(true, { type: "string" }, { confirm: () => false })).toMatchObject({ kind: "undecided" });
    expect(decide(true, { type: "string" }, { confirm: () => true })).toMatchObject({ kind: "witness" });
  });

  test("says where a schema stands that cannot be decided", () => {
    expect(decide({ type: "string" }, { properties: { p: true }, allOf: [{ $ref: "#/nowhere" }] })).toEqual({
      kind: "undecided",
      reason: "$ref #/nowhere leads nowhere",
      place: { document: "schema:///b", pointer: "/allOf/0/$ref" },
    });
  });
});

describe("what is opaque", () => {
  const backreference = "^(a+)b\\1$";
  const cases = [
    {
      name: "equal formats include each other",
      a: { format: "email" },
      b: { format: "email" },
      answer: "included",
    },
    { name: "a sample refutes a format", a: { type: "string" }, b: { format: "email" }, answer: "witness" },
    {
      name: "a format beside a format is undecided",
      a: { type: "string", format: "email" },
      b: { format: "idn-email" },
      answer: "undecided",
    },
    {
      name: "a format is not its denial",
      a: { type: "string", format: "email" },
      b: { type: "string", not: { format: "email" } },
      answer: "undecided",
    },
    {
      name: "a format that is not known asks nothing",
      a: { type: "string" },
      b: { format: "made-up" },
      answer: "included",
    },
    {
      name: "a pattern with a backreference includes itself",
      a: { type: "string", pattern: backreference },
      b: { pattern: backreference },
      answer: "included",
    },
    {
      name: "a sample refutes a pattern with a backreference",
      a: { type: "string", pattern: "^a+ba+$" },
      b: { pattern: backreference },
      answer: "witness",
    },
    {
      name: "a format beside more types includes the format",
      a: { type: "string", format: "date-time" },
      b: { type: ["string", "null"], format: "date-time" },
      answer: "included",
    },
    {
      name: "a format of numbers beside more types includes the format",
      a: { type: "integer", format: "int32", minimum: 3 },
      b: { type: ["integer", "string"], format: "int32" },
      answer: "included",
    },
    {
      name: "a format inside of what else changes is that format",
      a: { properties: { at: { type: "string", format: "date-time" } }, additionalProperties: false },
      b: { properties: { at: { type: ["string", "null"], format: "date-time" }, by: { type: "string" } } },
      answer: "included",
    },
    {
      name: "names of one format are names of it",
      a: { type: "object", propertyNames: { format: "email" }, minProperties: 1 },
      b: { type: ["object", "null"], propertyNames: { format: "email" } },
      answer: "included",
    },
    {
      name: "a backreference beside more types includes the backreference",
      a: { type: "string", pattern: backreference, minLength: 4 },
      b: { type: ["string", "null"], pattern: backreference },
      answer: "included",
    },
    {
      name: "a format of numbers says nothing of texts",
      a: { type: ["integer", "string"], format: "int32" },
      b: { type: "integer", format: "int32" },
      answer: "witness",
    },
    {
      name: "what a backreference may match at all shows that there is none",
      a: { type: "string", pattern: backreference, maxLength: 2 },
      b: false,
      answer: "included",
    },
  ] as const;

  test.each(cases)("$name", ({ a, b, answer }) => {
    expect(decide(a, b, { formats: FORMATS }).kind).toBe(answer);
  });
});

type Schemas = Readonly<Record<string, unknown>>;

function rootOf(schemas: Schemas): unknown {
  return { components: { schemas } };
}

function referTo(document: string, name: string): unknown {
  return { $ref: `${document}#/components/schemas/${name}` };
}

function nodeOf(name: unknown): unknown {
  const properties = { name, next: { $ref: "#/components/schemas/Node" } };
  return { type: "object", required: ["name"], properties };
}

const LINKED = {
  Node: nodeOf({ type: "string" }),
  List: { items: { $ref: "#/components/schemas/Node" } },
};

describe("a document that is added", () => {
  test("may refer to those of its side", () => {
    const session = openSession([sideOf(BASE, LINKED), sideOf(HEAD, { Node: nodeOf({ type: "string", maxLength: 3 }) })]); // prettier-ignore
    const uri = "schema:///question";
    session.add({ uri, beside: BASE, root: { allOf: [referTo(BASE, "Node"), { properties: { name: { maxLength: 2 } } }] } }); // prettier-ignore
    const question = { document: uri, pointer: "" };
    expect(session.ask(addressOf(BASE, "Node"), addressOf(HEAD, "Node")).kind).toBe("witness");
    expect(session.ask(question, addressOf(BASE, "Node")).kind).toBe("included");
    // What comes later in a chain is not limited.
    expect(session.ask(question, addressOf(HEAD, "Node")).kind).toBe("witness");
  });

  const copies: readonly (readonly [claim: string, schemas: Schemas, changed: string, answers: readonly string[]])[] = [
    ["counts wherever it is led to", { ...LINKED, Node: nodeOf({ const: "x" }) }, "/components/schemas/Node/properties/name", ["witness", "witness", "included"]],
    ["counts nowhere else", { ...LINKED, List: { ...LINKED.List, minItems: 2 } }, "/components/schemas/List", ["included", "witness", "included"]],
  ]; // prettier-ignore
  test.each(copies)("is another one at a single place, which %s", (_, schemas, changed, answers) => {
    const session = openSession([sideOf(BASE, LINKED)]);
    const uri = "schema:///copy";
    session.add({ uri, root: rootOf(schemas), beside: BASE, changed });
    const ask = (name: string, from: string, to: string) =>
      session.ask(addressOf(from, name), addressOf(to, name)).kind;
    expect([ask("Node", BASE, uri), ask("List", BASE, uri), ask("List", uri, BASE)]).toEqual(answers);
  });

  test("has anchors of its own where the other has some", () => {
    const named = { Leaf: { $anchor: "leaf", type: "string" }, Tree: { $ref: "#leaf" } };
    const session = openSession([sideOf(BASE, named)]);
    const uri = "schema:///copy";
    const root = rootOf({ ...named, Leaf: { $anchor: "leaf", type: "integer" } });
    session.add({ uri, root, beside: BASE, changed: "/components/schemas/Leaf" });
    expect(session.ask(addressOf(BASE, "Tree"), addressOf(uri, "Tree")).kind).toBe("witness");
    expect(session.evaluate(addressOf(uri, "Tree"), 1)).toBe(true);
  });

  test("stands beside one that is there", () => {
    const session = openSession([sideOf(BASE, LINKED)]);
    expect(() => session.add({ uri: "schema:///a", root: true, beside: HEAD })).toThrow(HEAD);
  });
});
