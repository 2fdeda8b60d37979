import Foundation
import InfraDSL
import Testing

/// Reads, judges and writes again whatever templates lie in the folder that `SNOWLINE_TEMPLATES` names.
@Suite struct PublicTemplatesTests {
    private static let folder = ProcessInfo.processInfo.environment["SNOWLINE_TEMPLATES"]

    @Test(.enabled(if: folder != nil))
    func `every template that can be read is written again without loss`() throws {
        let folder = try #require(Self.folder)
        var read = 0
        for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
            guard let text = try? String(contentsOfFile: folder + "/" + name, encoding: .utf8),
                let document = try? TemplateDocument(text)
            else { continue }
            read += 1
            let yaml = document.yaml
            let again = try TemplateDocument(yaml)
            // Compared first, so that a failure does not print two templates.
            let isWhole = again.root == document.root && again.yaml == yaml
            #expect(isWhole, "\(name)")
            if let out = ProcessInfo.processInfo.environment["SNOWLINE_TEMPLATES_OUT"] {
                try yaml.write(toFile: out + "/" + name, atomically: true, encoding: .utf8)
            }
        }
        #expect(read > 0)
    }
}
