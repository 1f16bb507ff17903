// Written by `npm run generate` from the OpenAPI document. Change the document, not this file.
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
/** What the API says when it refuses. Open and without required fields, because the provider does not publish its form; the examples are ours. */
export type ErrorResponse = $schema.components["schemas"]["ErrorResponse"];
export type UpdateTransactionalKeyBody =
  ($schema.paths["/outbound/transactional-keys"]["patch"]["requestBody"] & {})["content"]["application/json"];
/** Open and without required fields, because the page does not say what is always there. */
export type UpdateTransactionalKeyResponse200 =
  $schema.paths["/outbound/transactional-keys"]["patch"]["responses"][200]["content"]["application/json"];
const pattern1 = /^[a-zA-Z0-9-_\s]+$/u;
const names2: readonly string[] = ["api_token", "name", "approvedDomains", "quota", "ipRestrictions"];
const names3: readonly string[] = ["api_token", "status"];
const matches4 = /* @__PURE__ */ $runtime.matcher(
  "+4P#$$$%$#-&*#0'$(,'$)%')#0'$(,'$)%'###)666##6-::::##:#<<<<####0<<ƨ##6-8888##:#<<<<##8-::::##*-/:::##:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%#:#<<<<##8-::::##*-,:::%###::::###-8888##*-,888%##-######Ɠ-ƕ666%##-ƙ666%##-####%#+-/;6;##6-3AAA%#6#9999##6#8888##8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%#8#::::##6-8888%###ƟƟƟƟ###-ƟƟƟƟ%",
);
const matches5 = /* @__PURE__ */ $runtime.matcher(
  "13Q#$$$%$&$'$($)$*$+&,$-$.)#)/=#)/###68:<<<<<z>##A#>>>>>>>>o>##A#>>>>>>>>o<##A#<<<<<>@@o:##A#>>>>>>>>o8####66666666o6####<<<<<<<<o<##A#<<<<<<<<o:##A#::::::88o8##A#66666666o6####88888888o8##A#66666666o6############o#####68:<<<<<####>#############<#88888888####M#66666800####8#........####M#,,,,,,########68:<<<<<####>#############<#88888888####Y#66666800####8#........####Y#,,,,,,########68:<<<<<#####c##########%##c88888888##%##c66666:00##%##c........##%###8::<8888#####c[[[[[[####%#############%###gggggggg##%###ggg#######%###########@#####666666666####66666666×6####66666666×6####66666666×6############×####{8:<>>>>>#@%###g@iiiiii####{@@@@@@@@á%#{@@@@@@@@á>%#{>>>>>@á<%#{@@@@@@@@á:%##{88888888á8%###ii>ggggg##%##{>>>>>>>>á>%#{>>>>>>>>á<%#{<<<<<<á:%#{88888888á8%###ggggggg###%##{88888888á8%#{66666666á6%##{########á#%###68:<<<<<####>#############<#88888888####¥#66666800####8#........####¥#,,,,,,########68:<<<<<####>#############<#88888888####±#66666800####8#........####±#,,,,,,########68:<<<<<#####{##########%##{88888888##%##{66666800##%##{........##%##{,,,,,,####%##{68:<<<<<#>%#{>>>>>>>>X>%#{>>>>>>>>ã<%#{<<<<<>@@ã:%#{>>>>>>>>ã8%##{66666666ã6%##{<<<<<<<<ã<%#{<<<<<<<<ã:%#{::::::88ã8%#{66666666ã6%##{88888888ã8%#{66666666ã6%##{########ã#%###66666666Z6####66666666ÿ6####66666666X6####66666666V6############T#####¿ÁÃÅÅÅÅÅ#Ç####68:<<<<<#>##{>>>>>>>>X>%#{>>>>>>>>ĉ<%#{<<<<<>@@ĉ:%#{>>>>>>>>ĉ8%##{66666666ĉ6%##{<<<<<<<<ĉ<%#{<<<<<<<<ĉ:%#{::::::88ĉ8%#{66666666ĉ6%##{88888888ĉ8%#{66666666ĉ6%##{########ĉ#%##{åçéëëëëë#$%###66666666X6####66666666X6####66666666V6####66666666T6############R#####68:<<<<<#>##{>>>>>>>>X>%#{>>>>>>>>į<%#{<<<<<>@@į:%#{>>>>>>>>į8%##{66666666į6%##{<<<<<<<<į<%#{<<<<<<<<į:%#{::::::88į8%#{66666666į6%##{88888888į8%#{66666666į6%##{########į#%##{ċčďđđđđđ#$%###66666666X6####66666666X6####66666666V6####66666666T6############R#####68:<<<<<#>##{>>>>>>>>X>%#{>>>>>>>>ŕ<%#{<<<<<>@@ŕ:%#{>>>>>>>>ŕ8%##{66666666ŕ6%##{<<<<<<<<ŕ<%#{<<<<<<<<ŕ:%#{::::::88ŕ8%#{66666666ŕ6%##{88888888ŕ8%#{66666666ŕ6%##{########ŕ#%##{ıĳĵķķķķķ#$%###66666666X6####66666666X6####66666666V6####66666666T6############R#####68:<<<<<#>##{>>>>>>>>Ƌ>%#{>>>>>>>>Ƌ<%#{<<<<<>@@Ƌ:%#{>>>>>>>>Ƌ8%##{66666666Ƌ6%##{<<<<<<<<Ƌ<%#{<<<<<<<<Ƌ:%#{::::::88Ƌ8%#{66666666X6%##{88888888Ƌ8%#{66666666Ƌ6%##{########Ƌ#%##{ŗřśŝŝŝŝŝ#$%###68:<<<<<V>###>>>>>>>>ƕ>###>>>>>>>>ƕ<###<<<<<>@@ƕ:###>>>>>>>>ƕ8####66666666ƕ6####<<<<<<<<ƕ<###<<<<<<<<ƕ:###::::::88ƕ8###66666666ƕ6####88888888ƕ8###66666666ƕ6############ƕ#####66666666#6###{66666666#6%##{66666666#6%##{³³³³³³³³#³%##{........#ƍ%###,,,,,,ƍƍ³ƍ#",
);

/** Whether a value is TransactionalKeySettingsUpdate. */
export function isTransactionalKeySettingsUpdate(value: unknown): value is TransactionalKeySettingsUpdate {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const $fields = value as { [key: string]: unknown };
  let $required = 0;
  for (const $key in $fields) {
    const $value = $fields[$key];
    if ($value === undefined) continue;
    switch ($key) {
      case "api_token": {
        if (typeof $value !== "string" || $value.length === 0) return false;
        $required++;
        break;
      }
      case "name": {
        if (
          typeof $value !== "string" ||
          $value.length === 0 ||
          ($value.length > 64 && ($value.length > 128 || $runtime.codePoints($value) > 64)) ||
          !pattern1.test($value)
        )
          return false;
        break;
      }
      case "approvedDomains": {
        if (!Array.isArray($value)) return false;
        if ($value.length > 253) return false;
        for (let $i = 0; $i < $value.length; $i++) {
          const $item: unknown = $value[$i];
          if (!isDomainName($item)) return false;
        }
        break;
      }
      case "quota": {
        if (typeof $value !== "number" || !Number.isInteger($value) || !($value >= 0) || !($value <= 1000000))
          return false;
        break;
      }
      case "ipRestrictions": {
        if (!Array.isArray($value)) return false;
        if ($value.length > 50) return false;
        for (let $i$2 = 0; $i$2 < $value.length; $i$2++) {
          const $item$2: unknown = $value[$i$2];
          if (!isIpRange($item$2)) return false;
        }
        break;
      }
      default:
        return false;
    }
  }
  if ($required !== 1) return false;
  return true;
}

function collectTransactionalKeySettingsUpdate(value: unknown, into: $runtime.Collector): void {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    $runtime.report(into, "/components/schemas/TransactionalKeySettingsUpdate/", "type", "must be an object");
  } else {
    const $fields = value as { [key: string]: unknown };
    for (const $key in $fields) {
      if ($runtime.isFull(into)) break;
      const $value = $fields[$key];
      if ($value === undefined) continue;
      switch ($key) {
        case "api_token": {
          if (typeof $value !== "string") {
            $runtime.report(
              into,
              "/components/schemas/TransactionalKeySettingsUpdate/properties/api_token/",
              "type",
              "must be a string",
              ["api_token"],
            );
          } else {
            if ($value.length === 0)
              $runtime.report(
                into,
                "/components/schemas/TransactionalKeySettingsUpdate/properties/api_token/",
                "minLength",
                "must not be empty",
                ["api_token"],
              );
          }
          break;
        }
        case "status": {
          $runtime.report(
            into,
            "",
            "false",
            "status cannot be sent together with another change, which the API would drop in silence",
            ["status"],
            "/components/schemas/TransactionalKeySettingsUpdate/properties/status",
          );
          break;
        }
        case "name": {
          if (typeof $value !== "string") {
            $runtime.report(
              into,
              "/components/schemas/TransactionalKeySettingsUpdate/properties/name/",
              "type",
              "must be a string",
              ["name"],
            );
          } else {
            if ($value.length === 0)
              $runtime.report(
                into,
                "/components/schemas/TransactionalKeySettingsUpdate/properties/name/",
                "minLength",
                "must not be empty",
                ["name"],
              );
            if ($value.length > 64 && ($value.length > 128 || $runtime.codePoints($value) > 64))
              $runtime.report(
                into,
                "/components/schemas/TransactionalKeySettingsUpdate/properties/name/",
                "maxLength",
                "must have at most 64 characters, not " + $runtime.codePoints($value),
                ["name"],
              );
            if (!pattern1.test($value))
              $runtime.report(
                into,
                "/components/schemas/TransactionalKeySettingsUpdate/properties/name/",
                "pattern",
                'must be letters, digits, white space, "-" and "_" only',
                ["name"],
              );
          }
          break;
        }
        case "approvedDomains": {
          if (!Array.isArray($value)) {
            $runtime.report(
              into,
              "/components/schemas/TransactionalKeySettingsUpdate/properties/approvedDomains/",
              "type",
              "must be an array",
              ["approvedDomains"],
            );
          } else {
            if ($value.length > 253)
              $runtime.report(
                into,
                "/components/schemas/TransactionalKeySettingsUpdate/properties/approvedDomains/",
                "maxItems",
                "must have at most 253 items, not " + $value.length,
                ["approvedDomains"],
              );
            for (let $i = 0; $i < $value.length; $i++) {
              if ($runtime.isFull(into)) break;
              const $item: unknown = $value[$i];
              if (!isDomainName($item))
                $runtime.within(into, ["approvedDomains", $i], collectDomainName, $item);
            }
          }
          break;
        }
        case "quota": {
          if (typeof $value !== "number" || !Number.isInteger($value)) {
            $runtime.report(
              into,
              "/components/schemas/TransactionalKeySettingsUpdate/properties/quota/",
              "type",
              "must be an integer",
              ["quota"],
            );
          } else {
            if (!($value >= 0))
              $runtime.report(
                into,
                "/components/schemas/TransactionalKeySettingsUpdate/properties/quota/",
                "minimum",
                "must be at least 0",
                ["quota"],
              );
            if (!($value <= 1000000))
              $runtime.report(
                into,
                "/components/schemas/TransactionalKeySettingsUpdate/properties/quota/",
                "maximum",
                "must be at most 1000000",
                ["quota"],
              );
          }
          break;
        }
        case "ipRestrictions": {
          if (!Array.isArray($value)) {
            $runtime.report(
              into,
              "/components/schemas/TransactionalKeySettingsUpdate/properties/ipRestrictions/",
              "type",
              "must be an array",
              ["ipRestrictions"],
            );
          } else {
            if ($value.length > 50)
              $runtime.report(
                into,
                "/components/schemas/TransactionalKeySettingsUpdate/properties/ipRestrictions/",
                "maxItems",
                "must have at most 50 items, not " + $value.length,
                ["ipRestrictions"],
              );
            for (let $i$2 = 0; $i$2 < $value.length; $i$2++) {
              if ($runtime.isFull(into)) break;
              const $item$2: unknown = $value[$i$2];
              if (!isIpRange($item$2))
                $runtime.within(into, ["ipRestrictions", $i$2], collectIpRange, $item$2);
            }
          }
          break;
        }
        default: {
          $runtime.report(
            into,
            "/components/schemas/TransactionalKeySettingsUpdate/",
            "additionalProperties",
            $runtime.unknownName($key, names2),
            [$key],
          );
          break;
        }
      }
    }
    if ($fields["api_token"] === undefined)
      $runtime.report(
        into,
        "/components/schemas/TransactionalKeySettingsUpdate/",
        "required",
        '"api_token" is required',
        ["api_token"],
      );
  }
}

/** What is wrong with a value as TransactionalKeySettingsUpdate; empty when nothing is. */
export function validateTransactionalKeySettingsUpdate(
  value: unknown,
  options?: $runtime.ValidateOptions,
): readonly $runtime.ValidationIssue[] {
  return isTransactionalKeySettingsUpdate(value)
    ? $runtime.noIssues
    : $runtime.collect(collectTransactionalKeySettingsUpdate, value, options);
}

/** Whether a value is TransactionalKeyStatusUpdate. */
export function isTransactionalKeyStatusUpdate(value: unknown): value is TransactionalKeyStatusUpdate {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const $fields = value as { [key: string]: unknown };
  let $required = 0;
  for (const $key in $fields) {
    const $value = $fields[$key];
    if ($value === undefined) continue;
    switch ($key) {
      case "api_token": {
        if (typeof $value !== "string" || $value.length === 0) return false;
        $required++;
        break;
      }
      case "status": {
        if ($value !== 0 && $value !== 1) return false;
        $required++;
        break;
      }
      default:
        return false;
    }
  }
  if ($required !== 2) return false;
  return true;
}

function collectTransactionalKeyStatusUpdate(value: unknown, into: $runtime.Collector): void {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    $runtime.report(into, "/components/schemas/TransactionalKeyStatusUpdate/", "type", "must be an object");
  } else {
    const $fields = value as { [key: string]: unknown };
    for (const $key in $fields) {
      if ($runtime.isFull(into)) break;
      const $value = $fields[$key];
      if ($value === undefined) continue;
      switch ($key) {
        case "api_token": {
          if (typeof $value !== "string") {
            $runtime.report(
              into,
              "/components/schemas/TransactionalKeyStatusUpdate/properties/api_token/",
              "type",
              "must be a string",
              ["api_token"],
            );
          } else {
            if ($value.length === 0)
              $runtime.report(
                into,
                "/components/schemas/TransactionalKeyStatusUpdate/properties/api_token/",
                "minLength",
                "must not be empty",
                ["api_token"],
              );
          }
          break;
        }
        case "status": {
          if ($value !== 0 && $value !== 1)
            $runtime.report(
              into,
              "/components/schemas/TransactionalKeyStatusUpdate/properties/status/",
              "enum",
              "must be 0 or 1",
              ["status"],
            );
          break;
        }
        case "name": {
          $runtime.report(
            into,
            "",
            "false",
            "status and name cannot be sent together: the API would drop name in silence",
            ["name"],
            "/components/schemas/TransactionalKeyStatusUpdate/properties/name",
          );
          break;
        }
        case "approvedDomains": {
          $runtime.report(
            into,
            "",
            "false",
            "status and approvedDomains cannot be sent together: the API would drop approvedDomains in silence",
            ["approvedDomains"],
            "/components/schemas/TransactionalKeyStatusUpdate/properties/approvedDomains",
          );
          break;
        }
        case "quota": {
          $runtime.report(
            into,
            "",
            "false",
            "status and quota cannot be sent together: the API would drop quota in silence",
            ["quota"],
            "/components/schemas/TransactionalKeyStatusUpdate/properties/quota",
          );
          break;
        }
        case "ipRestrictions": {
          $runtime.report(
            into,
            "",
            "false",
            "status and ipRestrictions cannot be sent together: the API would drop ipRestrictions in silence",
            ["ipRestrictions"],
            "/components/schemas/TransactionalKeyStatusUpdate/properties/ipRestrictions",
          );
          break;
        }
        default: {
          $runtime.report(
            into,
            "/components/schemas/TransactionalKeyStatusUpdate/",
            "additionalProperties",
            $runtime.unknownName($key, names3),
            [$key],
          );
          break;
        }
      }
    }
    if ($fields["api_token"] === undefined)
      $runtime.report(
        into,
        "/components/schemas/TransactionalKeyStatusUpdate/",
        "required",
        '"api_token" is required',
        ["api_token"],
      );
    if ($fields["status"] === undefined)
      $runtime.report(
        into,
        "/components/schemas/TransactionalKeyStatusUpdate/",
        "required",
        '"status" is required',
        ["status"],
      );
  }
}

/** What is wrong with a value as TransactionalKeyStatusUpdate; empty when nothing is. */
export function validateTransactionalKeyStatusUpdate(
  value: unknown,
  options?: $runtime.ValidateOptions,
): readonly $runtime.ValidationIssue[] {
  return isTransactionalKeyStatusUpdate(value)
    ? $runtime.noIssues
    : $runtime.collect(collectTransactionalKeyStatusUpdate, value, options);
}

/** Whether a value is DomainName. */
export function isDomainName(value: unknown): value is DomainName {
  return (
    typeof value === "string" &&
    (value.length <= 253 || (value.length <= 506 && $runtime.codePoints(value) <= 253)) &&
    matches4(value)
  );
}

function collectDomainName(value: unknown, into: $runtime.Collector): void {
  if (typeof value !== "string") {
    $runtime.report(into, "/components/schemas/DomainName/", "type", "must be a string");
  } else {
    if (value.length > 253 && (value.length > 506 || $runtime.codePoints(value) > 253))
      $runtime.report(
        into,
        "/components/schemas/DomainName/",
        "maxLength",
        "must have at most 253 characters, not " + $runtime.codePoints(value),
      );
    if (!matches4(value))
      $runtime.report(
        into,
        "/components/schemas/DomainName/",
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
  return isDomainName(value) ? $runtime.noIssues : $runtime.collect(collectDomainName, value, options);
}

/** Whether a value is IpRange. */
export function isIpRange(value: unknown): value is IpRange {
  return typeof value === "string" && matches5(value);
}

function collectIpRange(value: unknown, into: $runtime.Collector): void {
  if (typeof value !== "string") {
    $runtime.report(into, "/components/schemas/IpRange/", "type", "must be a string");
  } else {
    if (!matches5(value))
      $runtime.report(
        into,
        "/components/schemas/IpRange/",
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
  return isIpRange(value) ? $runtime.noIssues : $runtime.collect(collectIpRange, value, options);
}

/** Whether a value is ErrorResponse. */
export function isErrorResponse(value: unknown): value is ErrorResponse {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const $fields = value as { [key: string]: unknown };
  const $message = $fields["message"];
  if ($message !== undefined && typeof $message !== "string") return false;
  const $error = $fields["error"];
  if ($error !== undefined && typeof $error !== "string") return false;
  return true;
}

function collectErrorResponse(value: unknown, into: $runtime.Collector): void {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    $runtime.report(into, "/components/schemas/ErrorResponse/", "type", "must be an object");
  } else {
    const $fields = value as { [key: string]: unknown };
    for (const $key in $fields) {
      if ($runtime.isFull(into)) break;
      const $value = $fields[$key];
      if ($value === undefined) continue;
      switch ($key) {
        case "message": {
          if (typeof $value !== "string")
            $runtime.report(
              into,
              "/components/schemas/ErrorResponse/properties/message/",
              "type",
              "must be a string",
              ["message"],
            );
          break;
        }
        case "error": {
          if (typeof $value !== "string")
            $runtime.report(
              into,
              "/components/schemas/ErrorResponse/properties/error/",
              "type",
              "must be a string",
              ["error"],
            );
          break;
        }
      }
    }
  }
}

/** What is wrong with a value as ErrorResponse; empty when nothing is. */
export function validateErrorResponse(
  value: unknown,
  options?: $runtime.ValidateOptions,
): readonly $runtime.ValidationIssue[] {
  return isErrorResponse(value) ? $runtime.noIssues : $runtime.collect(collectErrorResponse, value, options);
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

function collectUpdateTransactionalKeyBody(value: unknown, into: $runtime.Collector): void {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    const $fields = value as { [key: string]: unknown };
    if ($fields["status"] !== undefined) {
      collectTransactionalKeyStatusUpdate(value, into);
    } else {
      collectTransactionalKeySettingsUpdate(value, into);
    }
  } else {
    $runtime.report(into, "/components/schemas/TransactionalKeySettingsUpdate/", "type", "must be an object");
  }
}

/** What is wrong with a value as UpdateTransactionalKeyBody; empty when nothing is. */
export function validateUpdateTransactionalKeyBody(
  value: unknown,
  options?: $runtime.ValidateOptions,
): readonly $runtime.ValidationIssue[] {
  return isUpdateTransactionalKeyBody(value)
    ? $runtime.noIssues
    : $runtime.collect(collectUpdateTransactionalKeyBody, value, options);
}

/** Whether a value is UpdateTransactionalKeyResponse200. */
export function isUpdateTransactionalKeyResponse200(
  value: unknown,
): value is UpdateTransactionalKeyResponse200 {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const $fields = value as { [key: string]: unknown };
  const $success = $fields["success"];
  if ($success !== undefined && typeof $success !== "boolean") return false;
  const $message = $fields["message"];
  if ($message !== undefined && typeof $message !== "string") return false;
  return true;
}

function collectUpdateTransactionalKeyResponse200(value: unknown, into: $runtime.Collector): void {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    $runtime.report(
      into,
      "/paths/~1outbound~1transactional-keys/patch/responses/200/content/application~1json/schema/",
      "type",
      "must be an object",
    );
  } else {
    const $fields = value as { [key: string]: unknown };
    for (const $key in $fields) {
      if ($runtime.isFull(into)) break;
      const $value = $fields[$key];
      if ($value === undefined) continue;
      switch ($key) {
        case "success": {
          if (typeof $value !== "boolean")
            $runtime.report(
              into,
              "/paths/~1outbound~1transactional-keys/patch/responses/200/content/application~1json/schema/properties/success/",
              "type",
              "must be a boolean",
              ["success"],
            );
          break;
        }
        case "message": {
          if (typeof $value !== "string")
            $runtime.report(
              into,
              "/paths/~1outbound~1transactional-keys/patch/responses/200/content/application~1json/schema/properties/message/",
              "type",
              "must be a string",
              ["message"],
            );
          break;
        }
      }
    }
  }
}

/** What is wrong with a value as UpdateTransactionalKeyResponse200; empty when nothing is. */
export function validateUpdateTransactionalKeyResponse200(
  value: unknown,
  options?: $runtime.ValidateOptions,
): readonly $runtime.ValidationIssue[] {
  return isUpdateTransactionalKeyResponse200(value)
    ? $runtime.noIssues
    : $runtime.collect(collectUpdateTransactionalKeyResponse200, value, options);
}
