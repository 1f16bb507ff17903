// The patterns of the endpoint, put in when a bundle is made, so that they are written in the document alone.
declare const DOMAIN_PATTERN: string;
declare const IP_PATTERN: string;
declare const NAME_PATTERN: string;

export const DOMAIN = /* @__PURE__ */ new RegExp(DOMAIN_PATTERN, "u");
export const IP = /* @__PURE__ */ new RegExp(IP_PATTERN, "u");
export const NAME = /* @__PURE__ */ new RegExp(NAME_PATTERN, "u");
