/** A page or one of its workers. Other runtimes have a navigator too, but name themselves in it. */
export function isBrowser(): boolean {
  return "document" in globalThis || globalThis.navigator?.userAgent?.startsWith("Mozilla/");
}
