// Made by tools/generate.ts from schemas/ack.schema.json. Do not edit.
var __getOwnPropNames = Object.getOwnPropertyNames;
var __commonJS = (cb, mod) => function() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};

// node_modules/ajv/dist/runtime/ucs2length.js
var require_ucs2length = __commonJS({
  "node_modules/ajv/dist/runtime/ucs2length.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: !0 });
    function ucs2length(str) {
      let len = str.length, length = 0, pos = 0, value;
      for (; pos < len; )
        length++, value = str.charCodeAt(pos++), value >= 55296 && value <= 56319 && pos < len && (value = str.charCodeAt(pos), (value & 64512) === 56320 && pos++);
      return length;
    }
    exports.default = ucs2length;
    ucs2length.code = 'require("ajv/dist/runtime/ucs2length").default';
  }
});

var schema19 = { $schema: "https://json-schema.org/draft/2020-12/schema", $id: "arkitekt:schemas/ack.schema.json", type: "object", required: ["owner", "contact", "status", "updated_at"], properties: { owner: { type: "string", minLength: 1 }, contact: { type: "string", minLength: 1 }, status: { enum: ["accepted", "in_progress", "implemented", "rejected", "blocked"] }, eta_iso8601: { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}([Tt ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,18})?)?([Zz]|[+-]\\d{2}:\\d{2}))?$" }, branch: { type: "string" }, notes: { type: "string" }, updated_at: { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}[Tt ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,18})?)?([Zz]|[+-]\\d{2}:\\d{2})$" } } }, func1 = require_ucs2length().default, pattern3 = new RegExp("^\\d{4}-\\d{2}-\\d{2}([Tt ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,18})?)?([Zz]|[+-]\\d{2}:\\d{2}))?$", "u"), pattern4 = new RegExp("^\\d{4}-\\d{2}-\\d{2}[Tt ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,18})?)?([Zz]|[+-]\\d{2}:\\d{2})$", "u");
function validate52(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate52.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.owner === void 0 && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "owner" } }), errors++), data.contact === void 0 && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "contact" } }), errors++), data.status === void 0 && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "status" } }), errors++), data.updated_at === void 0 && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "updated_at" } }), errors++), data.owner !== void 0) {
      let data0 = data.owner;
      typeof data0 == "string" ? func1(data0) < 1 && (vErrors = addError(vErrors, { instancePath: instancePath + "/owner", schemaPath: "#/properties/owner/minLength", keyword: "minLength", params: { limit: 1 } }), errors++) : (vErrors = addError(vErrors, { instancePath: instancePath + "/owner", schemaPath: "#/properties/owner/type", keyword: "type", params: { type: "string" } }), errors++);
    }
    if (data.contact !== void 0) {
      let data1 = data.contact;
      typeof data1 == "string" ? func1(data1) < 1 && (vErrors = addError(vErrors, { instancePath: instancePath + "/contact", schemaPath: "#/properties/contact/minLength", keyword: "minLength", params: { limit: 1 } }), errors++) : (vErrors = addError(vErrors, { instancePath: instancePath + "/contact", schemaPath: "#/properties/contact/type", keyword: "type", params: { type: "string" } }), errors++);
    }
    if (data.status !== void 0) {
      let data2 = data.status;
      data2 === "accepted" || data2 === "in_progress" || data2 === "implemented" || data2 === "rejected" || data2 === "blocked" || (vErrors = addError(vErrors, { instancePath: instancePath + "/status", schemaPath: "#/properties/status/enum", keyword: "enum", params: { allowedValues: schema19.properties.status.enum } }), errors++);
    }
    if (data.eta_iso8601 !== void 0) {
      let data3 = data.eta_iso8601;
      typeof data3 == "string" ? pattern3.test(data3) || (vErrors = addError(vErrors, { instancePath: instancePath + "/eta_iso8601", schemaPath: "#/properties/eta_iso8601/pattern", keyword: "pattern", params: { pattern: "^\\d{4}-\\d{2}-\\d{2}([Tt ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,18})?)?([Zz]|[+-]\\d{2}:\\d{2}))?$" } }), errors++) : (vErrors = addError(vErrors, { instancePath: instancePath + "/eta_iso8601", schemaPath: "#/properties/eta_iso8601/type", keyword: "type", params: { type: "string" } }), errors++);
    }
    if (data.branch !== void 0 && typeof data.branch != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/branch", schemaPath: "#/properties/branch/type", keyword: "type", params: { type: "string" } }), errors++), data.notes !== void 0 && typeof data.notes != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/notes", schemaPath: "#/properties/notes/type", keyword: "type", params: { type: "string" } }), errors++), data.updated_at !== void 0) {
      let data6 = data.updated_at;
      typeof data6 == "string" ? pattern4.test(data6) || (vErrors = addError(vErrors, { instancePath: instancePath + "/updated_at", schemaPath: "#/properties/updated_at/pattern", keyword: "pattern", params: { pattern: "^\\d{4}-\\d{2}-\\d{2}[Tt ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,18})?)?([Zz]|[+-]\\d{2}:\\d{2})$" } }), errors++) : (vErrors = addError(vErrors, { instancePath: instancePath + "/updated_at", schemaPath: "#/properties/updated_at/type", keyword: "type", params: { type: "string" } }), errors++);
    }
  } else
    vErrors = addError(vErrors, { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }), errors++;
  return validate52.errors = vErrors, errors === 0;
}
validate52.evaluated = { props: { owner: !0, contact: !0, status: !0, eta_iso8601: !0, branch: !0, notes: !0, updated_at: !0 }, dynamicProps: !1, dynamicItems: !1 };
function addError(errors, error) {
  return errors === null ? [error] : (errors.push(error), errors);
}
function validate(value) {
  return validate52(value) ? { ok: !0, value } : { ok: !1, error: validate52.errors };
}
export {
  validate
};
