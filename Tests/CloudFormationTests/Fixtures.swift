import CloudFormationGenerator

/// The namespace of the resources generated from the fixtures.
enum Fixture {}

/// Schemas that hold what real ones hold, one of each.
enum Fixtures {
    /// Every shape of property: see `Fixture+Everything.swift` for what it becomes.
    static let everything = """
        {
          "typeName": "AWS::Fixture::Everything",
          "description": "A sentence that must not be kept.",
          "additionalProperties": false,
          "required": ["Name", "Default", "Policy"],
          "primaryIdentifier": ["/properties/Id"],
          "createOnlyProperties": ["/properties/Name", "/properties/Rules/*/Priority"],
          "conditionalCreateOnlyProperties": ["/properties/Mode"],
          "writeOnlyProperties": ["/properties/Password"],
          "readOnlyProperties": [
            "/properties/Arn", "/properties/Id", "/properties/Endpoint", "/properties/Endpoint/Address",
            "/properties/Destination/State", "/properties/Rules/*/Number"
          ],
          "replacementStrategy": "delete_then_create",
          "tagging": {"taggable": true, "tagProperty": "/properties/Labels"},
          "handlers": {
            "create": {"permissions": ["x:Put", "x:Create", "x:Put"], "timeoutInMinutes": 5},
            "list": {"permissions": ["x:List"], "handlerSchema": {"properties": {"A": {"$ref": "resource-schema.json#/properties/Name"}}}}
          },
          "properties": {
            "Name": {"type": "string", "pattern": "^[a-z]+$", "description": "A name."},
            "Default": {"type": "boolean"},
            "Policy": {"type": ["object", "string"]},
            "Password": {"type": "string"},
            "Mode": {"type": "string", "enum": ["on", "off", "none", "ON", "aws:kms", "x86_64", "*", "self", "quote\\"d"]},
            "Methods": {"type": "array", "items": {"type": "string", "enum": ["GET", "PUT"]}},
            "Type": {"type": "string", "enum": ["A"]},
            "Status": {"$ref": "#/definitions/Status"},
            "Options": {"type": "string"},
            "Line": {"type": "integer"},
            "KMSKeyID": {"type": "string"},
            "Ratio": {"type": "number"},
            "Port": {"type": ["integer", "string"]},
            "Labels": {"type": "array", "items": {"$ref": "#/definitions/Tag"}},
            "Variables": {"type": "object", "patternProperties": {".*": {"type": "string"}}},
            "Limits": {"type": "object", "additionalProperties": {"$ref": "#/definitions/Error"}},
            "Rules": {"$ref": "#/definitions/RuleList"},
            "Errors": {"type": "array", "items": {"$ref": "#/definitions/Error"}},
            "Kind": {"$ref": "#/definitions/Type"},
            "Text": {"$ref": "#/definitions/Text"},
            "Target": {"$ref": "#/definitions/Target"},
            "Statement": {"$ref": "#/definitions/Statement"},
            "First": {"$ref": "#/definitions/First"},
            "Loop": {"$ref": "#/definitions/Loop"},
            "Redrive": {"type": ["object", "string"], "properties": {"maxReceiveCount": {"type": "integer"}}},
            "SameAs": {"$ref": "#/properties/Name"},
            "Schema": {"oneOf": [{"type": "array", "items": {"type": "string"}}, {"type": ["object", "string"]}]},
            "Destination": {"$ref": "#/definitions/Destination"},
            "Endpoint": {"type": "object", "properties": {"Address": {"type": "string"}}},
            "Arn": {"type": "string"},
            "Id": {"type": "string"}
          },
          "definitions": {
            "Tag": {
              "type": "object", "required": ["Key", "Value"],
              "properties": {"Key": {"type": "string"}, "Value": {"type": "string"}}
            },
            "Status": {"type": "string", "enum": ["Enabled", "Disabled"]},
            "Error": {"type": "object", "required": ["Value"], "properties": {"Value": {"type": "string"}, "Properties": {"type": "integer"}}},
            "Type": {"type": "object", "properties": {"Self": {"type": "string"}, "Protocol": {"type": "string", "enum": ["tcp"]}}},
            "Text": {"type": "object", "properties": {"In": {"type": "string"}, "description": {"type": "string", "description": "Gone."}}},
            "RuleList": {"type": "array", "items": {"type": "object", "properties": {"Priority": {"type": "integer"}, "Number": {"type": "integer"}}}},
            "Destination": {"type": "object", "properties": {"State": {"type": "string"}, "Bucket": {"type": "string"}}},
            "Target": {
              "type": "object",
              "oneOf": [
                {"required": ["Queue", "Region"], "properties": {"Queue": {"type": "string"}, "Region": {"type": "string"}}},
                {"required": ["Topic", "Region"], "properties": {"Topic": {"type": "string"}, "Region": {"type": "string"}}}
              ]
            },
            "Statement": {
              "type": "object",
              "properties": {
                "And": {"type": "array", "items": {"$ref": "#/definitions/Statement"}},
                "Not": {"$ref": "#/definitions/Statement"},
                "Word": {"type": "string"}
              }
            },
            "First": {"type": "object", "properties": {"Second": {"$ref": "#/definitions/Second"}, "Name": {"type": "string"}}},
            "Second": {"type": "object", "required": ["First"], "properties": {"First": {"$ref": "#/definitions/First"}}},
            "Loop": {"$ref": "#/definitions/Loop"},
            "Unused": {"type": "object", "properties": {"A": {"type": "string"}}}
          }
        }
        """

    static func schema(_ json: String, file: String = "fixture.json") throws -> ReducedSchema {
        try ReducedSchema(json.utf8, file: file)
    }
}
