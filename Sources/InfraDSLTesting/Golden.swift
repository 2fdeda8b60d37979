import Foundation
public import Testing

/// Compares a template with the text recorded for it, and shows what differs; `folder` is seen from the test's file.
///
/// `SNOWLINE_RECORD_GOLDENS=1 swift test` records the text anew; the change is then reviewed like any other.
public func expectGolden(
    _ template: SynthesizedTemplate,
    _ name: String,
    in folder: String = "Goldens",
    file: String = #filePath,
    at place: Testing.SourceLocation = #_sourceLocation
) {
    expectGolden(template.yaml, name, in: folder, file: file, at: place)
}

/// Compares any text that a stack gives, such as its SQL.
public func expectGolden(
    _ text: String,
    _ name: String,
    in folder: String = "Goldens",
    file: String = #filePath,
    at place: Testing.SourceLocation = #_sourceLocation
) {
    let golden = URL(filePath: file).deletingLastPathComponent().appending(path: folder).appending(path: name)
    let isRecording = ProcessInfo.processInfo.environment["SNOWLINE_RECORD_GOLDENS"] == "1"
    if let problem = Golden(file: golden).problem(with: text, isRecording: isRecording) {
        Issue.record("\(problem)", sourceLocation: place)
    }
}

/// A text on disk that another one must equal.
struct Golden {
    let file: URL

    /// What is wrong, or nil; records the text where asked to.
    func problem(with text: String, isRecording: Bool) -> String? {
        let recorded = try? String(contentsOf: file, encoding: .utf8)
        if recorded == text { return nil }
        let advice = "record it with SNOWLINE_RECORD_GOLDENS=1 swift test"
        guard isRecording else {
            guard let recorded else { return "\(file.lastPathComponent) was never recorded; \(advice)" }
            let lines = LineDifference(recorded, text).lines
            return "\(file.lastPathComponent) differs; if that is meant, \(advice)\n\(lines.joined(separator: "\n"))"
        }
        do {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file, options: .atomic)
            return nil
        } catch {
            return "\(file.lastPathComponent) can not be recorded: \(error.localizedDescription)"
        }
    }
}
