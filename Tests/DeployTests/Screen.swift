import Foundation
import Testing

/// A screen that is committed beside the tests: what a command shows, compared character by character.
///
/// `SNOWLINE_RECORD=1 swift test` writes the files anew; the difference is then looked at like any other.
enum Screen {
    static func expect(
        _ text: String, is name: String, file: String = #filePath, at location: SourceLocation = #_sourceLocation
    ) {
        let url = URL(fileURLWithPath: file).deletingLastPathComponent().appending(path: "Screens/\(name)")
        if ProcessInfo.processInfo.environment["SNOWLINE_RECORD"] != nil {
            try? FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            #expect(throws: Never.self, sourceLocation: location) { try Data(text.utf8).write(to: url) }
            return
        }
        let recorded = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
        let lines = zip(text.components(separatedBy: "\n"), recorded.components(separatedBy: "\n"))
        let first = lines.enumerated().first { $0.element.0 != $0.element.1 }
        #expect(
            text == recorded,
            "\(name) differs, first in line \((first?.offset ?? -1) + 1): \(first?.element.0 ?? "another length")",
            sourceLocation: location)
    }
}
