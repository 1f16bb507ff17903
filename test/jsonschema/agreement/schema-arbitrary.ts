import fc from "fast-check";

const NAMES = ["a", "b", "c", "toString", "__proto__"] as const;

const name = fc.constantFrom(...NAMES);

/** A record whose keys may be `__proto__`, as JSON.parse makes it. */
function record<T>(value: fc.Arbitrary<T>, max = 3): fc.Arbitrary<Record<string, T>> {
  return fc
    .uniqueArray(fc.tuple(name, value), { maxLength: max, selector: ([key]) => key })
    .map((entries) => {
      const made: Record<string, T> = {};
      for (const [key, item] of entries) {
        Object.defineProperty(made, key, {
          value: item,
          enumerable: true,
          configurable: true,
          writable: true,
        });
      }
      return made;
    });
}

const scalar: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, 0, 1, -1, 1.5, 2, 3, 10, 0.01),
  fc.constantFrom("", "a", "ab", "abc", "\u{1f600}", "\u{1f600}b"),
);

/** Values small enough to meet what the schemas ask for. */
export const instances: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    scalar,
    fc.array(tie("value"), { maxLength: 3 }),
    record(tie("value")),
  ),
})).value;

const TYPES = ["null", "boolean", "object", "array", "number", "integer", "string"] as const;

const small = fc.integer({ min: 0, max: 3 });

/** Schemas over every keyword but references and formats; `$ref` is to the whole schema, one level down. */
export const schemas: fc.Arbitrary<unknown> = fc.letrec((tie) => {
  const schema = tie("schema");
  const list = fc.array(schema, { minLength: 1, maxLength: 3 });
  const keyword: fc.Arbitrary<readonly [string, unknown]> = fc.oneof(
    fc.tuple(
      fc.constant("type"),
      fc.oneof(fc.constantFrom(...TYPES), fc.uniqueArray(fc.constantFrom(...TYPES), { minLength: 1 })),
    ),
    fc.tuple(
      fc.constant("enum"),
      fc.uniqueArray(instances, {
        minLength: 1,
        maxLength: 3,
        comparator: (a, b) => JSON.stringify(a) === JSON.stringify(b),
      }),
    ),
    fc.tuple(fc.constant("const"), instances),
    fc.tuple(
      fc.constantFrom("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"),
      fc.constantFrom(-1, 0, 1, 1.5, 2),
    ),
    fc.tuple(fc.constant("multipleOf"), fc.constantFrom(1, 2, 0.5, 3)),
    fc.tuple(
      fc.constantFrom("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"),
      small,
    ),
    fc.tuple(fc.constant("pattern"), fc.constantFrom("^a", "b$", "^[ab]*$", ".", "^(ab|c)+$")),
    fc.tuple(fc.constant("uniqueItems"), fc.boolean()),
    fc.tuple(
      fc.constantFrom(
        "items",
        "contains",
        "additionalProperties",
        "propertyNames",
        "not",
        "if",
        "then",
        "else",
      ),
      schema,
    ),
    fc.tuple(fc.constantFrom("minContains", "maxContains"), small),
    fc.tuple(fc.constant("prefixItems"), list),
    fc.tuple(fc.constantFrom("properties", "dependentSchemas"), record(schema)),
    fc.tuple(
      fc.constant("patternProperties"),
      fc.dictionary(fc.constantFrom("^a", "b", "^[^a]"), schema, { maxKeys: 2 }),
    ),
    fc.tuple(fc.constant("required"), fc.uniqueArray(name, { maxLength: 2 })),
    fc.tuple(fc.constant("dependentRequired"), record(fc.uniqueArray(name, { maxLength: 2 }))),
    fc.tuple(fc.constantFrom("allOf", "anyOf", "oneOf"), list),
    fc.tuple(fc.constantFrom("unevaluatedProperties", "unevaluatedItems"), schema),
  );
  return {
    schema: fc.oneof(
      { depthSize: "small" },
      { weight: 1, arbitrary: fc.boolean() },
      {
        weight: 6,
        arbitrary: fc
          .uniqueArray(keyword, { minLength: 1, maxLength: 4, selector: ([key]) => key })
          .map((entries) => Object.fromEntries(entries)),
      },
    ),
  };
}).schema;
