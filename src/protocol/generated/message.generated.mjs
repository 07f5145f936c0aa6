// Made by tools/generate.ts from schemas/message.schema.json. Do not edit.
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

var schema19 = { $schema: "https://json-schema.org/draft/2020-12/schema", $id: "arkitekt:schemas/message.schema.json", type: "object", required: ["id", "from", "type", "body", "relates_to", "status", "created_at"], properties: { id: { type: "string", minLength: 1 }, from: { type: "object", required: ["project", "agent"], properties: { project: { type: "string", minLength: 1 }, agent: { type: "string", minLength: 1 } } }, type: { enum: ["comment", "question", "proposal", "decision"] }, ref: { type: "object", properties: { path: { type: "string" }, json_pointer: { type: "string" } } }, body: { type: "string" }, attachments: { type: "array", items: { type: "string", pattern: "^attachments/" } }, relates_to: { type: "object", required: ["request_id"], properties: { request_id: { type: "string", minLength: 1 }, parent_msg_id: { type: "string" } } }, status: { enum: ["open", "resolved", "superseded"] }, created_at: { $ref: "#/$defs/time" }, updated_at: { $ref: "#/$defs/time" } }, $defs: { time: { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}[Tt ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,18})?)?([Zz]|[+-]\\d{2}:\\d{2})$" } } }, func1 = require_ucs2length().default, pattern3 = new RegExp("^attachments/", "u");
var pattern4 = new RegExp("^\\d{4}-\\d{2}-\\d{2}[Tt ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,18})?)?([Zz]|[+-]\\d{2}:\\d{2})$", "u");
function validate53(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate53.evaluated;
  return evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), typeof data == "string" ? pattern4.test(data) || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^\\d{4}-\\d{2}-\\d{2}[Tt ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,18})?)?([Zz]|[+-]\\d{2}:\\d{2})$" } }), errors++) : (vErrors = addError(vErrors, { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } }), errors++), validate53.errors = vErrors, errors === 0;
}
validate53.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function validate52(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate52.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.id === void 0 && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" } }), errors++), data.from === void 0 && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "from" } }), errors++), data.type === void 0 && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" } }), errors++), data.body === void 0 && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "body" } }), errors++), data.relates_to === void 0 && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "relates_to" } }), errors++), data.status === void 0 && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "status" } }), errors++), data.created_at === void 0 && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "created_at" } }), errors++), data.id !== void 0) {
      let data0 = data.id;
      typeof data0 == "string" ? func1(data0) < 1 && (vErrors = addError(vErrors, { instancePath: instancePath + "/id", schemaPath: "#/properties/id/minLength", keyword: "minLength", params: { limit: 1 } }), errors++) : (vErrors = addError(vErrors, { instancePath: instancePath + "/id", schemaPath: "#/properties/id/type", keyword: "type", params: { type: "string" } }), errors++);
    }
    if (data.from !== void 0) {
      let data1 = data.from;
      if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
        if (data1.project === void 0 && (vErrors = addError(vErrors, { instancePath: instancePath + "/from", schemaPath: "#/properties/from/required", keyword: "required", params: { missingProperty: "project" } }), errors++), data1.agent === void 0 && (vErrors = addError(vErrors, { instancePath: instancePath + "/from", schemaPath: "#/properties/from/required", keyword: "required", params: { missingProperty: "agent" } }), errors++), data1.project !== void 0) {
          let data2 = data1.project;
          typeof data2 == "string" ? func1(data2) < 1 && (vErrors = addError(vErrors, { instancePath: instancePath + "/from/project", schemaPath: "#/properties/from/properties/project/minLength", keyword: "minLength", params: { limit: 1 } }), errors++) : (vErrors = addError(vErrors, { instancePath: instancePath + "/from/project", schemaPath: "#/properties/from/properties/project/type", keyword: "type", params: { type: "string" } }), errors++);
        }
        if (data1.agent !== void 0) {
          let data3 = data1.agent;
          typeof data3 == "string" ? func1(data3) < 1 && (vErrors = addError(vErrors, { instancePath: instancePath + "/from/agent", schemaPath: "#/properties/from/properties/agent/minLength", keyword: "minLength", params: { limit: 1 } }), errors++) : (vErrors = addError(vErrors, { instancePath: instancePath + "/from/agent", schemaPath: "#/properties/from/properties/agent/type", keyword: "type", params: { type: "string" } }), errors++);
        }
      } else
        vErrors = addError(vErrors, { instancePath: instancePath + "/from", schemaPath: "#/properties/from/type", keyword: "type", params: { type: "object" } }), errors++;
    }
    if (data.type !== void 0) {
      let data4 = data.type;
      data4 === "comment" || data4 === "question" || data4 === "proposal" || data4 === "decision" || (vErrors = addError(vErrors, { instancePath: instancePath + "/type", schemaPath: "#/properties/type/enum", keyword: "enum", params: { allowedValues: schema19.properties.type.enum } }), errors++);
    }
    if (data.ref !== void 0) {
      let data5 = data.ref;
      data5 && typeof data5 == "object" && !Array.isArray(data5) ? (data5.path !== void 0 && typeof data5.path != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/ref/path", schemaPath: "#/properties/ref/properties/path/type", keyword: "type", params: { type: "string" } }), errors++), data5.json_pointer !== void 0 && typeof data5.json_pointer != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/ref/json_pointer", schemaPath: "#/properties/ref/properties/json_pointer/type", keyword: "type", params: { type: "string" } }), errors++)) : (vErrors = addError(vErrors, { instancePath: instancePath + "/ref", schemaPath: "#/properties/ref/type", keyword: "type", params: { type: "object" } }), errors++);
    }
    if (data.body !== void 0 && typeof data.body != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/body", schemaPath: "#/properties/body/type", keyword: "type", params: { type: "string" } }), errors++), data.attachments !== void 0) {
      let data9 = data.attachments;
      if (Array.isArray(data9)) {
        let len0 = data9.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data10 = data9[i0];
          typeof data10 == "string" ? pattern3.test(data10) || (vErrors = addError(vErrors, { instancePath: instancePath + "/attachments/" + i0, schemaPath: "#/properties/attachments/items/pattern", keyword: "pattern", params: { pattern: "^attachments/" } }), errors++) : (vErrors = addError(vErrors, { instancePath: instancePath + "/attachments/" + i0, schemaPath: "#/properties/attachments/items/type", keyword: "type", params: { type: "string" } }), errors++);
        }
      } else
        vErrors = addError(vErrors, { instancePath: instancePath + "/attachments", schemaPath: "#/properties/attachments/type", keyword: "type", params: { type: "array" } }), errors++;
    }
    if (data.relates_to !== void 0) {
      let data11 = data.relates_to;
      if (data11 && typeof data11 == "object" && !Array.isArray(data11)) {
        if (data11.request_id === void 0 && (vErrors = addError(vErrors, { instancePath: instancePath + "/relates_to", schemaPath: "#/properties/relates_to/required", keyword: "required", params: { missingProperty: "request_id" } }), errors++), data11.request_id !== void 0) {
          let data12 = data11.request_id;
          typeof data12 == "string" ? func1(data12) < 1 && (vErrors = addError(vErrors, { instancePath: instancePath + "/relates_to/request_id", schemaPath: "#/properties/relates_to/properties/request_id/minLength", keyword: "minLength", params: { limit: 1 } }), errors++) : (vErrors = addError(vErrors, { instancePath: instancePath + "/relates_to/request_id", schemaPath: "#/properties/relates_to/properties/request_id/type", keyword: "type", params: { type: "string" } }), errors++);
        }
        data11.parent_msg_id !== void 0 && typeof data11.parent_msg_id != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/relates_to/parent_msg_id", schemaPath: "#/properties/relates_to/properties/parent_msg_id/type", keyword: "type", params: { type: "string" } }), errors++);
      } else
        vErrors = addError(vErrors, { instancePath: instancePath + "/relates_to", schemaPath: "#/properties/relates_to/type", keyword: "type", params: { type: "object" } }), errors++;
    }
    if (data.status !== void 0) {
      let data14 = data.status;
      data14 === "open" || data14 === "resolved" || data14 === "superseded" || (vErrors = addError(vErrors, { instancePath: instancePath + "/status", schemaPath: "#/properties/status/enum", keyword: "enum", params: { allowedValues: schema19.properties.status.enum } }), errors++);
    }
    data.created_at !== void 0 && (validate53(data.created_at, { instancePath: instancePath + "/created_at", parentData: data, parentDataProperty: "created_at", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length)), data.updated_at !== void 0 && (validate53(data.updated_at, { instancePath: instancePath + "/updated_at", parentData: data, parentDataProperty: "updated_at", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length));
  } else
    vErrors = addError(vErrors, { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }), errors++;
  return validate52.errors = vErrors, errors === 0;
}
validate52.evaluated = { props: { id: !0, from: !0, type: !0, ref: !0, body: !0, attachments: !0, relates_to: !0, status: !0, created_at: !0, updated_at: !0 }, dynamicProps: !1, dynamicItems: !1 };
function addError(errors, error) {
  return errors === null ? [error] : (errors.push(error), errors);
}
function validate(value) {
  return validate52(value) ? { ok: !0, value } : { ok: !1, error: validate52.errors };
}
export {
  validate
};
