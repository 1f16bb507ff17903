import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, type Plugin } from "esbuild";

/** A folder in which `jetemail-client` is installed from the packed tarball, as a user would have it. */
export function installPackage(): string {
  const folder = mkdtempSync(join(tmpdir(), "jetemail-client-"));
  execFileSync("npm", ["run", "build", "--silent"], { stdio: "inherit" });
  const packed = execFileSync("npm", ["pack", "--silent", "--ignore-scripts", "--pack-destination", folder], {
    encoding: "utf8",
  });
  const target = join(folder, "node_modules/jetemail-client");
  mkdirSync(target, { recursive: true });
  execFileSync("tar", ["-xzf", join(folder, packed.trim()), "--strip-components=1", "-C", target]);
  for (const name of ["openapi-fetch", "openapi-typescript-helpers"]) {
    cpSync(join("node_modules", name), join(folder, "node_modules", name), { recursive: true });
  }
  return folder;
}

/**
 * An entry with the behaviours in it. Node, Bun and Deno import the package from the folder by themselves; a worker
 * and a page have no folder, so theirs is bundled.
 */
export async function bundleEntry(folder: string, name: string, isWhole: boolean): Promise<string> {
  const outfile = join(folder, `${name}.mjs`);
  await build({
    entryPoints: [join("test/runtimes", `${name}.ts`)],
    outfile,
    bundle: true,
    format: "esm",
    target: "es2022",
    logLevel: "warning",
    plugins: [
      takePackageFor(isWhole ? join(folder, "node_modules/jetemail-client/dist/src/index.js") : undefined),
    ],
  });
  return outfile;
}

/** The entries name the source, so that they can be type-checked; what runs is the package. */
function takePackageFor(file: string | undefined): Plugin {
  const path = file === undefined ? { path: "jetemail-client", external: true } : { path: file };
  return {
    name: "package",
    setup: ({ onResolve }) => onResolve({ filter: /\/src\/index\.js$/ }, () => path),
  };
}
