import { isRecord } from "../json/pointer.js";
import { isJson, readEssence } from "./media-type.js";

/** How curl is given a body; the texts are not quoted for a shell. */
export type CurlBody = {
  /** Undefined where there is none, or curl names it by itself. */
  readonly contentType: string | undefined;
  readonly data: readonly (readonly [option: string, text: string])[];
};

const FORM_OPTIONS: readonly (readonly [type: RegExp, option: string])[] = [
  [/^multipart\//, "--form-string"],
  [/^application\/x-www-form-urlencoded$/, "--data-urlencode"],
];

/** A form is given field by field, a list as often as it has items; anything else as its text. */
export function describeCurlBody(
  mediaType: string | undefined,
  body: unknown,
  writeJson: (value: unknown) => string = JSON.stringify,
): CurlBody {
  if (body === undefined) return { contentType: mediaType, data: [] };
  const [, option] = FORM_OPTIONS.find(([type]) => type.test(readEssence(mediaType ?? ""))) ?? [];
  if (option !== undefined && isRecord(body))
    return { contentType: undefined, data: listFields(option, body) };
  const text = typeof body === "string" && !isJson(mediaType ?? "") ? body : writeJson(body);
  return { contentType: mediaType, data: [["--data-raw", text]] };
}

function listFields(option: string, fields: Readonly<Record<string, unknown>>): CurlBody["data"] {
  return Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((item) => {
      const text = typeof item === "object" ? JSON.stringify(item) : String(item);
      // curl escapes what stands behind the first `=`, and there alone.
      const field = option === "--data-urlencode" ? encodeURIComponent(name) : name;
      return [option, `${field}=${text}`] as const;
    }),
  );
}
