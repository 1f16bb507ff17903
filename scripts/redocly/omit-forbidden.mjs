/**
 * Leaves out the properties with the schema `false`. The reference page shows them with the type "any", which is
 * the opposite of what they say.
 */
export function omitForbidden() {
  return {
    Schema: {
      leave(schema) {
        const { properties } = schema;
        if (properties === undefined) return;
        schema.properties = Object.fromEntries(
          Object.entries(properties).filter(([, value]) => value !== false),
        );
      },
    },
  };
}
