import CloudAPI
import CloudFormation
import InfraDSL

/// What references into a deployed template stand for, as far as physical ids tell it: `Ref` is most often the id itself, and
/// the ARNs of common types are made of it (each service's page of the Service Authorization Reference).
enum PhysicalValues {
    /// Learns what the physical ids tell.
    ///
    /// - Parameter ids: by logical id.
    static func learn(_ known: inout KnownValues, _ assembly: Assembly, _ ids: [String: String]) {
        for entry in assembly.template.entries {
            guard let physical = ids[entry.logicalID.name], !physical.isEmpty else { continue }
            known.learn(.attribute(of: entry.logicalID.name, Reference.refAttribute), physical)
            for (attribute, value) in attributes(of: entry.type, physical, assembly.stack.environment) {
                known.learn(.attribute(of: entry.logicalID.name, attribute), value)
            }
        }
    }

    static func attributes(of type: String, _ physical: String, _ environment: Environment) -> [(String, String)] {
        let name = physical.split(separator: "/").last.map(String.init) ?? physical
        func arn(_ service: String, _ resource: String, isGlobal: Bool = false) -> String {
            let place = isGlobal ? "" : environment.region
            return "arn:\(environment.partition):\(service):\(place):\(environment.account):\(resource)"
        }
        switch type {
        case "AWS::S3::Bucket": return [("Arn", "arn:\(environment.partition):s3:::\(physical)")]
        case "AWS::SQS::Queue": return [("Arn", arn("sqs", name)), ("QueueName", name), ("QueueUrl", physical)]
        case "AWS::SNS::Topic":
            return [("TopicArn", physical), ("TopicName", physical.split(separator: ":").last.map(String.init) ?? "")]
        case "AWS::KMS::Key": return [("Arn", arn("kms", "key/\(physical)")), ("KeyId", physical)]
        case "AWS::Lambda::Function": return [("Arn", arn("lambda", "function:\(physical)"))]
        case "AWS::Logs::LogGroup": return [("Arn", arn("logs", "log-group:\(physical):*"))]
        case "AWS::SecretsManager::Secret": return [("Id", physical)]
        case "AWS::IAM::Role": return [("Arn", arn("iam", "role/\(physical)", isGlobal: true))]
        case "AWS::DynamoDB::Table": return [("Arn", arn("dynamodb", "table/\(physical)"))]
        default: return []
        }
    }
}
