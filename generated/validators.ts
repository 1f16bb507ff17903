// Written by openapi-proof from the OpenAPI document. Change the document, not this file.
import type * as $schema from "./schema.js";
import * as $runtime from "./runtime.js";
export {
  standardSchema,
  type StandardSchema,
  type ValidateOptions,
  type ValidationIssue,
} from "./runtime.js";
/** Changes any of the other fields. A field that is left out keeps its value. */
export type TransactionalKeySettingsUpdate = $schema.components["schemas"]["TransactionalKeySettingsUpdate"];
/** Turns a key on or off. Nothing else can be changed in the same request. */
export type TransactionalKeyStatusUpdate = $schema.components["schemas"]["TransactionalKeyStatusUpdate"];
/** The API token of a transactional key */
export type TransactionalKeyToken = $schema.components["schemas"]["TransactionalKeyToken"];
/** Name of a transactional key */
export type TransactionalKeyName = $schema.components["schemas"]["TransactionalKeyName"];
/** List of approved domains for sending */
export type ApprovedDomains = $schema.components["schemas"]["ApprovedDomains"];
/** Email sending quota (0 for unlimited) */
export type SendingQuota = $schema.components["schemas"]["SendingQuota"];
/** List of allowed IP addresses/CIDR ranges */
export type IpRestrictions = $schema.components["schemas"]["IpRestrictions"];
/**
 * A domain name of at least two labels, each of 1 to 63 letters, digits and inner hyphens, at most 253 characters in all.
 *
 * The published pattern has a bare `.` where `\.` was meant, so it takes exponential time on some strings and accepts `localhost`, `foo bar.com` and `exampleXcom`.
 */
export type DomainName = $schema.components["schemas"]["DomainName"];
/**
 * One IPv4 or IPv6 address, or a CIDR range of either.
 *
 * The published pattern binds `^` to its IPv4 branch and `$` to the others alone, and has bare dots, so it accepts `10.0.0.1garbage`, `garbage::`, `1a2b3c4`, `999.1.1.1` and `10.0.0.0/33`: a restriction that restricts nothing. Ours matches the whole string. Octets have no leading zero, because some programs read `010.0.0.1` as 8.0.0.1 and some as 10.0.0.1.
 */
export type IpRange = $schema.components["schemas"]["IpRange"];
/** A key as the list tells it. Open and without required fields, because the provider's pages differ in what they have. */
export type TransactionalKey = $schema.components["schemas"]["TransactionalKey"];
/** A list of texts. On the older page it is the JSON text of one, such as `["example.com"]`; both are accepted. */
export type ListOrJsonText = $schema.components["schemas"]["ListOrJsonText"];
/** What the API says when it refuses. Open and without required fields, because the provider does not publish its whole form; the examples are ours. */
export type ErrorResponse = $schema.components["schemas"]["ErrorResponse"];
export type UpdateTransactionalKeyBody =
  ($schema.paths["/outbound/transactional-keys"]["patch"]["requestBody"] & {})["content"]["application/json"];
/** Open and without required fields, because the page does not say what is always there. */
export type UpdateTransactionalKeyResponse200 =
  $schema.paths["/outbound/transactional-keys"]["patch"]["responses"][200]["content"]["application/json"];
/** Open and without required fields, because the pages do not say what is always there. */
export type ListTransactionalKeysResponse200 =
  $schema.paths["/outbound/transactional-keys"]["get"]["responses"][200]["content"]["application/json"];
/** Create a key */
export type CreateTransactionalKeyBody =
  ($schema.paths["/outbound/transactional-keys"]["post"]["requestBody"] & {})["content"]["application/json"];
/** Open and without required fields, because the page does not say what is always there. */
export type CreateTransactionalKeyResponse200 =
  $schema.paths["/outbound/transactional-keys"]["post"]["responses"][200]["content"]["application/json"];
/** Choose a key */
export type DeleteTransactionalKeyBody =
  ($schema.paths["/outbound/transactional-keys"]["delete"]["requestBody"] & {})["content"]["application/json"];
/** Open and without required fields, because the page does not say what is always there. */
export type DeleteTransactionalKeyResponse200 =
  $schema.paths["/outbound/transactional-keys"]["delete"]["responses"][200]["content"]["application/json"];
/** Choose a key */
export type RotateTransactionalKeyBody =
  ($schema.paths["/outbound/transactional-keys/rotate"]["post"]["requestBody"] & {})["content"]["application/json"];
/** Open and without required fields, because the page does not say what is always there. */
export type RotateTransactionalKeyResponse200 =
  $schema.paths["/outbound/transactional-keys/rotate"]["post"]["responses"][200]["content"]["application/json"];
const names1: readonly string[] = [
  "api_token",
  "name",
  "allowAllDomains",
  "approvedDomains",
  "quota",
  "ipRestrictions",
];
const names2: readonly string[] = ["api_token", "status"];
const pattern3 = /^[a-zA-Z0-9-_\s]+$/u;
const matches4 = /* @__PURE__ */ $runtime.matcher(
  "+4P#$$$%$#-&*#0'$(,'$)%')#0'$(,'$)%'###)666##6-::::##:#<<<<####0<<ƨ##6-8888##:#<<<<##8-::::##*-/:::##:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-:" +
    ":::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<" +
    "<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-," +
    ":::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%###::::###-8888##*-,888%##-######Ɠ-ƕ666%##-ƙ666%##-####%#+-/;6;##6-3AAA%#6#9999##6#8888##8#::::##6-8888%#8#:" +
    ":::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#:" +
    ":::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#:" +
    ":::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%###ƟƟƟƟ###-ƟƟƟƟ%",
);
const matches5 = /* @__PURE__ */ $runtime.matcher(
  "13Q#$$$%$&$'$($)$*$+&,$-$.)#)/=#)/###68:<<<<<z>##A#>>>>>>>>o>##A#>>>>>>>>o<##A#<<<<<>@@o:##A#>>>>>>>>o8####66666666o6####<<<<<<<<o<##A#<<<<<<<<o:##A#::::::88o8##A#66666666o6####88888888o8##A#66666666o6############o#####68:<<<<<####>#############<#88888888####M#66666800####8#........####M#,,,,,,########68:<<<<<####>#############<#88888888####Y#66666800####8#........####Y#,,,,,,########68:<<<<<#####" +
    "c##########%##c88888888##%##c66666:00##%##c........##%###8::<8888#####c[[[[[[####%#############%###gggggggg##%###ggg#######%###########@#####666666666####66666666×6####66666666×6####66666666×6############×####{8:<>>>>>#@%###g@iiiiii####{@@@@@@@@á%#{@@@@@@@@á>%#{>>>>>@á<%#{@@@@@@@@á:%##{88888888á8%###ii>ggggg##%##{>>>>>>>>á>%#{>>>>>>>>á<%#{<<<<<<á:%#{88888888á8%###ggggggg###%##{8888888" +
    "8á8%#{66666666á6%##{########á#%###68:<<<<<####>#############<#88888888####¥#66666800####8#........####¥#,,,,,,########68:<<<<<####>#############<#88888888####±#66666800####8#........####±#,,,,,,########68:<<<<<#####{##########%##{88888888##%##{66666800##%##{........##%##{,,,,,,####%##{68:<<<<<#>%#{>>>>>>>>X>%#{>>>>>>>>ã<%#{<<<<<>@@ã:%#{>>>>>>>>ã8%##{66666666ã6%##{<<<<<<<<ã<%#{<<<<<<<<ã:%#{:" +
    ":::::88ã8%#{66666666ã6%##{88888888ã8%#{66666666ã6%##{########ã#%###66666666Z6####66666666ÿ6####66666666X6####66666666V6############T#####¿ÁÃÅÅÅÅÅ#Ç####68:<<<<<#>##{>>>>>>>>X>%#{>>>>>>>>ĉ<%#{<<<<<>@@ĉ:%#{>>>>>>>>ĉ8%##{66666666ĉ6%##{<<<<<<<<ĉ<%#{<<<<<<<<ĉ:%#{::::::88ĉ8%#{66666666ĉ6%##{88888888ĉ8%#{66666666ĉ6%##{########ĉ#%##{åçéëëëëë#$%###66666666X6####66666666X6####66666666V6####66666666T" +
    "6############R#####68:<<<<<#>##{>>>>>>>>X>%#{>>>>>>>>į<%#{<<<<<>@@į:%#{>>>>>>>>į8%##{66666666į6%##{<<<<<<<<į<%#{<<<<<<<<į:%#{::::::88į8%#{66666666į6%##{88888888į8%#{66666666į6%##{########į#%##{ċčďđđđđđ#$%###66666666X6####66666666X6####66666666V6####66666666T6############R#####68:<<<<<#>##{>>>>>>>>X>%#{>>>>>>>>ŕ<%#{<<<<<>@@ŕ:%#{>>>>>>>>ŕ8%##{66666666ŕ6%##{<<<<<<<<ŕ<%#{<<<<<<<<ŕ:%#{:::" +
    ":::88ŕ8%#{66666666ŕ6%##{88888888ŕ8%#{66666666ŕ6%##{########ŕ#%##{ıĳĵķķķķķ#$%###66666666X6####66666666X6####66666666V6####66666666T6############R#####68:<<<<<#>##{>>>>>>>>Ƌ>%#{>>>>>>>>Ƌ<%#{<<<<<>@@Ƌ:%#{>>>>>>>>Ƌ8%##{66666666Ƌ6%##{<<<<<<<<Ƌ<%#{<<<<<<<<Ƌ:%#{::::::88Ƌ8%#{66666666X6%##{88888888Ƌ8%#{66666666Ƌ6%##{########Ƌ#%##{ŗřśŝŝŝŝŝ#$%###68:<<<<<V>###>>>>>>>>ƕ>###>>>>>>>>ƕ<###<<<<<>@@ƕ:#" +
    "##>>>>>>>>ƕ8####66666666ƕ6####<<<<<<<<ƕ<###<<<<<<<<ƕ:###::::::88ƕ8###66666666ƕ6####88888888ƕ8###66666666ƕ6############ƕ#####66666666#6###{66666666#6%##{66666666#6%##{³³³³³³³³#³%##{........#ƍ%###,,,,,,ƍƍ³ƍ#",
);
const names6: readonly string[] = ["name", "allowAllDomains", "approvedDomains", "quota", "ipRestrictions"];
const names7: readonly string[] = ["api_token"];

/** Whether a value is TransactionalKeySettingsUpdate. */
export function isTransactionalKeySettingsUpdate(value: unknown): value is TransactionalKeySettingsUpdate {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const $fields = value as { [key: string]: unknown };
  let $required = 0;
  for (const $key in $fields) {
    switch ($key) {
      case "api_token": {
        const $value = $fields[$key];
        if ($value === undefined) break;
        if (!isTransactionalKeyToken($value)) return false;
        $required++;
        break;
      }
      case "name": {
        const $value = $fields[$key];
        if ($value === undefined) break;
        if (!isTransactionalKeyName($value)) return false;
        break;
      }
      case "allowAllDomains": {
        const $value = $fields[$key];
        if ($value === undefined) break;
        if (typeof $value !== "boolean") return false;
        break;
      }
      case "approvedDomains":
      case "ipRestrictions":
        break;
      case "quota": {
        const $value = $fields[$key];
        if ($value === undefined) break;
        if (!isSendingQuota($value)) return false;
        break;
      }
      default: {
        if ($fields[$key] !== undefined) return false;
        break;
      }
    }
  }
  if ($required !== 1) return false;
  const $approvedDomains = $fields["approvedDomains"];
  if ($approvedDomains !== undefined && !isApprovedDomains($approvedDomains)) return false;
  const $ipRestrictions = $fields["ipRestrictions"];
  if ($ipRestrictions !== undefined && !isIpRestrictions($ipRestrictions)) return false;
  return true;
}

function collectTransactionalKeySettingsUpdate(
  value: unknown,
  into: $runtime.Collector,
  at: $runtime.Step | undefined,
): void {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    $runtime.report(
      into,
      at,
      "/components/schemas/TransactionalKeySettingsUpdate/type",
      "type",
      "must be an object",
    );
  } else {
    const $fields = value as { [key: string]: unknown };
    for (const $key in $fields) {
      const $value = $fields[$key];
      if ($value === undefined) continue;
      switch ($key) {
        case "api_token": {
          if (!isTransactionalKeyToken($value))
            collectTransactionalKeyToken($value, into, $runtime.step(at, $key));
          break;
        }
        case "status": {
          $runtime.report(
            into,
            at,
            "/components/schemas/TransactionalKeySettingsUpdate/properties/status",
            "false",
            "status cannot be sent together with another change, which the API would drop in silence",
            $key,
          );
          break;
        }
        case "name": {
          if (!isTransactionalKeyName($value))
            collectTransactionalKeyName($value, into, $runtime.step(at, $key));
          break;
        }
        case "allowAllDomains": {
          if (typeof $value !== "boolean")
            $runtime.report(
              into,
              at,
              "/components/schemas/TransactionalKeySettingsUpdate/properties/allowAllDomains/type",
              "type",
              "must be a boolean",
              $key,
            );
          break;
        }
        case "approvedDomains": {
          if (!isApprovedDomains($value)) collectApprovedDomains($value, into, $runtime.step(at, $key));
          break;
        }
        case "quota": {
          if (!isSendingQuota($value)) collectSendingQuota($value, into, $runtime.step(at, $key));
          break;
        }
        case "ipRestrictions": {
          if (!isIpRestrictions($value)) collectIpRestrictions($value, into, $runtime.step(at, $key));
          break;
        }
        default: {
          $runtime.reportUnknownName(
            into,
            $fields,
            names1,
            at,
            "/components/schemas/TransactionalKeySettingsUpdate/additionalProperties",
            $key,
          );
          break;
        }
      }
    }
    if ($fields["api_token"] === undefined)
      $runtime.report(
        into,
        at,
        "/components/schemas/TransactionalKeySettingsUpdate/required",
        "required",
        '"api_token" is required',
        "api_token",
      );
  }
}

/** What is wrong with a value as TransactionalKeySettingsUpdate; empty when nothing is. */
export function validateTransactionalKeySettingsUpdate(
  value: unknown,
  options?: $runtime.ValidateOptions,
): readonly $runtime.ValidationIssue[] {
  return $runtime.collectIssues(collectTransactionalKeySettingsUpdate, value, options);
}

/** Whether a value is TransactionalKeyStatusUpdate. */
export function isTransactionalKeyStatusUpdate(value: unknown): value is TransactionalKeyStatusUpdate {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const $fields = value as { [key: string]: unknown };
  let $required = 0;
  for (const $key in $fields) {
    switch ($key) {
      case "api_token": {
        const $value = $fields[$key];
        if ($value === undefined) break;
        if (!isTransactionalKeyToken($value)) return false;
        $required++;
        break;
      }
      case "status": {
        const $value = $fields[$key];
        if ($value === undefined) break;
        if ($value !== 0 && $value !== 1) return false;
        $required++;
        break;
      }
      default: {
        if ($fields[$key] !== undefined) return false;
        break;
      }
    }
  }
  if ($required !== 2) return false;
  return true;
}

function collectTransactionalKeyStatusUpdate(
  value: unknown,
  into: $runtime.Collector,
  at: $runtime.Step | undefined,
): void {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    $runtime.report(
      into,
      at,
      "/components/schemas/TransactionalKeyStatusUpdate/type",
      "type",
      "must be an object",
    );
  } else {
    const $fields = value as { [key: string]: unknown };
    for (const $key in $fields) {
      const $value = $fields[$key];
      if ($value === undefined) continue;
      switch ($key) {
        case "api_token": {
          if (!isTransactionalKeyToken($value))
            collectTransactionalKeyToken($value, into, $runtime.step(at, $key));
          break;
        }
        case "status": {
          if ($value !== 0 && $value !== 1)
            $runtime.report(
              into,
              at,
              "/components/schemas/TransactionalKeyStatusUpdate/properties/status/enum",
              "enum",
              "must be 0 or 1",
              $key,
            );
          break;
        }
        case "name":
        case "allowAllDomains":
        case "approvedDomains":
        case "quota":
        case "ipRestrictions": {
          $runtime.report(
            into,
            at,
            "/components/schemas/TransactionalKeyStatusUpdate/properties/" + $key,
            "false",
            "status and " + $key + " cannot be sent together: the API would drop " + $key + " in silence",
            $key,
          );
          break;
        }
        default: {
          $runtime.reportUnknownName(
            into,
            $fields,
            names2,
            at,
            "/components/schemas/TransactionalKeyStatusUpdate/additionalProperties",
            $key,
          );
          break;
        }
      }
    }
    if ($fields["api_token"] === undefined)
      $runtime.report(
        into,
        at,
        "/components/schemas/TransactionalKeyStatusUpdate/required",
        "required",
        '"api_token" is required',
        "api_token",
      );
    if ($fields["status"] === undefined)
      $runtime.report(
        into,
        at,
        "/components/schemas/TransactionalKeyStatusUpdate/required",
        "required",
        '"status" is required',
        "status",
      );
  }
}

/** What is wrong with a value as TransactionalKeyStatusUpdate; empty when nothing is. */
export function validateTransactionalKeyStatusUpdate(
  value: unknown,
  options?: $runtime.ValidateOptions,
): readonly $runtime.ValidationIssue[] {
  return $runtime.collectIssues(collectTransactionalKeyStatusUpdate, value, options);
}

/** Whether a value is TransactionalKeyToken. */
export function isTransactionalKeyToken(value: unknown): value is TransactionalKeyToken {
  return typeof value === "string" && value.length !== 0;
}

function collectTransactionalKeyToken(
  value: unknown,
  into: $runtime.Collector,
  at: $runtime.Step | undefined,
): void {
  if (typeof value !== "string") {
    $runtime.report(into, at, "/components/schemas/TransactionalKeyToken/type", "type", "must be a string");
  } else {
    if (value.length === 0)
      $runtime.report(
        into,
        at,
        "/components/schemas/TransactionalKeyToken/minLength",
        "minLength",
        "must not be empty",
      );
  }
}

/** What is wrong with a value as TransactionalKeyToken; empty when nothing is. */
export function validateTransactionalKeyToken(
  value: unknown,
  options?: $runtime.ValidateOptions,
): readonly $runtime.ValidationIssue[] {
  return $runtime.collectIssues(collectTransactionalKeyToken, value, options);
}

/** Whether a value is TransactionalKeyName. */
export function isTransactionalKeyName(value: unknown): value is TransactionalKeyName {
  return (
    typeof value === "string" && value.length !== 0 && !$runtime.isLonger(value, 64) && pattern3.test(value)
  );
}

function collectTransactionalKeyName(
  value: unknown,
  into: $runtime.Collector,
  at: $runtime.Step | undefined,
): void {
  if (typeof value !== "string") {
    $runtime.report(into, at, "/components/schemas/TransactionalKeyName/type", "type", "must be a string");
  } else {
    if (value.length === 0)
      $runtime.report(
        into,
        at,
        "/components/schemas/TransactionalKeyName/minLength",
        "minLength",
        "must not be empty",
      );
    if ($runtime.isLonger(value, 64))
      $runtime.report(
        into,
        at,
        "/components/schemas/TransactionalKeyName/maxLength",
        "maxLength",
        "must have at most 64 characters, not " + $runtime.codePoints(value),
      );
    if (!pattern3.test(value))
      $runtime.report(
        into,
        at,
        "/components/schemas/TransactionalKeyName/pattern",
        "pattern",
        'must be letters, digits, white space, "-" and "_" only',
      );
  }
}

/** What is wrong with a value as TransactionalKeyName; empty when nothing is. */
export function validateTransactionalKeyName(
  value: unknown,
  options?: $runtime.ValidateOptions,
): readonly $runtime.ValidationIssue[] {
  return $runtime.collectIssues(collectTransactionalKeyName, value, options);
}

/** Whether a value is ApprovedDomains. */
export function isApprovedDomains(value: unknown): value is ApprovedDomains {
  if (!Array.isArray(value)) return false;
  if (value.length > 253) return false;
  for (let $i = 0; $i < value.length; $i++) {
    const $item: unknown = value[$i];
    if (!isDomainName($item)) return false;
  }
  return true;
}

function collectApprovedDomains(
  value: unknown,
  into: $runtime.Collector,
  at: $runtime.Step | undefined,
): void {
  if (!Array.isArray(value)) {
    $runtime.report(into, at, "/components/schemas/ApprovedDomains/type", "type", "must be an array");
  } else {
    if (value.length > 253)
      $runtime.report(
        into,
        at,
        "/components/schemas/ApprovedDomains/maxItems",
        "maxItems",
        "must have at most 253 items, not " + value.length,
      );
    for (let $i = 0; $i < value.length; $i++) {
      if ($runtime.isFull(into)) break;
      const $item: unknown = value[$i];
      if (!isDomainName($item)) collectDomainName($item, into, $runtime.step(at, $i));
    }
  }
}

/** What is wrong with a value as ApprovedDomains; empty when nothing is. */
export function validateApprovedDomains(
  value: unknown,
  options?: $runtime.ValidateOptions,
): readonly $runtime.ValidationIssue[] {
  return $runtime.collectIssues(collectApprovedDomains, value, options);
}

/** Whether a value is SendingQuota. */
export function isSendingQuota(value: unknown): value is SendingQuota {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 1000000;
}

function collectSendingQuota(value: unknown, into: $runtime.Collector, at: $runtime.Step | undefined): void {
  if (typeof value !== "number" || !Number.isInteger(value)) {
    $runtime.report(into, at, "/components/schemas/SendingQuota/type", "type", "must be an integer");
  } else {
    if (!(value >= 0))
      $runtime.report(into, at, "/components/schemas/SendingQuota/minimum", "minimum", "must be at least 0");
    if (!(value <= 1000000))
      $runtime.report(
        into,
        at,
        "/components/schemas/SendingQuota/maximum",
        "maximum",
        "must be at most 1000000",
      );
  }
}

/** What is wrong with a value as SendingQuota; empty when nothing is. */
export function validateSendingQuota(
  value: unknown,
  options?: $runtime.ValidateOptions,
): readonly $runtime.ValidationIssue[] {
  return $runtime.collectIssues(collectSendingQuota, value, options);
}

/** Whether a value is IpRestrictions. */
export function isIpRestrictions(value: unknown): value is IpRestrictions {
  if (!Array.isArray(value)) return false;
  if (value.length > 50) return false;
  for (let $i = 0; $i < value.length; $i++) {
    const $item: unknown = value[$i];
    if (!isIpRange($item)) return false;
  }
  return true;
}

function collectIpRestrictions(
  value: unknown,
  into: $runtime.Collector,
  at: $runtime.Step | undefined,
): void {
  if (!Array.isArray(value)) {
    $runtime.report(into, at, "/components/schemas/IpRestrictions/type", "type", "must be an array");
  } else {
    if (value.length > 50)
      $runtime.report(
        into,
        at,
        "/components/schemas/IpRestrictions/maxItems",
        "maxItems",
        "must have at most 50 items, not " + value.length,
      );
    for (let $i = 0; $i < value.length; $i++) {
      if ($runtime.isFull(into)) break;
      const $item: unknown = value[$i];
      if (!isIpRange($item)) collectIpRange($item, into, $runtime.step(at, $i));
    }
  }
}

/** What is wrong with a value as IpRestrictions; empty when nothing is. */
export function validateIpRestrictions(
  value: unknown,
  options?: $runtime.ValidateOptions,
): readonly $runtime.ValidationIssue[] {
  return $runtime.collectIssues(collectIpRestrictions, value, options);
}

/** Whether a value is DomainName. */
export function isDomainName(value: unknown): value is DomainName {
  return typeof value === "string" && !$runtime.isLonger(value, 253) && matches4(value);
}

function collectDomainName(value: unknown, into: $runtime.Collector, at: $runtime.Step | undefined): void {
  if (typeof value !== "string") {
    $runtime.report(into, at, "/components/schemas/DomainName/type", "type", "must be a string");
  } else {
    if ($runtime.isLonger(value, 253))
      $runtime.report(
        into,
        at,
        "/components/schemas/DomainName/maxLength",
        "maxLength",
        "must have at most 253 characters, not " + $runtime.codePoints(value),
      );
    if (!matches4(value))
      $runtime.report(
        into,
        at,
        "/components/schemas/DomainName/pattern",
        "pattern",
        "must be a domain name such as example.com",
      );
  }
}

/** What is wrong with a value as DomainName; empty when nothing is. */
export function validateDomainName(
  value: unknown,
  options?: $runtime.ValidateOptions,
): readonly $runtime.ValidationIssue[] {
  return $runtime.collectIssues(collectDomainName, value, options);
}

/** Whether a value is IpRange. */
export function isIpRange(value: unknown): value is IpRange {
  return typeof value === "string" && matches5(value);
}

function collectIpRange(value: unknown, into: $runtime.Collector, at: $runtime.Step | undefined): void {
  if (typeof value !== "string") {
    $runtime.report(into, at, "/components/schemas/IpRange/type", "type", "must be a string");
  } else {
    if (!matches5(value))
      $runtime.report(
        into,
        at,
        "/components/schemas/IpRange/pattern",
        "pattern",
        "must be an IPv4 or IPv6 address or CIDR range such as 192.168.1.1 or 10.0.0.0/24",
      );
  }
}

/** What is wrong with a value as IpRange; empty when nothing is. */
export function validateIpRange(
  value: unknown,
  options?: $runtime.ValidateOptions,
): readonly $runtime.ValidationIssue[] {
  return $runtime.collectIssues(collectIpRange, value, options);
}

/** Whether a value is TransactionalKey. */
export function isTransactionalKey(value: unknown): value is TransactionalKey {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const $fields = value as { [key: string]: unknown };
  const $api_token = $fields["api_token"];
  if ($api_token !== undefined && typeof $api_token !== "string") return false;
  const $uuid = $fields["uuid"];
  if ($uuid !== undefined && typeof $uuid !== "string") return false;
  const $name = $fields["name"];
  if ($name !== undefined && typeof $name !== "string") return false;
  const $status = $fields["status"];
  if (
    $status !== undefined &&
    typeof $status !== "string" &&
    (typeof $status !== "number" || !Number.isInteger($status))
  )
    return false;
  const $allowAllDomains = $fields["allowAllDomains"];
  if ($allowAllDomains !== undefined && typeof $allowAllDomains !== "boolean") return false;
  const $usage = $fields["usage"];
  if ($usage !== undefined && (typeof $usage !== "number" || !Number.isInteger($usage))) return false;
  const $quota = $fields["quota"];
  if ($quota !== undefined && (typeof $quota !== "number" || !Number.isInteger($quota))) return false;
  const $created_date = $fields["created_date"];
  if ($created_date !== undefined && typeof $created_date !== "string") return false;
  const $last_modified = $fields["last_modified"];
  if (
    $last_modified !== undefined &&
    (typeof $last_modified !== "number" || !Number.isInteger($last_modified))
  )
    return false;
  const $approvedDomains = $fields["approvedDomains"];
  if ($approvedDomains !== undefined && !isListOrJsonText($approvedDomains)) return false;
  const $ipRestrictions = $fields["ipRestrictions"];
  if ($ipRestrictions !== undefined && !isListOrJsonText($ipRestrictions)) return false;
  return true;
}

function collectTransactionalKey(
  value: unknown,
  into: $runtime.Collector,
  at: $runtime.Step | undefined,
): void {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    $runtime.report(into, at, "/components/schemas/TransactionalKey/type", "type", "must be an object");
  } else {
    const $fields = value as { [key: string]: unknown };
    const $api_token = $fields["api_token"];
    if ($api_token !== undefined && typeof $api_token !== "string")
      $runtime.report(
        into,
        at,
        "/components/schemas/TransactionalKey/properties/api_token/type",
        "type",
        "must be a string",
        "api_token",
      );
    const $uuid = $fields["uuid"];
    if ($uuid !== undefined && typeof $uuid !== "string")
      $runtime.report(
        into,
        at,
        "/components/schemas/TransactionalKey/properties/uuid/type",
        "type",
        "must be a string",
        "uuid",
      );
    const $name = $fields["name"];
    if ($name !== undefined && typeof $name !== "string")
      $runtime.report(
        into,
        at,
        "/components/schemas/TransactionalKey/properties/name/type",
        "type",
        "must be a string",
        "name",
      );
    const $status = $fields["status"];
    if (
      $status !== undefined &&
      typeof $status !== "string" &&
      (typeof $status !== "number" || !Number.isInteger($status))
    )
      $runtime.report(
        into,
        at,
        "/components/schemas/TransactionalKey/properties/status/type",
        "type",
        "must be a string or an integer",
        "status",
      );
    const $allowAllDomains = $fields["allowAllDomains"];
    if ($allowAllDomains !== undefined && typeof $allowAllDomains !== "boolean")
      $runtime.report(
        into,
        at,
        "/components/schemas/TransactionalKey/properties/allowAllDomains/type",
        "type",
        "must be a boolean",
        "allowAllDomains",
      );
    const $approvedDomains = $fields["approvedDomains"];
    if ($approvedDomains !== undefined)
      collectListOrJsonText($approvedDomains, into, $runtime.step(at, "approvedDomains"));
    const $ipRestrictions = $fields["ipRestrictions"];
    if ($ipRestrictions !== undefined)
      collectListOrJsonText($ipRestrictions, into, $runtime.step(at, "ipRestrictions"));
    const $usage = $fields["usage"];
    if ($usage !== undefined && (typeof $usage !== "number" || !Number.isInteger($usage)))
      $runtime.report(
        into,
        at,
        "/components/schemas/TransactionalKey/properties/usage/type",
        "type",
        "must be an integer",
        "usage",
      );
    const $quota = $fields["quota"];
    if ($quota !== undefined && (typeof $quota !== "number" || !Number.isInteger($quota)))
      $runtime.report(
        into,
        at,
        "/components/schemas/TransactionalKey/properties/quota/type",
        "type",
        "must be an integer",
        "quota",
      );
    const $created_date = $fields["created_date"];
    if ($created_date !== undefined && typeof $created_date !== "string")
      $runtime.report(
        into,
        at,
        "/components/schemas/TransactionalKey/properties/created_date/type",
        "type",
        "must be a string",
        "created_date",
      );
    const $last_modified = $fields["last_modified"];
    if (
      $last_modified !== undefined &&
      (typeof $last_modified !== "number" || !Number.isInteger($last_modified))
    )
      $runtime.report(
        into,
        at,
        "/components/schemas/TransactionalKey/properties/last_modified/type",
        "type",
        "must be an integer",
        "last_modified",
      );
  }
}

/** What is wrong with a value as TransactionalKey; empty when nothing is. */
export function validateTransactionalKey(
  value: unknown,
  options?: $runtime.ValidateOptions,
): readonly $runtime.ValidationIssue[] {
  return $runtime.collectIssues(collectTransactionalKey, value, options, $runtime.inOrderOfValue);
}

/** Whether a value is ListOrJsonText. */
export function isListOrJsonText(value: unknown): value is ListOrJsonText {
  if (!Array.isArray(value) && typeof value !== "string") return false;
  if (Array.isArray(value)) {
    for (let $i = 0; $i < value.length; $i++) {
      const $item: unknown = value[$i];
      if (typeof $item !== "string") return false;
    }
  }
  return true;
}

function collectListOrJsonText(
  value: unknown,
  into: $runtime.Collector,
  at: $runtime.Step | undefined,
): void {
  if (!Array.isArray(value) && typeof value !== "string") {
    $runtime.report(
      into,
      at,
      "/components/schemas/ListOrJsonText/type",
      "type",
      "must be an array or a string",
    );
  } else {
    if (Array.isArray(value)) {
      for (let $i = 0; $i < value.length; $i++) {
        if ($runtime.isFull(into)) break;
        const $item: unknown = value[$i];
        if (typeof $item !== "string")
          $runtime.report(
            into,
            at,
            "/components/schemas/ListOrJsonText/items/type",
            "type",
            "must be a string",
            $i,
          );
      }
    }
  }
}

/** What is wrong with a value as ListOrJsonText; empty when nothing is. */
export function validateListOrJsonText(
  value: unknown,
  options?: $runtime.ValidateOptions,
): readonly $runtime.ValidationIssue[] {
  return $runtime.collectIssues(collectListOrJsonText, value, options);
}

/** Whether a value is ErrorResponse. */
export function isErrorResponse(value: unknown): value is ErrorResponse {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const $fields = value as { [key: string]: unknown };
  const $success = $fields["success"];
  if ($success !== undefined && typeof $success !== "boolean") return false;
  const $message = $fields["message"];
  if ($message !== undefined && typeof $message !== "string") return false;
  const $error = $fields["error"];
  if ($error !== undefined && typeof $error !== "string") return false;
  return true;
}

function collectErrorResponse(value: unknown, into: $runtime.Collector, at: $runtime.Step | undefined): void {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    $runtime.report(into, at, "/components/schemas/ErrorResponse/type", "type", "must be an object");
  } else {
    const $fields = value as { [key: string]: unknown };
    const $success = $fields["success"];
    if ($success !== undefined && typeof $success !== "boolean")
      $runtime.report(
        into,
        at,
        "/components/schemas/ErrorResponse/properties/success/type",
        "type",
        "must be a boolean",
        "success",
      );
    const $message = $fields["message"];
    if ($message !== undefined && typeof $message !== "string")
      $runtime.report(
        into,
        at,
        "/components/schemas/ErrorResponse/properties/message/type",
        "type",
        "must be a string",
        "message",
      );
    const $error = $fields["error"];
    if ($error !== undefined && typeof $error !== "string")
      $runtime.report(
        into,
        at,
        "/components/schemas/ErrorResponse/properties/error/type",
        "type",
        "must be a string",
        "error",
      );
  }
}

/** What is wrong with a value as ErrorResponse; empty when nothing is. */
export function validateErrorResponse(
  value: unknown,
  options?: $runtime.ValidateOptions,
): readonly $runtime.ValidationIssue[] {
  return $runtime.collectIssues(collectErrorResponse, value, options, $runtime.inOrderOfValue);
}

/** Whether a value is UpdateTransactionalKeyBody. */
export function isUpdateTransactionalKeyBody(value: unknown): value is UpdateTransactionalKeyBody {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const $fields = value as { [key: string]: unknown };
  if ($fields["status"] !== undefined) {
    if (!isTransactionalKeyStatusUpdate(value)) return false;
  } else {
    if (!isTransactionalKeySettingsUpdate(value)) return false;
  }
  return true;
}

function collectUpdateTransactionalKeyBody(
  value: unknown,
  into: $runtime.Collector,
  at: $runtime.Step | undefined,
): void {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    const $fields = value as { [key: string]: unknown };
    if ($fields["status"] !== undefined) {
      collectTransactionalKeyStatusUpdate(value, into, at);
    } else {
      collectTransactionalKeySettingsUpdate(value, into, at);
    }
  } else {
    $runtime.report(
      into,
      at,
      "/components/schemas/TransactionalKeySettingsUpdate/type",
      "type",
      "must be an object",
    );
  }
}

/** What is wrong with a value as UpdateTransactionalKeyBody; empty when nothing is. */
export function validateUpdateTransactionalKeyBody(
  value: unknown,
  options?: $runtime.ValidateOptions,
): readonly $runtime.ValidationIssue[] {
  return $runtime.collectIssues(collectUpdateTransactionalKeyBody, value, options);
}

/** Whether a value is UpdateTransactionalKeyResponse200. */
export function isUpdateTransactionalKeyResponse200(
  value: unknown,
): value is UpdateTransactionalKeyResponse200 {
  return checkApplication1jsonSchema(value);
}

/** What is wrong with a value as UpdateTransactionalKeyResponse200; empty when nothing is. */
export function validateUpdateTransactionalKeyResponse200(
  value: unknown,
  options?: $runtime.ValidateOptions,
): readonly $runtime.ValidationIssue[] {
  return $runtime.collectIssues(
    collectApplication1jsonSchema,
    value,
    options,
    $runtime.inOrderOfValue,
    "/paths/~1outbound~1transactional-keys/patch/responses/200/content/application~1json/schema",
  );
}

/** Whether a value is ListTransactionalKeysResponse200. */
export function isListTransactionalKeysResponse200(
  value: unknown,
): value is ListTransactionalKeysResponse200 {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const $fields = value as { [key: string]: unknown };
  const $success = $fields["success"];
  if ($success !== undefined && typeof $success !== "boolean") return false;
  const $message = $fields["message"];
  if ($message !== undefined && typeof $message !== "string") return false;
  const $transactionalKeys = $fields["transactionalKeys"];
  if ($transactionalKeys !== undefined) {
    if (!Array.isArray($transactionalKeys)) return false;
    for (let $i = 0; $i < $transactionalKeys.length; $i++) {
      const $item: unknown = $transactionalKeys[$i];
      if (!isTransactionalKey($item)) return false;
    }
  }
  const $transactional_keys = $fields["transactional-keys"];
  if ($transactional_keys !== undefined) {
    if (!Array.isArray($transactional_keys)) return false;
    for (let $i$2 = 0; $i$2 < $transactional_keys.length; $i$2++) {
      const $item$2: unknown = $transactional_keys[$i$2];
      if (!isTransactionalKey($item$2)) return false;
    }
  }
  return true;
}

function collectListTransactionalKeysResponse200(
  value: unknown,
  into: $runtime.Collector,
  at: $runtime.Step | undefined,
): void {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    $runtime.report(
      into,
      at,
      "/paths/~1outbound~1transactional-keys/get/responses/200/content/application~1json/schema/type",
      "type",
      "must be an object",
    );
  } else {
    const $fields = value as { [key: string]: unknown };
    const $success = $fields["success"];
    if ($success !== undefined && typeof $success !== "boolean")
      $runtime.report(
        into,
        at,
        "/paths/~1outbound~1transactional-keys/get/responses/200/content/application~1json/schema/properties/success/type",
        "type",
        "must be a boolean",
        "success",
      );
    const $message = $fields["message"];
    if ($message !== undefined && typeof $message !== "string")
      $runtime.report(
        into,
        at,
        "/paths/~1outbound~1transactional-keys/get/responses/200/content/application~1json/schema/properties/message/type",
        "type",
        "must be a string",
        "message",
      );
    const $transactionalKeys = $fields["transactionalKeys"];
    if ($transactionalKeys !== undefined) {
      if (!Array.isArray($transactionalKeys)) {
        $runtime.report(
          into,
          at,
          "/paths/~1outbound~1transactional-keys/get/responses/200/content/application~1json/schema/properties/transactionalKeys/type",
          "type",
          "must be an array",
          "transactionalKeys",
        );
      } else {
        const $at: $runtime.Step = $runtime.step(at, "transactionalKeys");
        for (let $i = 0; $i < $transactionalKeys.length; $i++) {
          if ($runtime.isFull(into)) break;
          const $item: unknown = $transactionalKeys[$i];
          if (!isTransactionalKey($item)) collectTransactionalKey($item, into, $runtime.step($at, $i));
        }
      }
    }
    const $transactional_keys = $fields["transactional-keys"];
    if ($transactional_keys !== undefined) {
      if (!Array.isArray($transactional_keys)) {
        $runtime.report(
          into,
          at,
          "/paths/~1outbound~1transactional-keys/get/responses/200/content/application~1json/schema/properties/transactional-keys/type",
          "type",
          "must be an array",
          "transactional-keys",
        );
      } else {
        const $at$2: $runtime.Step = $runtime.step(at, "transactional-keys");
        for (let $i$2 = 0; $i$2 < $transactional_keys.length; $i$2++) {
          if ($runtime.isFull(into)) break;
          const $item$2: unknown = $transactional_keys[$i$2];
          if (!isTransactionalKey($item$2))
            collectTransactionalKey($item$2, into, $runtime.step($at$2, $i$2));
        }
      }
    }
  }
}

/** What is wrong with a value as ListTransactionalKeysResponse200; empty when nothing is. */
export function validateListTransactionalKeysResponse200(
  value: unknown,
  options?: $runtime.ValidateOptions,
): readonly $runtime.ValidationIssue[] {
  return $runtime.collectIssues(
    collectListTransactionalKeysResponse200,
    value,
    options,
    $runtime.inOrderOfValue,
  );
}

/** Whether a value is CreateTransactionalKeyBody. */
export function isCreateTransactionalKeyBody(value: unknown): value is CreateTransactionalKeyBody {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const $fields = value as { [key: string]: unknown };
  let $required = 0;
  for (const $key in $fields) {
    switch ($key) {
      case "name": {
        const $value = $fields[$key];
        if ($value === undefined) break;
        if (!isTransactionalKeyName($value)) return false;
        $required++;
        break;
      }
      case "allowAllDomains": {
        const $value = $fields[$key];
        if ($value === undefined) break;
        if (typeof $value !== "boolean") return false;
        break;
      }
      case "approvedDomains":
      case "ipRestrictions":
        break;
      case "quota": {
        const $value = $fields[$key];
        if ($value === undefined) break;
        if (!isSendingQuota($value)) return false;
        break;
      }
      default: {
        if ($fields[$key] !== undefined) return false;
        break;
      }
    }
  }
  if ($required !== 1) return false;
  const $approvedDomains = $fields["approvedDomains"];
  if ($approvedDomains !== undefined && !isApprovedDomains($approvedDomains)) return false;
  const $ipRestrictions = $fields["ipRestrictions"];
  if ($ipRestrictions !== undefined && !isIpRestrictions($ipRestrictions)) return false;
  return true;
}

function collectCreateTransactionalKeyBody(
  value: unknown,
  into: $runtime.Collector,
  at: $runtime.Step | undefined,
): void {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    $runtime.report(
      into,
      at,
      "/paths/~1outbound~1transactional-keys/post/requestBody/content/application~1json/schema/type",
      "type",
      "must be an object",
    );
  } else {
    const $fields = value as { [key: string]: unknown };
    for (const $key in $fields) {
      const $value = $fields[$key];
      if ($value === undefined) continue;
      switch ($key) {
        case "name": {
          if (!isTransactionalKeyName($value))
            collectTransactionalKeyName($value, into, $runtime.step(at, $key));
          break;
        }
        case "allowAllDomains": {
          if (typeof $value !== "boolean")
            $runtime.report(
              into,
              at,
              "/paths/~1outbound~1transactional-keys/post/requestBody/content/application~1json/schema/properties/allowAllDomains/type",
              "type",
              "must be a boolean",
              $key,
            );
          break;
        }
        case "approvedDomains": {
          if (!isApprovedDomains($value)) collectApprovedDomains($value, into, $runtime.step(at, $key));
          break;
        }
        case "quota": {
          if (!isSendingQuota($value)) collectSendingQuota($value, into, $runtime.step(at, $key));
          break;
        }
        case "ipRestrictions": {
          if (!isIpRestrictions($value)) collectIpRestrictions($value, into, $runtime.step(at, $key));
          break;
        }
        default: {
          $runtime.reportUnknownName(
            into,
            $fields,
            names6,
            at,
            "/paths/~1outbound~1transactional-keys/post/requestBody/content/application~1json/schema/additionalProperties",
            $key,
          );
          break;
        }
      }
    }
    if ($fields["name"] === undefined)
      $runtime.report(
        into,
        at,
        "/paths/~1outbound~1transactional-keys/post/requestBody/content/application~1json/schema/required",
        "required",
        '"name" is required',
        "name",
      );
  }
}

/** What is wrong with a value as CreateTransactionalKeyBody; empty when nothing is. */
export function validateCreateTransactionalKeyBody(
  value: unknown,
  options?: $runtime.ValidateOptions,
): readonly $runtime.ValidationIssue[] {
  return $runtime.collectIssues(collectCreateTransactionalKeyBody, value, options);
}

/** Whether a value is CreateTransactionalKeyResponse200. */
export function isCreateTransactionalKeyResponse200(
  value: unknown,
): value is CreateTransactionalKeyResponse200 {
  return checkApplication1jsonSchema2(value);
}

/** What is wrong with a value as CreateTransactionalKeyResponse200; empty when nothing is. */
export function validateCreateTransactionalKeyResponse200(
  value: unknown,
  options?: $runtime.ValidateOptions,
): readonly $runtime.ValidationIssue[] {
  return $runtime.collectIssues(
    collectApplication1jsonSchema2,
    value,
    options,
    $runtime.inOrderOfValue,
    "/paths/~1outbound~1transactional-keys/post/responses/200/content/application~1json/schema",
  );
}

/** Whether a value is DeleteTransactionalKeyBody. */
export function isDeleteTransactionalKeyBody(value: unknown): value is DeleteTransactionalKeyBody {
  return checkApplication1jsonSchema3(value);
}

/** What is wrong with a value as DeleteTransactionalKeyBody; empty when nothing is. */
export function validateDeleteTransactionalKeyBody(
  value: unknown,
  options?: $runtime.ValidateOptions,
): readonly $runtime.ValidationIssue[] {
  return $runtime.collectIssues(
    collectApplication1jsonSchema3,
    value,
    options,
    undefined,
    "/paths/~1outbound~1transactional-keys/delete/requestBody/content/application~1json/schema",
  );
}

/** Whether a value is DeleteTransactionalKeyResponse200. */
export function isDeleteTransactionalKeyResponse200(
  value: unknown,
): value is DeleteTransactionalKeyResponse200 {
  return checkApplication1jsonSchema(value);
}

/** What is wrong with a value as DeleteTransactionalKeyResponse200; empty when nothing is. */
export function validateDeleteTransactionalKeyResponse200(
  value: unknown,
  options?: $runtime.ValidateOptions,
): readonly $runtime.ValidationIssue[] {
  return $runtime.collectIssues(
    collectApplication1jsonSchema,
    value,
    options,
    $runtime.inOrderOfValue,
    "/paths/~1outbound~1transactional-keys/delete/responses/200/content/application~1json/schema",
  );
}

/** Whether a value is RotateTransactionalKeyBody. */
export function isRotateTransactionalKeyBody(value: unknown): value is RotateTransactionalKeyBody {
  return checkApplication1jsonSchema3(value);
}

/** What is wrong with a value as RotateTransactionalKeyBody; empty when nothing is. */
export function validateRotateTransactionalKeyBody(
  value: unknown,
  options?: $runtime.ValidateOptions,
): readonly $runtime.ValidationIssue[] {
  return $runtime.collectIssues(
    collectApplication1jsonSchema3,
    value,
    options,
    undefined,
    "/paths/~1outbound~1transactional-keys~1rotate/post/requestBody/content/application~1json/schema",
  );
}

/** Whether a value is RotateTransactionalKeyResponse200. */
export function isRotateTransactionalKeyResponse200(
  value: unknown,
): value is RotateTransactionalKeyResponse200 {
  return checkApplication1jsonSchema2(value);
}

/** What is wrong with a value as RotateTransactionalKeyResponse200; empty when nothing is. */
export function validateRotateTransactionalKeyResponse200(
  value: unknown,
  options?: $runtime.ValidateOptions,
): readonly $runtime.ValidationIssue[] {
  return $runtime.collectIssues(
    collectApplication1jsonSchema2,
    value,
    options,
    $runtime.inOrderOfValue,
    "/paths/~1outbound~1transactional-keys~1rotate/post/responses/200/content/application~1json/schema",
  );
}

function checkApplication1jsonSchema(value: unknown): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const $fields = value as { [key: string]: unknown };
  const $success = $fields["success"];
  if ($success !== undefined && typeof $success !== "boolean") return false;
  const $message = $fields["message"];
  if ($message !== undefined && typeof $message !== "string") return false;
  return true;
}

function collectApplication1jsonSchema(
  value: unknown,
  into: $runtime.Collector,
  at: $runtime.Step | undefined,
  location: string,
): void {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    $runtime.report(into, at, location + "/type", "type", "must be an object");
  } else {
    const $fields = value as { [key: string]: unknown };
    const $success = $fields["success"];
    if ($success !== undefined && typeof $success !== "boolean")
      $runtime.report(
        into,
        at,
        location + "/properties/success/type",
        "type",
        "must be a boolean",
        "success",
      );
    const $message = $fields["message"];
    if ($message !== undefined && typeof $message !== "string")
      $runtime.report(into, at, location + "/properties/message/type", "type", "must be a string", "message");
  }
}

function checkApplication1jsonSchema2(value: unknown): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const $fields = value as { [key: string]: unknown };
  const $success = $fields["success"];
  if ($success !== undefined && typeof $success !== "boolean") return false;
  const $message = $fields["message"];
  if ($message !== undefined && typeof $message !== "string") return false;
  const $api_token = $fields["api_token"];
  if ($api_token !== undefined && typeof $api_token !== "string") return false;
  return true;
}

function collectApplication1jsonSchema2(
  value: unknown,
  into: $runtime.Collector,
  at: $runtime.Step | undefined,
  location: string,
): void {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    $runtime.report(into, at, location + "/type", "type", "must be an object");
  } else {
    const $fields = value as { [key: string]: unknown };
    const $success = $fields["success"];
    if ($success !== undefined && typeof $success !== "boolean")
      $runtime.report(
        into,
        at,
        location + "/properties/success/type",
        "type",
        "must be a boolean",
        "success",
      );
    const $message = $fields["message"];
    if ($message !== undefined && typeof $message !== "string")
      $runtime.report(into, at, location + "/properties/message/type", "type", "must be a string", "message");
    const $api_token = $fields["api_token"];
    if ($api_token !== undefined && typeof $api_token !== "string")
      $runtime.report(
        into,
        at,
        location + "/properties/api_token/type",
        "type",
        "must be a string",
        "api_token",
      );
  }
}

function checkApplication1jsonSchema3(value: unknown): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const $fields = value as { [key: string]: unknown };
  let $required = 0;
  for (const $key in $fields) {
    switch ($key) {
      case "api_token": {
        const $value = $fields[$key];
        if ($value === undefined) break;
        if (!isTransactionalKeyToken($value)) return false;
        $required++;
        break;
      }
      default: {
        if ($fields[$key] !== undefined) return false;
        break;
      }
    }
  }
  if ($required !== 1) return false;
  return true;
}

function collectApplication1jsonSchema3(
  value: unknown,
  into: $runtime.Collector,
  at: $runtime.Step | undefined,
  location: string,
): void {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    $runtime.report(into, at, location + "/type", "type", "must be an object");
  } else {
    const $fields = value as { [key: string]: unknown };
    for (const $key in $fields) {
      const $value = $fields[$key];
      if ($value === undefined) continue;
      switch ($key) {
        case "api_token": {
          if (!isTransactionalKeyToken($value))
            collectTransactionalKeyToken($value, into, $runtime.step(at, $key));
          break;
        }
        default: {
          $runtime.reportUnknownName(into, $fields, names7, at, location + "/additionalProperties", $key);
          break;
        }
      }
    }
    if ($fields["api_token"] === undefined)
      $runtime.report(into, at, location + "/required", "required", '"api_token" is required', "api_token");
  }
}
