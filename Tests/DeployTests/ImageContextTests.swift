import CloudAPI
import Foundation
import InfraDSL
import Stacks
import TestSupport
import Testing

@testable import Deploy

@Suite struct ImageContextTests {
    private func folder(_ files: [String: String], _ body: (URL) throws -> Void) throws {
        let root = FileManager.default.temporaryDirectory.appending(path: "snowline-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: root) }
        for (path, text) in files {
            let file = root.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        try body(root)
    }

    private func tag(_ files: [String: String]) throws -> String {
        var tag = ""
        try folder(files) { tag = try ImageContext($0).tag }
        return tag
    }

    private let base = ["Dockerfile": "FROM x", "models/a.sql": "select 1"]

    @Test func `a tag is the content and nothing else`() throws {
        #expect(try tag(base) == tag(base))
        #expect(try tag(base).wholeMatch(of: /[0-9a-f]{64}/) != nil)
        #expect(try tag(base) != tag(base.merging(["models/a.sql": "select 2"]) { $1 }))
        #expect(try tag(base) != tag(["Dockerfile": "FROM x", "models/b.sql": "select 1"]))
    }

    @Test func `two files are not mistaken for one`() throws {
        let one = ["Dockerfile": "", "a": "xb\u{0}1\u{0}y"]
        let two = ["Dockerfile": "", "a": "x", "b": "y"]
        #expect(try tag(one) != tag(two))
    }

    @Test func `what is ignored changes nothing`() throws {
        let ignoring = base.merging([".dockerignore": "# no part\nlogs/\n**/__pycache__\nmodels/b.sql\n"]) { $1 }
        let more = ignoring.merging([
            "logs/dbt.log": "x", "models/__pycache__/a.pyc": "x", "models/b.sql": "x",
        ]) { $1 }
        #expect(try tag(ignoring) == tag(more))
        #expect(try tag(ignoring) != tag(ignoring.merging(["models/logs/c.sql": "x"]) { $1 }))
    }

    @Test(arguments: ["*.log", "!keep", "**/a/b", "a?", "[ab]"])
    func `a pattern that is not understood is an error and not a guess`(pattern: String) throws {
        try folder(base.merging([".dockerignore": pattern]) { $1 }) { root in
            let failure = #expect(throws: Failure.self) { try ImageContext(root) }
            #expect(failure?.code == .invalid)
            #expect(failure?.message.contains("\"\(pattern)\" is no pattern") ?? false)
        }
    }

    @Test func `a folder without a Dockerfile, or with a link in it, is refused`() throws {
        try folder(["a": "b"]) { root in
            #expect(throws: Failure.self) { try ImageContext(root) }
        }
        try folder(base) { root in
            try FileManager.default.createSymbolicLink(
                at: root.appending(path: "link"), withDestinationURL: root.appending(path: "Dockerfile"))
            let failure = #expect(throws: Failure.self) { try ImageContext(root) }
            #expect(failure?.message.contains("neither file nor folder") ?? false)
        }
    }

    @Test func `the password goes through standard input and never through an argument`() throws {
        let token = Base64.encode(Array("AWS:s3cret".utf8))
        let world = try World(aws: [
            .init("POST", "/", .status(200, [:], "{\"authorizationData\":[{\"authorizationToken\":\"\(token)\"}]}"))
        ])
        let engine = """
            #!/bin/sh
            echo "$@" >> "$(dirname "$0")/arguments"
            [ "$1" = login ] && cat > "$(dirname "$0")/input"
            exit 0
            """
        try folder(["engine": engine, "image/Dockerfile": "FROM x"]) { root in
            let path = root.appending(path: "engine").path
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
            let image = ContainerImages.Image(
                build: try #require(world.assembly.images.first),
                folder: root.appending(path: "image").path, tag: "t", reference: "1.dkr.ecr.eu-west-1.amazonaws.com/r:t"
            )
            try ContainerImages(session: world.session).push(image, with: path)
            let arguments = try String(contentsOf: root.appending(path: "arguments"), encoding: .utf8)
            #expect(
                arguments.split(separator: "\n").map { $0.split(separator: " ")[0] } == ["build", "login", "push"])
            #expect(arguments.contains("login --username AWS --password-stdin 1.dkr.ecr.eu-west-1.amazonaws.com"))
            #expect(!arguments.contains("s3cret"))
            #expect(try String(contentsOf: root.appending(path: "input"), encoding: .utf8) == "s3cret")
        }
    }

    @Test func `an engine that is not there is named with what to do`() throws {
        let world = try World(aws: [])
        let image = ContainerImages.Image(
            build: try #require(world.assembly.images.first), folder: ".", tag: "t",
            reference: "h/r:t")
        let failure = #expect(throws: Failure.self) {
            try ContainerImages(session: world.session).push(image, with: "no-such-engine")
        }
        #expect(failure?.advice == "Install no-such-engine, or name another engine with --engine.")
    }

    @Test func `an environment names one image for each repository, in its own registry`() throws {
        let images = try ContainerImages.all(
            of: assemble(.prod).all, in: .prod, Checkout.containing(#filePath))
        #expect(images.map(\.build.folder) == ["dbt"])
        #expect(images[0].reference.hasPrefix("222222222222.dkr.ecr.eu-west-1.amazonaws.com/retail-prod/transform:"))
        #expect(try ContainerImages.all(of: assemble(.local).all, in: .local, Checkout.containing(#filePath)).isEmpty)
    }
}
