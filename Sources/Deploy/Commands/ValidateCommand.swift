import ArgumentParser
import CloudAPI
import CloudFormation
import Foundation
import InfraDSL
import Stacks

/// Runs reader, limits and policy pack on templates: ours, or any other.
struct ValidateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate", abstract: "Check CloudFormation templates, ours or not; exits with 7 on findings.")

    @Option(name: .customLong("template"), parsing: .upToNextOption, help: "Templates to check; our stacks otherwise.")
    var templates: [String] = []

    @Option(help: "text or json.")
    var format: Format = .text

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
        let findings = templates.isEmpty ? try ownFindings() : try templates.flatMap(findings)
        switch format {
        case .text: for finding in findings { Console.result(finding.line) }
        case .json: Console.result(String(decoding: JSON.array(findings.map(\.json)).bytes, as: UTF8.self))
        }
        guard findings.isEmpty else {
            if format == .text { Console.note("\(findings.count) findings.") }
            throw ExitCode(ExitStatus.invalid.rawValue)
        }
        if format == .text { Console.note("No findings.") }
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

    private func findings(in path: String) throws -> [Finding] {
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
            return budget.exceeded.map { $0.finding(in: document, file: path) }
                + PolicyPack.all.findings(in: document, file: path)
        } catch {
            return [
                Finding(
                    rule: "SL-TPL-000", logicalID: "-", message: error.description,
                    place: .init(file: path, line: error.line))
            ]
        }
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
