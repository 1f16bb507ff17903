import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { behaviours } from "./behaviours/behaviours.js";

const readme = readFileSync("src/README.md", "utf8");

it("src/README.md's table of what is sent, retried, thrown, logged and never sent has one row for each behaviour", () => {
  const rows = [...readme.matchAll(/^\| (sent|retried|thrown|logged|never sent) +\| (.+?) +\|$/gm)];
  const said = rows.map(([, about, name]) => `${about}: ${name}`);
  expect(said.toSorted()).toEqual(behaviours.map(({ about, name }) => `${about}: ${name}`).toSorted());
});

it.each(["redis", "open-telemetry", "many-keys", "proxy"])(
  "src/README.md shows the %s recipe as it was tested",
  (name) => {
    const recipe = readFileSync(`test/client/recipes/${name}.ts`, "utf8").replace(
      "../../../src/index.js",
      "jetemail-client",
    );
    expect(readme).toContain(`\`\`\`ts\n${recipe}\`\`\`\n`);
  },
);

it("src/README.md and SECURITY.md say the same of what is hidden and what cannot be promised", () => {
  const security = readFileSync("SECURITY.md", "utf8");
  const [, section = ""] = /## What is hidden\n\n(.*?)\n## /s.exec(readme) ?? [];
  expect(section).toContain("Not promised");
  expect(security).toContain(section.trim());
});
