/**
 * Gives `examples` of a schema the form in which the reference page shows them, the one that parameters have.
 * It passes over the plain list that JSON Schema 2020-12 §9.5 asks for.
 */
export function showExamples() {
  return {
    Schema: {
      leave(schema) {
        if (!Array.isArray(schema.examples)) return;
        const [example, ...more] = schema.examples;
        delete schema.examples;
        if (more.length === 0) schema.example = example;
        else
          schema.examples = Object.fromEntries([example, ...more].map((value, i) => [`${i + 1}`, { value }]));
      },
    },
  };
}
