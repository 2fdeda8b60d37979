import CloudFormationGenerator
import Foundation
import Testing

@Suite struct RegenerateTests {
    @Test func `the committed structs are what the vendored schemas give`() throws {
        let differences = try Regenerate(target: Repository.cloudFormation).check()
        #expect(differences.isEmpty, "run `swift run deploy schema regenerate`: \(differences)")
    }

    @Test func `a file that is edited, missing or left over is reported and repaired`() throws {
        try Repository.withTemporaryDirectory { target in
            try Repository.write(Fixtures.everything, to: target + "/Schemas/Fixture/Everything.json")
            let regenerate = Regenerate(target: target)
            let missing = Set(try regenerate.write().map(\.description))
            #expect(
                missing == [
                    "Generated/Fixture+Everything.swift is missing", "Generated/KnownFacts.swift is missing",
                    "Generated/KnownSchemas.swift is missing", "Generated/Services.swift is missing",
                ]
            )
            #expect(try regenerate.check() == [])

            let file = target + "/Generated/Fixture+Everything.swift"
            let right = try Repository.text(of: file)
            try Repository.write(right.replacing("by hand", with: "").replacing("public var", with: "var"), to: file)
            try Repository.write("", to: target + "/Generated/Old+Type.swift")
            let differences = try regenerate.check()
            #expect(differences.map(\.kind) == [.changed, .unexpected])
            #expect(differences.first?.line == right.firstLine(containing: "public var"))

            try regenerate.write()
            #expect(try Repository.text(of: file) == right)
            #expect(try regenerate.check() == [])
        }
    }
}

extension String {
    fileprivate func firstLine(containing text: String) -> Int? {
        split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.contains(text) }.map { $0 + 1 }
    }
}
