// All that src/ may take from Node without asking. Bun, Deno and workerd have it too; a browser does not, so src/ reads
// it with care. tsconfig.build.json has this in place of Node's types: anything else of Node does not compile there.
// oxlint-disable-next-line no-var -- nothing else declares a property of globalThis
declare var process: { readonly env: Readonly<Record<string, string | undefined>> };
