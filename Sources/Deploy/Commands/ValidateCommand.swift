import ArgumentParser
import CloudAPI
import CloudFormation
import CloudFormationGenerator
import Foundation
import InfraDSL
import Stacks

/// Runs reader, limits, schemas and policy pack on templates: ours, or any other.
struct ValidateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate", abstract: "Check CloudFormation templates, ours or not; exits with 7 on findings.",
        discussion: """
            Checks what CloudFormation would refuse (form, limits, references, properties against the resource schemas) and \
            what it would take and should not (the rules of the policy pack).

              swift run deploy validate                                  our stacks
              swift run deploy validate --template a.yaml b.json         any templates
              swift run deploy validate --template a.yaml --format json  for machines
              swift run deploy validate --rules                          what is checked, and why

            Types whose schemas are not part of this program are named and not checked. --schemas takes them from a schema \
            archive: an unpacked cfn-lint wheel, an installed cfnlint package, or AWS's own archive.
            """)

    @Option(name: .customLong("template"), parsing: .upToNextOption, help: "Templates to check; our stacks otherwise.")
    var templates: [String] = []

    @Option(help: "text or json.")
    var format: Format = .text

    @Option(help: "The folder of a schema archive, for types whose schemas are not part of this program.")
    var schemas: String?

    @Flag(help: "Check nothing; list the rules.")
    var rules = false

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case json
    }

    func run() throws {
        guard !rules else {
            for rule in PolicyPack.all.rules { Console.result("\(rule.id)  \(rule.reason) \(rule.fix)") }
            return
        }
        let schemas = try resourceSchemas()
        let findings: [Finding] =
            templates.isEmpty ? try ownFindings() : try templates.flatMap { try self.findings(in: $0, schemas) }
        switch format {
        case .text: for finding in findings { Console.result(finding.line) }
        case .json: Console.result(String(decoding: JSON.array(findings.map(\.json)).bytes, as: UTF8.self))
        }
        guard findings.isEmpty else {
            if format == .text { Console.note(findings.count == 1 ? "1 finding." : "\(findings.count) findings.") }
            throw ExitCode(ExitStatus.invalid.rawValue)
        }
        if format == .text { Console.note("No findings.") }
    }

    /// The vendored schemas first: an archive may be older.
    private func resourceSchemas() throws -> ResourceSchemas {
        guard let schemas else { return .vendored }
        do throws(SchemaProblem) {
            let archive = try SchemaArchive(at: schemas)
            return ResourceSchemas { KnownSchemas.text(of: $0) ?? (try? archive.schema(of: $0))?.text }
        } catch {
            throw Failure("\(error)", code: .invalid)
        }
    }

    private func ownFindings() throws -> [Finding] {
        Environment.all.flatMap { environment -> [Finding] in
            let declared = stacks(in: environment)
            do throws(Problems) {
                let assemblies = try Assemblies(declared, in: environment)
                if format == .text { assemblies.all.flatMap(\.report).forEach(Console.note) }
                return []
            } catch {
                guard let first = declared.first else { return [] }
                return error.all.map { $0.finding(in: first) }
            }
        }
    }

    private func findings(in path: String, _ schemas: ResourceSchemas) throws -> [Finding] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Failure("Can not read \(path).", advice: "Give the path of a template.")
        }
        guard let text = String(data: data, encoding: .utf8) else {
            return [
                Finding(rule: "SL-TPL-000", logicalID: "-", message: "not UTF-8.", place: .init(file: path, line: 1))
            ]
        }
        do throws(TemplateDocument.Malformed) {
            let document = try TemplateDocument(text)
            let budget = Budget(of: document, bytes: data.count)
            if format == .text { Console.note("\(path): \(budget.summary)") }
            note(schemas.unchecked(in: document), in: path)
            return budget.exceeded.map { $0.finding(in: document, file: path) }
                + PolicyPack.all.findings(in: document, file: path, schemas: schemas)
        } catch {
            return [
                Finding(
                    rule: "SL-TPL-000", logicalID: "-", message: error.description,
                    place: .init(file: path, line: error.line))
            ]
        }
    }

    /// What was not looked at is said, so that silence is not taken for praise.
    private func note(_ unchecked: [(type: String, count: Int)], in path: String) {
        guard !unchecked.isEmpty else { return }
        let types = unchecked.map { $0.count == 1 ? $0.type : "\($0.type) (\($0.count))" }.joined(separator: ", ")
        Console.note(
            "\(path): no schema here, so the properties were not checked: \(types); --schemas takes an archive")
    }
}

extension Finding {
    /// Place first, as compilers write it, so that editors jump there.
    fileprivate var line: String { "\(place): \(rule) \(logicalID): \(message)" }

    fileprivate var json: JSON {
        .object([
            .init("rule", .string(rule)), .init("logicalId", .string(logicalID)), .init("file", .string(place.file)),
            .init("line", .integer(place.line)), .init("message", .string(message)),
        ])
    }
}
