import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { transform } from "esbuild";
import { writeServer, type Built } from "../validators/candidates.js";
import type { Scenario } from "../validators/data.js";
import { measureGenerate } from "../command.js";
import { timeScenario, type Effort } from "../validators/runner.js";
import { describeSubject, type Subject } from "../validators/schemas.js";
import type { Measure, Projects } from "./in-turns.js";

const SUBJECTS: readonly Subject[] = ["endpoint", "nested", "moltar", "closed"];
const SCENARIOS: readonly Scenario[] = ["valid", "shapes", "invalid", "errors"];

/** The validators that each revision writes for the same documents, timed in turns. */
export async function compareValidators(
  projects: Projects,
  folder: string,
  effort: Omit<Effort, "sittings">,
): Promise<readonly Measure[]> {
  const comparisons: Measure[] = [];
  for (const subject of SUBJECTS) {
    const built = [
      await buildBy(projects.now, subject, join(folder, subject, "now")),
      await buildBy(projects.before, subject, join(folder, subject, "before")),
      await buildBy(projects.now, subject, join(folder, subject, "control")),
    ];
    for (const scenario of SCENARIOS) {
      // Some have no invalid values.
      if (scenario !== "valid" && scenario !== "shapes" && subject !== "endpoint" && subject !== "nested")
        continue;
      comparisons.push(async () => {
        const timings = await timeScenario(built, scenario, effort, ["all"]);
        const [now = [], before = [], control = []] = timings.map(({ rounds }) => rounds[0]);
        return { title: `validators, ${subject}, ${scenario}`, now, before, control };
      });
    }
  }
  return comparisons;
}

/** What the command of a revision writes for a schema, as a server of its two functions. */
async function buildBy(project: string, subject: Subject, folder: string): Promise<Built> {
  mkdirSync(folder, { recursive: true });
  const { document, pointer } = await describeSubject(subject);
  const spec = join(folder, "openapi.json");
  writeFileSync(spec, JSON.stringify({ paths: {}, ...document }));
  measureGenerate(project, spec, join(folder, "generated"));
  for (const file of await readdir(join(folder, "generated"))) {
    if (!/^(?:validators|runtime)\.ts$/.test(file)) continue;
    const { code } = await transform(readFileSync(join(folder, "generated", file), "utf8"), { loader: "ts" });
    writeFileSync(join(folder, file.replace(/ts$/, "js")), code);
  }
  const name = pointer.startsWith("/components/") ? "Subject" : "UpdateTransactionalKeyBody";
  const names = `is${name} as is, validate${name} as all`;
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  writeFileSync(join(folder, "checks.js"), `export { ${names} } from "./validators.js";\n`);
  const module = join(folder, "checks.js");
  return { candidate: "ours", subject, module, server: await writeServer(folder), gzip: 0 };
}
