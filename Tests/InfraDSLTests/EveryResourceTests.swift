import Foundation
import InfraDSL
import Testing

/// The templates that `Tests/gates` shows the checkers and `Tests/pipeline` deploys.
@Suite struct EveryResourceTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "gates/templates/resources")

    @Test(arguments: [("clouds", EveryResource.clouds), ("embedded", .embedded)])
    func `the template of every resource is the committed one`(name: String, example: EveryResource) throws {
        let file = Self.folder.appending(path: "\(name).yaml")
        let template = try Assembly(example.stack).template.yaml
        if ProcessInfo.processInfo.environment["SNOWLINE_UPDATE_GOLDENS"] == "1" {
            try template.write(to: file, atomically: true, encoding: .utf8)
        }
        let committed = try String(contentsOf: file, encoding: .utf8)
        let difference = zip(template.split(separator: "\n"), committed.split(separator: "\n")).first { $0 != $1 }
        #expect(
            template == committed,
            """
            \(name).yaml differs, first at \"\(difference?.0 ?? "the end")\"; if the change is meant, run the test with \
            SNOWLINE_UPDATE_GOLDENS=1 and look at the difference.
            """)
    }

    @Test func `what was written by hand is in the report with its reason`() throws {
        let report = try Assembly(EveryResource.clouds.stack).report
        #expect(report.contains("  statement ReadTags of IngestRole: It tells who pays for the bucket"))
    }
}
