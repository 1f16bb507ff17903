import { join } from "node:path";
import { installPackages } from "../install-packages.js";

/** A document that a package ships, at two of its versions. */
export type ReleasePair = { readonly name: string; readonly base: string; readonly head: string };

type Release = { readonly package: string; readonly version: string; readonly file: string };

const figma = (version: string) => ({
  package: "@figma/rest-api-spec",
  version,
  file: "openapi/openapi.yaml",
});
const gitbook = (version: string) => ({ package: "@gitbook/api", version, file: "spec/openapi.json" });
const neon = (version: string) => ({ package: "@neondatabase/api-client", version, file: "public-v2-for-users.gen.yaml" }); // prettier-ignore
const blockfrost = (version: string) => ({ package: "@blockfrost/openapi", version, file: "openapi.yaml" });
const digdir = (version: string) => ({ package: "@digdir/dialogporten-schema", version, file: "swagger.verified.json" }); // prettier-ignore
const github = (version: string, name: string) => ({ package: "@octokit/openapi", version, file: `generated/${name}.json` }); // prettier-ignore

const PAIRS: readonly (readonly [base: Release, head: Release])[] = [
  [figma("0.20.0"), figma("0.33.0")],
  [figma("0.33.0"), figma("0.43.0")],
  [figma("0.30.0"), figma("0.43.0")],
  [gitbook("0.143.2"), gitbook("0.202.0")],
  [gitbook("0.181.0"), gitbook("0.202.0")],
  [neon("1.12.0"), neon("2.0.0")],
  [neon("2.0.0"), neon("2.7.3")],
  [blockfrost("0.1.65"), blockfrost("0.1.93")],
  [digdir("1.40.0"), digdir("1.118.6")],
  [github("22.0.0", "api.github.com"), github("23.0.2", "api.github.com")],
  [github("23.0.2", "ghes-3.17"), github("23.0.2", "ghes-3.19")],
];

/** Documents of published versions, installed when they are not there. */
export function installReleases(): readonly ReleasePair[] {
  const dependencies = Object.fromEntries(
    PAIRS.flat().map((release) => [aliasOf(release), `npm:${release.package}@${release.version}`]),
  );
  const modules = installPackages("releases", dependencies);
  const fileOf = (release: Release) => join(modules, aliasOf(release), release.file);
  return PAIRS.map(([base, head]) => ({ name: nameOf(base, head), base: fileOf(base), head: fileOf(head) }));
}

function aliasOf({ package: name, version }: Release): string {
  return `${name.replace("@", "").replace("/", "-")}-${version}`;
}

function nameOf(base: Release, head: Release): string {
  const [from, to] = [base, head].map(({ version, file }) =>
    base.version === head.version ? file.replace(/^.*\/|\.json$/g, "") : version,
  );
  return `${base.package} ${from ?? ""} → ${to ?? ""}`;
}
