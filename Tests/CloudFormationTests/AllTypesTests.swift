import CloudFormationGenerator
import Foundation
import Testing

/// Slow; runs where `SNOWLINE_SCHEMA_ARCHIVE` names a directory with an unpacked cfn-lint wheel.
@Suite struct AllTypesTests {
    private static let archive = ProcessInfo.processInfo.environment["SNOWLINE_SCHEMA_ARCHIVE"]

    @Test(.enabled(if: archive != nil))
    func `every type of the archive can be reduced and generated`() throws {
        let archive = try SchemaArchive(at: #require(Self.archive))
        var problems: [String] = []
        for type in archive.types {
            do {
                _ = try StructGenerator().source(for: archive.schema(of: type))
            } catch {
                problems.append("\(error)")
            }
        }
        #expect(problems == [])
        #expect(archive.types.count > 1_000)
    }
}
